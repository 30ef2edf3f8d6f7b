import { useLoaderData } from "@remix-run/react";
import { Select } from "~/components/fields/select";
import { Filters } from "~/components/filters";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { SymbolLegend } from "~/components/published-cell";
import { ViewLinks } from "~/components/view-links";
import { formatDay } from "~/domain/calendar/day";
import { asReportingYear, formatYear } from "~/domain/calendar/reporting-year";
import { outOf } from "~/domain/statistics/in-words";
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
  const { content, number, releasedOn } = found.release;
  return { view, found: { content, number, releasedOn, years: found.years, rows: arrange(content.trusts, view) } };
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
  const { content, number, releasedOn, years, rows } = found;
  const { year, response, acceptance } = content;
  const link = (change: Record<string, string>) => paths.compare.year({ year, ...view, ...change });
  const regions = [...new Set(content.trusts.map(({ region }) => region))].sort();
  return (
    <>
      <PageHeading
        caption={`Release ${number} of ${formatDay(releasedOn)}`}
        lead={`${response.answered} of ${response.inScope} trusts answered. ${outOf(acceptance.any.yes, acceptance.any.known)} of those whose answer is known take children aged 0–2.`}
      >
        Every trust in {formatYear(year)}
      </PageHeading>
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
      <TrustsTable rows={rows} view={view} link={link} />
      <SymbolLegend />
      <p>
        Counts are children. Ages are completed months when the referral was received. A trust has no resident
        population, so counts of different trusts say how many came, not how many were in need.
      </p>
    </>
  );
}
