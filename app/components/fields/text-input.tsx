import { describedBy, Field, type FieldText } from "./field";

interface TextInputProps extends FieldText {
  value?: string | undefined;
  type?: "text" | "email" | "search" | "date";
  /** How many characters are expected, where that is known: it says how much to write. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  /** `numeric` shows the number keys of a telephone; the field still takes `<5` when typed. */
  inputMode?: "text" | "numeric" | "email" | "search";
  autoComplete?: string;
  hideLabel?: boolean;
}

export function TextInput({
  value,
  type = "text",
  width,
  inputMode,
  autoComplete,
  hideLabel,
  ...text
}: TextInputProps) {
  const id = text.id ?? text.name;
  const classes = ["govuk-input", width && `govuk-input--width-${width}`, text.error && "govuk-input--error"];
  return (
    <Field {...text} id={id} hideLabel={hideLabel}>
      <input
        className={classes.filter(Boolean).join(" ")}
        id={id}
        name={text.name}
        type={type}
        defaultValue={value}
        inputMode={inputMode}
        autoComplete={autoComplete}
        spellCheck={false}
        aria-describedby={describedBy(id, text)}
      />
    </Field>
  );
}
