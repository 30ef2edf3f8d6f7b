import type { ReactNode } from "react";
import type { FieldText } from "./field";
import { Fieldset } from "./fieldset";
import { idOfOption, type Option } from "./option";

interface RadiosProps extends Omit<FieldText, "label"> {
  legend: FieldText["label"];
  options?: readonly Option[];
  /** Options under headings. `after` stands below those of its group, as what has to be said with them. */
  groups?: readonly { label: string; options: readonly Option[]; after?: ReactNode }[];
  value?: string | undefined;
  /** Side by side, for two or three short answers such as yes and no. */
  inline?: boolean;
}

export function Radios({ legend, options = [], groups = [], value, inline = false, ...text }: RadiosProps) {
  const { name, id = name, hint, error } = text;
  const all = [...options, ...groups.flatMap((group) => group.options)];
  const items = (some: readonly Option[]) => (
    <div className={inline ? "govuk-radios govuk-radios--inline" : "govuk-radios"}>
      {some.map((option) => (
        <RadioItem
          key={option.value}
          {...option}
          id={idOfOption(id, all.indexOf(option))}
          name={name}
          checked={option.value === value}
        />
      ))}
    </div>
  );
  return (
    <Fieldset id={id} legend={legend} hint={hint} error={error}>
      {options.length > 0 && items(options)}
      {groups.map((group) => (
        <div className="radio-group" key={group.label}>
          <h2 className="govuk-heading-s">{group.label}</h2>
          {items(group.options)}
          {group.after}
        </div>
      ))}
    </Fieldset>
  );
}

function RadioItem({ id, name, value, label, hint, checked }: Option & { id: string; name: string; checked: boolean }) {
  return (
    <div className="govuk-radios__item">
      <input
        className="govuk-radios__input"
        id={id}
        name={name}
        type="radio"
        value={value}
        defaultChecked={checked}
        aria-describedby={hint ? `${id}-item-hint` : undefined}
      />
      <label className="govuk-label govuk-radios__label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div id={`${id}-item-hint`} className="govuk-hint govuk-radios__hint">
          {hint}
        </div>
      )}
    </div>
  );
}
