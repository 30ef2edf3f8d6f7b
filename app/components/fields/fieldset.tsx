import type { ReactNode } from "react";
import { describedBy, type FieldText, HintAndError } from "./field";

/** Several controls that answer one question: the question is the legend. */
export function Fieldset({ id, legend, hint, error, children }: FieldsetProps) {
  return (
    <div className={error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy(id, { hint, error })}>
        <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
        <HintAndError id={id} hint={hint} error={error} />
        {children}
      </fieldset>
    </div>
  );
}

interface FieldsetProps extends Pick<FieldText, "hint" | "error"> {
  id: string;
  legend: ReactNode;
  children: ReactNode;
}
