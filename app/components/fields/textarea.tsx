import { describedBy, Field, type FieldText } from "./field";

export function Textarea({ value, rows = 4, ...text }: FieldText & { value?: string | undefined; rows?: number }) {
  const id = text.id ?? text.name;
  return (
    <Field {...text} id={id}>
      <textarea
        className={text.error ? "govuk-textarea govuk-textarea--error" : "govuk-textarea"}
        id={id}
        name={text.name}
        rows={rows}
        defaultValue={value}
        aria-describedby={describedBy(id, text)}
      />
    </Field>
  );
}
