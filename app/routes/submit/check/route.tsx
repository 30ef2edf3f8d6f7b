import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button";
import { confirmedRows } from "~/components/confirmed-rows";
import { DataTable } from "~/components/data-table";
import { Details } from "~/components/details";
import { ExplanationList } from "~/components/explanation-list";
import { NotesList } from "~/components/notes-list";
import { Notification } from "~/components/notification";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { SymbolLegend } from "~/components/published-cell";
import { lineColumns, publishedCells } from "~/components/published-line";
import { savedInWords } from "~/components/saved-in-words";
import { SummaryList } from "~/components/summary-list";
import { formatYear } from "~/domain/calendar/reporting-year";
import { forTrust, yearOf } from "~/guards.server";
import { readyDraft } from "~/journeys/submit/draft";
import { publicLine } from "~/journeys/submit/public-line";
import { paths } from "~/paths";
import { AnswerTables } from "./answer-tables";

export const loader = forTrust(async ({ context, person, params, url }) => {
  const year = yearOf(params);
  const draft = await readyDraft(context, person, year);
  if (draft === null) throw redirect(paths.submit.year(year));
  const { file, typed, texts, figures, lastYear, said, explanations, notes } = draft;
  return {
    year,
    trust: person.trust,
    from: typed || file === null ? null : file.name,
    texts,
    figures,
    lastYear,
    line: await publicLine(context, person, year, figures),
    confirmed: confirmedRows(said),
    explanations,
    notes,
    changed: url.searchParams.get("said") === "changed" ? savedInWords({ ...draft, reader: person.id }) : null,
  };
});

export const meta = () => pageTitle("Check your answers");

export default function CheckAnswers() {
  const { year, trust, from, texts, figures, lastYear, line, confirmed, explanations, notes, changed } =
    useLoaderData<typeof loader>();
  const cells = [line.referred, line.accessed].flatMap(({ bands, total, all }) => [
    ...Object.values(bands),
    total,
    all,
  ]);
  return (
    <>
      <BackLink href={paths.submit.year(year)}>Return for {formatYear(year)}</BackLink>
      {changed !== null && (
        <Notification kind="important">
          <p className="govuk-notification-banner__heading">
            Nothing was sent: the answers changed while you were looking at them. {changed}. Check these before you
            declare.
          </p>
        </Notification>
      )}
      <PageHeading
        caption={`${trust.name}, ${formatYear(year)}`}
        lead={`${from === null ? "These are the answers on screen." : `This is how your file ${from} was read.`} Nothing has been sent yet. At the right is exactly what the public will see: small numbers are hidden.`}
      >
        Check your answers
      </PageHeading>
      <AnswerTables year={year} figures={figures} lastYear={lastYear} line={line} />
      <DataTable
        caption="Your line as the public will see it"
        rows={[line]}
        rowKey={({ ods }) => ods}
        columns={lineColumns()}
      />
      <SymbolLegend rows={[publishedCells(line), { ods: trust.ods, cells }]} />
      <ExplanationList explanations={explanations} />
      <NotesList texts={texts} />
      {confirmed.length > 0 && (
        <>
          <h2 className="govuk-heading-m">What you confirmed</h2>
          <SummaryList rows={confirmed} />
        </>
      )}
      {notes.length > 0 && (
        <Details
          summary={`${notes.length} ${notes.length === 1 ? "note" : "notes"} on how we read what you wrote`}
          open
        >
          <ul className="govuk-list govuk-list--bullet">
            {notes.slice(0, 20).map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Details>
      )}
      <ButtonLink href={paths.submit.declare(year)}>Continue to the declaration</ButtonLink>
    </>
  );
}
