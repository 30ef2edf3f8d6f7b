import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { confirmedRows } from "~/components/confirmed-rows";
import { ExplanationList } from "~/components/explanation-list";
import { FiguresTable } from "~/components/figures-table";
import { NotesList } from "~/components/notes-list";
import { Notification } from "~/components/notification";
import { pageTitle } from "~/components/page-title";
import { Panel } from "~/components/panel";
import { SummaryList } from "~/components/summary-list";
import { WhatHappensNext } from "~/components/what-happens-next";
import { formatDay, formatMoment } from "~/domain/calendar/day";
import { formatYear } from "~/domain/calendar/reporting-year";
import { forTrust, yearOf } from "~/guards.server";
import { readConfirmations } from "~/journeys/submit/confirmations";
import { yourRound } from "~/journeys/submit/your-round";
import { paths } from "~/paths";

export const loader = forTrust(async ({ context, person, params, url }) => {
  const yours = await yourRound(context, person, yearOf(params));
  const asked = url.searchParams.get("version");
  const version =
    asked === null ? yours?.versions.at(-1) : yours?.versions.find((one) => String(one.version) === asked);
  if (yours === null || version === undefined) {
    throw new Response("There is no such receipt: nothing was sent, or no such version.", { status: 404 });
  }
  const confirmed = confirmedRows(readConfirmations(version.confirmations));
  const isLatest = version === yours.versions.at(-1);
  const byColleague = url.searchParams.get("said") === "colleague";
  const { round, state } = yours;
  return { year: round.year, trust: person.trust, version, confirmed, isLatest, state: state.kind, byColleague };
});

export const meta = () => pageTitle("Receipt");

export default function Receipt() {
  const { year, trust, version, confirmed, isLatest, state, byColleague } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.submit.year(year)}>Return for {formatYear(year)}</BackLink>
      {byColleague && (
        <Notification kind="important">
          <p className="govuk-notification-banner__heading">
            {version.declaredName} had sent these answers already, on {formatMoment(version.declaredAt.getTime())}. They
            were not sent a second time.
          </p>
        </Notification>
      )}
      <Panel title={isLatest ? "Return received" : `Version ${version.version} of your return`}>
        Your reference
        <br />
        <strong>{version.reference}</strong>
      </Panel>
      <p className="govuk-body-l">
        Keep this page as proof that {trust.name} has answered for {formatYear(year)}: print it, or save it as a PDF.
        {version.confirmedTo !== null && ` A letter with the reference goes to ${version.confirmedTo}.`}
      </p>
      {isLatest && <WhatHappensNext state={state} />}
      <FiguresTable figures={version.figures} caption="What you declared" />
      <ExplanationList explanations={version.explanations} />
      <NotesList texts={version.texts} />
      {confirmed.length > 0 && (
        <>
          <h2 className="govuk-heading-m">What you confirmed</h2>
          <SummaryList rows={confirmed} />
        </>
      )}
      <h2 className="govuk-heading-m">The declaration</h2>
      <SummaryList
        rows={[
          { key: "Trust", value: `${trust.name} (${trust.ods})` },
          { key: "Reporting year", value: formatYear(year) },
          { key: "Version", value: version.version },
          ...(version.reason === "" ? [] : [{ key: "Why it was changed", value: version.reason }]),
          { key: "Declared by", value: `${version.declaredName}, ${version.declaredRole}` },
          { key: "Declared on", value: formatDay(version.declaredOn) },
          { key: "Received", value: formatMoment(version.declaredAt.getTime()) },
          {
            key: version.typed ? "Typed on screen, kept as" : "File",
            value: (
              <>
                {version.fileName}{" "}
                <a className="change" href={paths.submit.receiptFile(year, version.version)}>
                  Download it as it was kept
                </a>
              </>
            ),
          },
          {
            key: "Fingerprint of the file (SHA-256)",
            value: <code className="fingerprint">{version.fileSha256}</code>,
          },
        ]}
      />
    </>
  );
}
