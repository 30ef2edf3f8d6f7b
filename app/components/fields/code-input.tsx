import { describedBy, Field, type FieldText } from "./field";

interface CodeInputProps extends FieldText {
  wide?: boolean;
  /** Only what can be sent again: a code that is used once is never shown back. */
  value?: string | undefined;
}

/** A code from an app or an email. */
export function CodeInput({ wide = false, value, ...text }: CodeInputProps) {
  const id = text.id ?? text.name;
  const width = wide ? "govuk-input--width-20" : "govuk-input--width-10";
  return (
    <Field {...text} id={id}>
      <input
        className={["govuk-input govuk-input--extra-letter-spacing", width, text.error && "govuk-input--error"]
          .filter(Boolean)
          .join(" ")}
        id={id}
        name={text.name}
        type="text"
        defaultValue={value}
        inputMode={wide ? "text" : "numeric"}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        aria-describedby={describedBy(id, text)}
      />
    </Field>
  );
}
