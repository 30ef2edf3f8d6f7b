import { describedBy, Field, type FieldText } from "./field";

interface PasswordInputProps extends FieldText {
  /** Tells password managers which they are to fill in or make up. */
  autoComplete: "current-password" | "new-password";
}

/** Never shows a value back: a password is typed again after a mistake. A script puts a button beside it to look at it. */
export function PasswordInput({ autoComplete, ...text }: PasswordInputProps) {
  const id = text.id ?? text.name;
  return (
    <Field {...text} id={id}>
      <div className="password">
        <input
          className={text.error ? "govuk-input govuk-input--error" : "govuk-input"}
          id={id}
          name={text.name}
          type="password"
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={describedBy(id, text)}
        />
      </div>
    </Field>
  );
}
