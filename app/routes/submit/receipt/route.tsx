import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { FiguresTable } from "~/components/figures-table";
import { pageTitle } from "~/components/page-title";
import { Panel } from "~/components/panel";
import { SummaryList } from "~/components/summary-list";
import { formatDay } from "~/domain/calendar/day";
import { formatYear } from "~/domain/calendar/reporting-year";
import { forTrust, yearOf } from "~/guards.server";
import { yourRound } from "~/journeys/submit/your-round";
import { paths } from "~/paths";

export const loader = forTrust(async ({ context, person, params }) => {
  const yours = await yourRound(context, person, yearOf(params));
  const latest = yours?.versions.at(-1);
  if (yours === null || latest === undefined) {
    throw new Response("There is no receipt for that year: nothing was sent.", { status: 404 });
  }
  return { year: yours.round.year, trust: person.trust, latest };
});

export const meta = () => pageTitle("Receipt");

export default function Receipt() {
  const { year, trust, latest } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.submit.home()}>Your return</BackLink>
      <Panel title="Return received">
        Your reference
        <br />
        <strong>{latest.reference}</strong>
      </Panel>
      <p className="govuk-body-l">
        Keep this page as proof that {trust.name} has answered for {formatYear(year)}.
        {latest.confirmedTo !== null && ` A letter with the reference goes to ${latest.confirmedTo}.`}
      </p>
      <h2 className="govuk-heading-m">What happens next</h2>
      <p>
        {latest.accepted
          ? "The Foundation has checked your figures and accepted them."
          : "The Foundation checks your figures and accepts them, or asks you about them."}{" "}
        Accepted figures are released with those of the other trusts; small numbers are hidden first, so that no child
        can be identified.
      </p>
      <FiguresTable figures={latest.figures} caption="What you declared" />
      <SummaryList
        rows={[
          { key: "Trust", value: `${trust.name} (${trust.ods})` },
          { key: "Reporting year", value: formatYear(year) },
          { key: "Version", value: latest.version },
          { key: "Declared by", value: `${latest.declaredName}, ${latest.declaredRole}` },
          { key: "Declared on", value: formatDay(latest.declaredOn) },
          { key: "File", value: latest.fileName },
          { key: "Fingerprint of the file (SHA-256)", value: <code className="fingerprint">{latest.fileSha256}</code> },
        ]}
      />
    </>
  );
}
