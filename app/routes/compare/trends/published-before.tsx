import { DataTable } from "~/components/data-table";
import type { PublishedFigure } from "~/db/published-figures";

/** Figures that were published before this collection: dated facts, each with its unit, joined to nothing. */
export function PublishedBefore({ figures }: { figures: readonly PublishedFigure[] }) {
  return (
    <section aria-labelledby="published-before">
      <h2 className="govuk-heading-l" id="published-before">
        Published before
      </h2>
      <p>
        The figure of 2019 counts areas that commission services, those of 2024 count trusts that provide them. They are
        two facts of different kinds: do not subtract one from the other.
      </p>
      <DataTable
        caption="Figures published by the Parent-Infant Foundation"
        hideCaption
        rows={figures}
        rowKey={({ year, statement }) => `${year} ${statement}`}
        columns={[
          { key: "year", header: "Year", cell: ({ year }) => year },
          { key: "statement", header: "Figure", heads: true, cell: ({ statement }) => statement },
          { key: "value", header: "Value", numeric: true, cell: ({ value }) => value },
          {
            key: "of",
            header: "Count",
            numeric: true,
            cell: ({ numerator, denominator }) =>
              numerator === null ? "–" : denominator === null ? numerator : `${numerator} of ${denominator}`,
          },
          { key: "unit", header: "Unit", cell: ({ unit }) => unit },
          { key: "comparable", header: "Comparable with", cell: ({ comparableWith }) => comparableWith },
          { key: "source", header: "Source", cell: ({ source }) => source },
        ]}
      />
    </section>
  );
}
