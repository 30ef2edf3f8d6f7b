import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { VersionDifferences } from "~/components/version-differences";
import { Versions } from "~/components/versions";
import { formatYear } from "~/domain/calendar/reporting-year";
import { forStaff, yearOf } from "~/guards.server";
import { requestFile } from "~/journeys/chase/request";
import { paths } from "~/paths";

export const loader = forStaff(async ({ context, params, url }) => {
  const found = await requestFile(context, yearOf(params), params.ods ?? "");
  if (found === null || found.versions.length === 0) {
    throw new Response("That trust has sent nothing in that round.", { status: 404 });
  }
  const [from, to] = [url.searchParams.get("from"), url.searchParams.get("to")];
  return { trust: found.trust, year: found.round.year, versions: found.versions, from, to };
});

export const meta = () => pageTitle("Versions of a return");

export default function VersionsOfReturn() {
  const { trust, year, versions, from, to } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.chase.request(year, trust.ods)}>{trust.name}</BackLink>
      <PageHeading caption={`${trust.ods} · ${formatYear(year)}`}>Versions of the return</PageHeading>
      <Versions versions={versions} receiptOf={() => null} />
      {versions.length > 1 && <VersionDifferences versions={versions} from={from} to={to} />}
    </>
  );
}
