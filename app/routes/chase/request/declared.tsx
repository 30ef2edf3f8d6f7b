import { AcceptForm } from "~/components/accept-form";
import { confirmedRows } from "~/components/confirmed-rows";
import { ExplanationList } from "~/components/explanation-list";
import { FiguresTable } from "~/components/figures-table";
import { NotesList } from "~/components/notes-list";
import { SummaryList } from "~/components/summary-list";
import { Versions } from "~/components/versions";
import type { StoredReturn } from "~/db/returns";
import { formatYear, previousYear } from "~/domain/calendar/reporting-year";
import type { RequestFile } from "~/journeys/chase/request";
import { paths } from "~/paths";

interface DeclaredProps extends Pick<RequestFile, "trust" | "round" | "versions" | "said" | "lastYear" | "reasons"> {
  latest: StoredReturn;
}

/** What the trust declared last, beside last year's, and the decision about it. */
export function Declared({ trust, round, versions, said, lastYear, reasons, latest }: DeclaredProps) {
  const confirmed = confirmedRows(said);
  return (
    <section aria-labelledby="figures">
      <h2 className="govuk-heading-m" id="figures">
        What the trust declared
      </h2>
      <FiguresTable figures={latest.figures} caption={`Version ${latest.version}, reference ${latest.reference}`} />
      <ExplanationList explanations={latest.explanations} />
      <NotesList texts={latest.texts} />
      {lastYear && <FiguresTable figures={lastYear} caption={`Declared for ${formatYear(previousYear(round.year))}`} />}
      {latest.reason !== "" && <SummaryList rows={[{ key: "Why it was changed", value: latest.reason }]} />}
      {confirmed.length > 0 && (
        <>
          <h3 className="govuk-heading-s">What the trust confirmed</h3>
          <SummaryList rows={confirmed} />
        </>
      )}
      {latest.accepted ? (
        latest.footnotes.length > 0 && (
          <SummaryList rows={latest.footnotes.map((text, place) => ({ key: `Footnote ${place + 1}`, value: text }))} />
        )
      ) : (
        <AcceptForm action={paths.chase.accept(round.year, trust.ods)} returnId={latest.id} reasons={reasons} />
      )}
      <Versions versions={versions} receiptOf={() => null} />
      {versions.length > 1 && (
        <p>
          <a href={paths.chase.versions(round.year, trust.ods)}>See what changed between versions</a>
        </p>
      )}
    </section>
  );
}
