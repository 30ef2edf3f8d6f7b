import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button";
import { confirmedRows } from "~/components/confirmed-rows";
import { Details } from "~/components/details";
import { FiguresTable } from "~/components/figures-table";
import { Notification } from "~/components/notification";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { SummaryList } from "~/components/summary-list";
import { formatYear, previousYear } from "~/domain/calendar/reporting-year";
import { forTrust, yearOf } from "~/guards.server";
import { readyDraft } from "~/journeys/submit/draft";
import { paths } from "~/paths";

export const loader = forTrust(async ({ context, person, params, url }) => {
  const year = yearOf(params);
  const draft = await readyDraft(context, person, year);
  if (draft === null) throw redirect(paths.submit.year(year));
  const { file, lastYear, said } = draft;
  const { fileName, figures } = file;
  const changed = url.searchParams.get("said") === "changed";
  return {
    year,
    trust: person.trust,
    fileName,
    figures,
    lastYear,
    confirmed: confirmedRows(said),
    notes: draft.notes,
    changed,
  };
});

export const meta = () => pageTitle("Check your answers");

export default function CheckAnswers() {
  const { year, trust, fileName, figures, lastYear, confirmed, notes, changed } = useLoaderData<typeof loader>();
  const before = previousYear(year);
  return (
    <>
      <BackLink href={paths.submit.year(year)}>Return for {formatYear(year)}</BackLink>
      {changed && (
        <Notification kind="important">
          <p className="govuk-notification-banner__heading">
            Nothing was sent: the file changed while you were looking at it. Check these answers before you declare.
          </p>
        </Notification>
      )}
      <PageHeading caption={trust.name} lead={`This is how your file ${fileName} was read. Nothing has been sent yet.`}>
        Check your answers
      </PageHeading>
      <FiguresTable figures={figures} caption={`Your answers for ${formatYear(year)}`} />
      {lastYear && <FiguresTable figures={lastYear} caption={`What your trust declared for ${formatYear(before)}`} />}
      {confirmed.length > 0 && (
        <>
          <h2 className="govuk-heading-m">What you confirmed</h2>
          <SummaryList rows={confirmed} />
        </>
      )}
      {notes.length > 0 && (
        <Details summary={`${notes.length} ${notes.length === 1 ? "note" : "notes"} on how we read your file`} open>
          <ul className="govuk-list govuk-list--bullet">
            {notes.slice(0, 20).map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Details>
      )}
      <p>
        If something is wrong, mend your file and <a href={paths.submit.upload(year)}>upload it again</a>.
      </p>
      <ButtonLink href={paths.submit.declare(year)}>Continue to the declaration</ButtonLink>
    </>
  );
}
