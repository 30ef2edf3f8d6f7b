import type { ReactNode } from "react";

/** What every field has: a name, words that say what to enter, and, after a mistake, what to put right. */
export interface FieldText {
  name: string;
  label: ReactNode;
  /** The name, unless two fields of a page share one. Error summaries link to it. */
  id?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
}

interface FieldProps extends Pick<FieldText, "label" | "hint" | "error"> {
  id: string;
  /** For a cell of a grid, whose row and column already say it to those who see them. */
  hideLabel?: boolean | undefined;
  children: ReactNode;
}

/** A label, its hint and its error, above one control. */
export function Field({ id, label, hint, error, hideLabel = false, children }: FieldProps) {
  return (
    <div className={error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group"}>
      <label className={hideLabel ? "govuk-label govuk-visually-hidden" : "govuk-label"} htmlFor={id}>
        {label}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

export function HintAndError({ id, hint, error }: { id: string; hint?: ReactNode; error?: string | undefined }) {
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} className="govuk-hint">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
    </>
  );
}

/** The ids of a field's hint and error, for `aria-describedby`. */
export function describedBy(id: string, { hint, error }: Pick<FieldText, "hint" | "error">): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(" ");
}
