import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { VersionDifferences } from "~/components/version-differences";
import { Versions } from "~/components/versions";
import { formatYear } from "~/domain/calendar/reporting-year";
import { forTrust, yearOf } from "~/guards.server";
import { yourRound } from "~/journeys/submit/your-round";
import { paths } from "~/paths";

export const loader = forTrust(async ({ context, person, params, url }) => {
  const year = yearOf(params);
  const yours = await yourRound(context, person, year);
  if (yours === null || yours.versions.length === 0) {
    throw new Response("There are no versions for that year: nothing was sent.", { status: 404 });
  }
  const [from, to] = [url.searchParams.get("from"), url.searchParams.get("to")];
  return { year, trust: person.trust, versions: yours.versions, from, to };
});

export const meta = () => pageTitle("Versions of your return");

export default function VersionsOfReturn() {
  const { year, trust, versions, from, to } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.submit.year(year)}>Return for {formatYear(year)}</BackLink>
      <PageHeading caption={`${trust.name}, ${formatYear(year)}`} lead="Every version that was sent is kept as it was.">
        Versions of your return
      </PageHeading>
      <Versions versions={versions} receiptOf={(version) => paths.submit.receipt(year, version)} />
      {versions.length > 1 && <VersionDifferences versions={versions} from={from} to={to} />}
    </>
  );
}
