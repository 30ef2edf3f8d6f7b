import { Notification } from "~/components/notification";
import type { ReportingYear } from "~/domain/calendar/reporting-year";
import { paths } from "~/paths";

/** Told before a colleague's answers are replaced: whose they are, of when, and how to see them. */
export function ChangedMeanwhile({ year, saved }: { year: ReportingYear; saved: string }) {
  return (
    <Notification kind="important">
      <p className="govuk-notification-banner__heading">
        The answers were changed while you were typing. {saved}. Yours are below and not saved yet.
      </p>
      <p>
        <a href={paths.submit.form(year)} target="_blank" rel="noopener">
          See the saved answers in a new tab
        </a>
        . To put yours in their place, choose “Save and continue”. To leave them as they are,{" "}
        <a href={paths.submit.form(year)}>go on with the saved answers</a>.
      </p>
    </Notification>
  );
}
