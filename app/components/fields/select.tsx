import { describedBy, Field, type FieldText } from "./field";

interface Option {
  value: string;
  text: string;
}

interface SelectProps extends FieldText {
  options: readonly Option[];
  /** More options, under headings. */
  groups?: readonly { label: string; options: readonly Option[] }[];
  value?: string | undefined;
}

export function Select({ options, groups = [], value, ...text }: SelectProps) {
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
        <Options options={options} />
        {groups.map(({ label, options: grouped }) => (
          <optgroup key={label} label={label}>
            <Options options={grouped} />
          </optgroup>
        ))}
      </select>
    </Field>
  );
}

function Options({ options }: { options: readonly Option[] }) {
  return options.map(({ value, text }) => (
    <option key={value} value={value}>
      {text}
    </option>
  ));
}
