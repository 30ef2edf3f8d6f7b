import { DataTable } from "~/components/data-table";
import type { StoredRelease } from "~/db/releases";
import { formatYear } from "~/domain/calendar/reporting-year";
import { figureOrRange, membershipOf, outOf, shareInWords } from "~/domain/statistics/in-words";
import { paths } from "~/paths";

/** How things stood each year, over whoever answered in it. */
export function YearsTable({ releases }: { releases: readonly StoredRelease[] }) {
  return (
    <section aria-labelledby="each-year">
      <h2 className="govuk-heading-l" id="each-year">
        Each year, over whoever answered
      </h2>
      <p>These cover different trusts, so two years must not be subtracted from each other.</p>
      <DataTable
        caption="Each year"
        hideCaption
        rows={releases}
        rowKey={({ year }) => year}
        columns={[
          {
            key: "year",
            oneLine: true,
            header: "Year",
            heads: true,
            cell: ({ year }) => <a href={paths.compare.year({ year })}>{formatYear(year)}</a>,
          },
          {
            key: "answered",
            header: "Answered",
            numeric: true,
            cell: ({ content: { response } }) => outOf(response.answered, response.inScope),
          },
          {
            key: "any",
            header: "Take 0–2s",
            numeric: true,
            cell: ({ content: { acceptance } }) => outOf(acceptance.any.yes, acceptance.any.known),
          },
          {
            key: "all",
            header: "Take all three ages",
            numeric: true,
            cell: ({ content: { acceptance } }) => outOf(acceptance.all.yes, acceptance.all.known),
          },
          {
            key: "few",
            header: "Ten referrals or fewer",
            numeric: true,
            cell: ({ content: { referralSize } }) => membershipOf(referralSize.classes["0-10"], referralSize.of),
          },
          {
            key: "referred",
            header: "Children 0–2 referred, trusts with both figures known",
            numeric: true,
            cell: ({ content: { pooled } }) => `${figureOrRange(pooled.referred02)} (${pooled.trusts} trusts)`,
          },
          {
            key: "share",
            header: "Their share of all 0–18 referred to these trusts",
            numeric: true,
            cell: ({ content: { pooled } }) => (pooled.share === null ? "not known" : shareInWords(pooled.share)),
          },
        ]}
      />
    </section>
  );
}
