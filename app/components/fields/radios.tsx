import type { FieldText } from "./field";
import { Fieldset } from "./fieldset";
import { idOfOption, type Option } from "./option";

interface RadiosProps extends Omit<FieldText, "label"> {
  legend: FieldText["label"];
  options: readonly Option[];
  value?: string | undefined;
  /** Side by side, for two or three short answers such as yes and no. */
  inline?: boolean;
}

export function Radios({ legend, options, value, inline = false, name, id = name, hint, error }: RadiosProps) {
  return (
    <Fieldset id={id} legend={legend} hint={hint} error={error}>
      <div className={inline ? "govuk-radios govuk-radios--inline" : "govuk-radios"}>
        {options.map((option, place) => (
          <RadioItem
            key={option.value}
            {...option}
            id={idOfOption(id, place)}
            name={name}
            checked={option.value === value}
          />
        ))}
      </div>
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
