import { useLoaderData } from "@remix-run/react";
import { Select } from "~/components/fields/select";
import { Filters } from "~/components/filters";
import { Footnotes, footnotesOf } from "~/components/footnotes";
import { Inset } from "~/components/inset";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { SymbolLegend } from "~/components/published-cell";
import { publishedCells } from "~/components/published-line";
import { ViewLinks } from "~/components/view-links";
import { formatDay } from "~/domain/calendar/day";
import { asReportingYear, formatYear } from "~/domain/calendar/reporting-year";
import { outOf } from "~/domain/statistics/in-words";
import { isFirm } from "~/domain/statistics/proportion";
import { forEveryone } from "~/guards.server";
import { yearToCompare } from "~/journeys/compare/year";
import { paths } from "~/paths";
import { TrustsTable } from "./trusts-table";
import { arrange, readView, TAKES_CHOICES } from "./view";

export const loader = forEveryone(async ({ context, url }) => {
  const asked = url.searchParams.get("year");
  const found = await yearToCompare(context, asked === null ? null : asReportingYear(asked));
  if (asked !== null && (found === null || found.release.year !== asked)) {
    throw new Response("No figures are released for that year.", { status: 404 });
  }
  const view = readView(url.searchParams);
  if (found === null) return { view, found: null };
  const { content, number, releasedOn, note } = found.release;
  return {
    view,
    found: { content, number, releasedOn, note, years: found.years, rows: arrange(content.trusts, view) },
  };
});

export const meta = () => pageTitle("Compare trusts");

export default function CompareYear() {
  const { view, found } = useLoaderData<typeof loader>();
  if (found === null) {
    return (
      <PageHeading lead="Nothing is released yet. The first round’s figures will be here once it is.">
        Compare trusts
      </PageHeading>
    );
  }
  const { content, number, releasedOn, note, years, rows } = found;
  const { year, response, acceptance } = content;
  const notes = footnotesOf(rows);
  const link = (change: Record<string, string>) => paths.compare.year({ year, ...view, ...change });
  const regions = [...new Set(content.trusts.map(({ region }) => region))].sort();
  return (
    <>
      <PageHeading
        caption={`Release ${number}, ${formatDay(releasedOn)}`}
        lead={
          isFirm(acceptance.any)
            ? `${response.answered} of ${response.inScope} trusts answered. ${outOf(acceptance.any.yes, acceptance.any.known)} whose answer is known take children aged 0–2.`
            : `${response.answered} of ${response.inScope} trusts have answered so far, too few to state a share.`
        }
      >
        Every trust in {formatYear(year)}
      </PageHeading>
      {note !== "" && (
        <Inset>
          Release {number} takes the place of release {number - 1}: {note}
        </Inset>
      )}
      <ViewLinks
        label="Years"
        views={years.map((other) => ({
          href: paths.compare.year({ ...view, year: other }),
          text: formatYear(other),
          current: other === year,
        }))}
      />
      <Filters action={paths.compare.year()} label="Filter trusts">
        <input type="hidden" name="year" value={year} />
        <input type="hidden" name="sort" value={view.sort} />
        <Select
          name="region"
          label="Region"
          value={view.region}
          options={[{ value: "", text: "All regions" }, ...regions.map((region) => ({ value: region, text: region }))]}
        />
        <Select name="takes" label="Takes 0–2s" value={view.takes} options={TAKES_CHOICES} />
      </Filters>
      <TrustsTable rows={rows} notes={notes} view={view} link={link} />
      <SymbolLegend rows={rows.map(publishedCells)} />
      <Footnotes notes={notes} linked />
      <p>
        Counts are children. Ages are completed months when the referral was received. A trust has no resident
        population, so counts of different trusts say how many came, not how many were in need.
      </p>
    </>
  );
}
