import { formatYear, type ReportingYear } from "../domain/calendar/reporting-year";
import type { RoundTally } from "../domain/requests/round-tally";
import type { Column } from "./data-table";

interface RoundRow {
  readonly round: { readonly year: ReportingYear };
  readonly tally: RoundTally;
}

/** The year of a round, leading to what can be done about it, and how many trusts have answered. */
export function roundColumns<Row extends RoundRow>(hrefOf: (row: Row) => string | null): Column<Row>[] {
  return [
    {
      key: "year",
      header: "Reporting year",
      oneLine: true,
      heads: true,
      cell: (row) => {
        const href = hrefOf(row);
        return href === null ? formatYear(row.round.year) : <a href={href}>{formatYear(row.round.year)}</a>;
      },
    },
    {
      key: "answered",
      header: "Answered, of trusts in scope",
      numeric: true,
      cell: ({ tally }) =>
        tally.outcomeNotRecorded.length > 0
          ? `not recorded, of ${tally.inScope.length}`
          : `${tally.answered.length} of ${tally.inScope.length}`,
    },
  ];
}
