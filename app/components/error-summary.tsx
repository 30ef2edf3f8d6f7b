export interface SummarisedProblem {
  text: string;
  /** The field it is about, as in "#email"; none where no single field is at fault. */
  href?: string | undefined;
}

// Takes the focus when the page opens, so that the problems are the first thing heard.
const FOCUSED_ON_LOAD = { tabIndex: -1, autoFocus: true };

/** Everything that stops a form, at the top of its page. Shows nothing when nothing is wrong. */
export function ErrorSummary({
  problems,
  title = "There is a problem",
}: {
  problems: readonly SummarisedProblem[];
  title?: string | undefined;
}) {
  if (problems.length === 0) return null;
  return (
    <div className="govuk-error-summary" {...FOCUSED_ON_LOAD}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {problems.map(({ text, href }) => (
              <li key={`${href} ${text}`}>{href ? <a href={href}>{text}</a> : text}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
