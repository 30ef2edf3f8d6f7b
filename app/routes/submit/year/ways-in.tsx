import { ButtonLink } from "~/components/button";
import type { ReportingYear } from "~/domain/calendar/reporting-year";
import { paths } from "~/paths";

/** Two equal ways to give the answers, and the way for those who have none to give. */
export function WaysIn({ year }: { year: ReportingYear }) {
  return (
    <section aria-labelledby="ways-in">
      <h2 className="govuk-heading-m" id="ways-in">
        Give your answers
      </h2>
      <p>Either way takes about ten minutes, is checked in the same way, and is saved as you go.</p>
      <div className="ways-in">
        <div className="ways-in__way">
          <h3 className="govuk-heading-s">On screen</h3>
          <p>Type eleven answers into a grid, or paste the cells from your spreadsheet.</p>
          <ButtonLink href={paths.submit.form(year)}>Type your answers</ButtonLink>
        </div>
        <div className="ways-in__way">
          <h3 className="govuk-heading-s">In a file</h3>
          <p>
            Upload a CSV file. <a href={paths.submit.template(year)}>Download yours to fill in</a>: your trust and the
            year are in it.
          </p>
          <ButtonLink href={paths.submit.upload(year)}>Upload your return</ButtonLink>
        </div>
      </div>
      <p>
        Not held, refused, or not clear what is asked?{" "}
        <a href={paths.submit.otherAnswer(year)}>Answer in another way</a>.
      </p>
    </section>
  );
}
