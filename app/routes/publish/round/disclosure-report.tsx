import { DataTable } from "~/components/data-table";
import { Details } from "~/components/details";
import type { DisclosureReport as Report, Withheld } from "~/domain/disclosure/release-content";
import { AGE_BAND_TEXT, AGE_BANDS } from "~/domain/returns/return";

/** What is hidden in a release, why, and how closely an outsider could still tell. */
export function DisclosureReport({ report }: { report: Report }) {
  return (
    <section aria-labelledby="disclosure">
      <h2 className="govuk-heading-m" id="disclosure">
        Disclosure control
      </h2>
      <p>{report.why}</p>
      <ul className="govuk-list govuk-list--bullet">
        {report.checks.map(({ of, says }) => (
          <li key={of}>Passed: {says}</li>
        ))}
      </ul>
      <Details summary={`The ${report.withheld.length} figures that are not shown as given`}>
        <DataTable
          caption="Figures not shown as given"
          hideCaption
          rows={report.withheld}
          rowKey={({ ods, measure, cell }) => `${ods} ${measure} ${cell}`}
          columns={[
            { key: "ods", header: "Trust", heads: true, cell: ({ ods }) => ods },
            { key: "cell", header: "Figure", cell: (withheld) => `${withheld.measure}, ${ageOf(withheld)}` },
            { key: "shown", header: "Shown as", cell: ({ shownAs }) => (shownAs === "range" ? "a range" : shownAs) },
            {
              key: "derivable",
              header: "An outsider can tell only",
              cell: ({ derivable: { lowest, highest } }) =>
                highest === null ? `${lowest} or more` : `${lowest} to ${highest}`,
            },
          ]}
        />
      </Details>
    </section>
  );
}

function ageOf({ cell }: Withheld): string {
  const band = AGE_BANDS.find((each) => each === cell);
  if (band !== undefined) return AGE_BAND_TEXT[band].label;
  return cell === "all" ? "0–18 years" : "0–2 in all";
}
