import { DataTable } from "~/components/data-table";
import type { PublishedFigure } from "~/db/published-figures";

/** What the source of an imported round says in all, where it does not say which trusts answered. */
export function PublishedOutcome({ figures }: { figures: readonly PublishedFigure[] }) {
  const ofTheRequest = figures.filter(({ year, denominator }) => year === "2024" && denominator !== null);
  return (
    <section aria-labelledby="published-outcome">
      <h2 className="govuk-heading-m" id="published-outcome">
        What was published of this round
      </h2>
      <p>
        The report of 2025 says how many trusts answered, not which. So no answer and no lateness is recorded for any
        trust below.
      </p>
      <DataTable
        caption="Published figures of the request of 21 March 2024"
        hideCaption
        rows={ofTheRequest}
        rowKey={({ statement }) => statement}
        columns={[
          { key: "statement", header: "Figure", heads: true, cell: ({ statement }) => statement },
          {
            key: "value",
            header: "Number",
            numeric: true,
            cell: ({ numerator, denominator }) => (numerator === null ? "–" : `${numerator} of ${denominator}`),
          },
          { key: "unit", header: "Unit", cell: ({ unit }) => unit },
          { key: "source", header: "Source", cell: ({ source }) => source },
        ]}
      />
    </section>
  );
}
