import type { ReactNode } from "react";

interface SummaryRow {
  key: string;
  value: ReactNode;
  /** `about` completes the link for those who hear it alone: "Change" + "children referred, 0–12 months". */
  action?: { href: string; text: string; about: string };
}

export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const someCanBeChanged = rows.some((row) => row.action !== undefined);
  return (
    <dl className="govuk-summary-list">
      {rows.map(({ key, value, action }) => (
        <div
          key={key}
          className={`govuk-summary-list__row${someCanBeChanged && !action ? " govuk-summary-list__row--no-actions" : ""}`}
        >
          <dt className="govuk-summary-list__key">{key}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
          {action && (
            <dd className="govuk-summary-list__actions">
              <a className="govuk-link" href={action.href}>
                {action.text}
                <span className="govuk-visually-hidden"> {action.about}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
