import { Figure } from "~/components/charts/figure";
import { shareByYear } from "~/components/charts/share-by-year";
import { DataTable } from "~/components/data-table";
import { PageHeading } from "~/components/page-heading";
import type { PublishedFigure } from "~/db/published-figures";
import { outOf } from "~/domain/statistics/in-words";
import { markedPoints } from "./marked-points";

/** What is known before the first release: what the Foundation has published, each figure with its unit and source. */
export function NothingReleased({ published }: { published: readonly PublishedFigure[] }) {
  const accepting = published.find(({ statement }) => statement === "trusts that take referrals for 0-2s");
  if (accepting === undefined) {
    return (
      <PageHeading lead="The first figures will be here once a round has been released.">
        Nothing is released yet
      </PageHeading>
    );
  }
  const points = markedPoints(published);
  return (
    <>
      <PageHeading
        caption="Mental health trusts in England, asked in March 2024"
        lead={
          <>
            <strong>{outOf(accepting.numerator ?? 0, accepting.denominator ?? 0)}</strong> trusts that answered the
            Foundation’s request take referrals of children aged 0–2. No round has been released on this portal yet:
            these figures are those of its report of 2025.
          </>
        }
      >
        {accepting.value} of the mental health trusts that answered take children aged 0–2
      </PageHeading>
      <h2 className="govuk-heading-l">What has been published</h2>
      <Figure
        chart={shareByYear({ id: "published", title: "Who took no referrals of children aged 0–2" }, [], points)}
        source="Parent-Infant Foundation, Who is holding the baby? (2025) and Rare Jewels (2019)"
        date="June 2025"
      >
        <DataTable
          caption="Published figures"
          rows={published}
          rowKey={({ year, statement }) => `${year} ${statement}`}
          columns={[
            { key: "year", header: "Year", cell: ({ year }) => year },
            { key: "statement", header: "Figure", heads: true, cell: ({ statement }) => statement },
            { key: "value", header: "Value", numeric: true, cell: valueWithCount },
            { key: "unit", header: "Unit", cell: ({ unit }) => unit },
            { key: "source", header: "Source", cell: ({ source }) => source },
          ]}
        />
      </Figure>
      <p>
        The figure of 2019 counts areas, the figures of 2024 count trusts. They must not be subtracted from each other.
        The first round on this portal will be released here.
      </p>
    </>
  );
}

function valueWithCount({ value, numerator, denominator }: PublishedFigure): string {
  return numerator !== null && denominator !== null && value.endsWith("%")
    ? `${numerator} of ${denominator} (${value})`
    : value;
}
