import { describedBy, Field, type FieldText } from "./field";

/** A code from an app or a letter. Never shown back: each is used once. */
export function CodeInput({ wide = false, ...text }: FieldText & { wide?: boolean }) {
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
        inputMode={wide ? "text" : "numeric"}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        aria-describedby={describedBy(id, text)}
      />
    </Field>
  );
}
