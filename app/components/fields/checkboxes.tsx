import type { FieldText } from "./field";
import { Fieldset } from "./fieldset";
import { idOfOption, type Option } from "./option";

interface CheckboxesProps extends Omit<FieldText, "label"> {
  legend: FieldText["label"];
  /** An option may have a name of its own, for boxes that are sent separately. */
  options: readonly (Option & { name?: string })[];
  chosen?: readonly string[];
}

export function Checkboxes({ legend, options, chosen = [], name, id = name, hint, error }: CheckboxesProps) {
  return (
    <Fieldset id={id} legend={legend} hint={hint} error={error}>
      <div className="govuk-checkboxes">
        {options.map((option, place) => (
          <CheckboxItem
            key={`${option.name ?? name} ${option.value}`}
            {...option}
            id={idOfOption(id, place)}
            name={option.name ?? name}
            checked={chosen.includes(option.value)}
          />
        ))}
      </div>
    </Fieldset>
  );
}

interface CheckboxProps extends Option {
  name: string;
  id?: string;
  checked?: boolean;
  error?: string | undefined;
}

/** A single box that needs no question above it, as in "I confirm that this is right". */
export function Checkbox({ error, id, ...box }: CheckboxProps) {
  const boxId = id ?? box.name;
  return (
    <div className={error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      {error && (
        <p id={`${boxId}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
      <div className="govuk-checkboxes">
        <CheckboxItem {...box} id={boxId} errorId={error && `${boxId}-error`} />
      </div>
    </div>
  );
}

interface CheckboxItemProps extends Option {
  id: string;
  name: string;
  checked?: boolean;
  errorId?: string | undefined;
}

function CheckboxItem({ id, name, value, label, hint, checked = false, errorId }: CheckboxItemProps) {
  const described = [errorId, hint && `${id}-item-hint`].filter(Boolean).join(" ");
  return (
    <div className="govuk-checkboxes__item">
      <input
        className="govuk-checkboxes__input"
        id={id}
        name={name}
        type="checkbox"
        value={value}
        defaultChecked={checked}
        aria-describedby={described || undefined}
      />
      <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div id={`${id}-item-hint`} className="govuk-hint govuk-checkboxes__hint">
          {hint}
        </div>
      )}
    </div>
  );
}
