import { describedBy, Field, type FieldText } from "./field";

interface SelectProps extends FieldText {
  options: readonly { value: string; text: string }[];
  value?: string | undefined;
}

export function Select({ options, value, ...text }: SelectProps) {
  const id = text.id ?? text.name;
  return (
    <Field {...text} id={id}>
      <select
        className={text.error ? "govuk-select govuk-select--error" : "govuk-select"}
        id={id}
        name={text.name}
        defaultValue={value}
        aria-describedby={describedBy(id, text)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </Field>
  );
}
