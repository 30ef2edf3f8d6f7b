import { PasswordInput } from "./password-input";

/** A password that is being chosen, with what it has to be. */
export function NewPasswordInput({
  label = "Choose a password",
  error,
}: {
  label?: string;
  error: string | undefined;
}) {
  return (
    <PasswordInput
      name="password"
      label={label}
      hint="At least 12 characters. Three or four words that have nothing to do with each other make a good one. Any characters may be used; you need no capitals or digits."
      autoComplete="new-password"
      error={error}
    />
  );
}
