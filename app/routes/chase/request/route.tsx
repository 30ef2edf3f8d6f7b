import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { confirmedRows } from "~/components/confirmed-rows";
import { DueDateWorking } from "~/components/due-date";
import { FiguresTable } from "~/components/figures-table";
import { Notification } from "~/components/notification";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { RequestStateTag } from "~/components/request-state";
import { SummaryList } from "~/components/summary-list";
import { formatDayWithWeekday } from "~/domain/calendar/day";
import { formatYear, previousYear } from "~/domain/calendar/reporting-year";
import { formatTimeliness } from "~/domain/requests/lateness";
import { STEPS } from "~/domain/requests/next-step";
import { forStaff, yearOf } from "~/guards.server";
import { requestFile } from "~/journeys/chase/request";
import { paths } from "~/paths";
import { History } from "./history";
import { Versions } from "./versions";

export const loader = forStaff(async ({ context, params, url }) => {
  const found = await requestFile(context, yearOf(params), params.ods ?? "");
  if (found === null) throw new Response("There is no request to that trust in that round.", { status: 404 });
  return { ...found, notice: url.searchParams.get("said") };
});

export const meta = () => pageTitle("Request");

export default function RequestPage() {
  const { trust, round, state, due, nextStep, events, versions, said, lastYear, notice } =
    useLoaderData<typeof loader>();
  const latest = versions.at(-1);
  const confirmed = confirmedRows(said);
  return (
    <>
      <BackLink href={paths.chase.tracker(round.year)}>Tracker {formatYear(round.year)}</BackLink>
      {notice === "accepted" && latest?.accepted && (
        <Notification kind="success">
          <p className="govuk-notification-banner__heading">The return is accepted and will be in the next release.</p>
        </Notification>
      )}
      {notice === "newer" && (
        <Notification kind="important">
          <p className="govuk-notification-banner__heading">
            Nothing was accepted: the trust has sent a newer version. It is shown below.
          </p>
        </Notification>
      )}
      <PageHeading caption={`${trust.ods} · ${trust.region} · ${formatYear(round.year)}`}>{trust.name}</PageHeading>
      <SummaryList
        rows={[
          { key: "State", value: <RequestStateTag kind={state.kind} /> },
          ...(due === null || state.kind === "outcome-not-recorded"
            ? []
            : [{ key: "Due", value: formatDayWithWeekday(due) }]),
          ...("timeliness" in state ? [{ key: "Answered", value: formatTimeliness(state.timeliness) }] : []),
          ...(state.kind === "overdue" ? [{ key: "Late", value: lateness(state) }] : []),
          ...(state.kind === "transferred"
            ? [{ key: "Held by", value: <a href={paths.chase.request(round.year, state.holder)}>{state.holder}</a> }]
            : []),
          ...(trust.basis === null ? [] : [{ key: "In the list of 2024", value: trust.basis }]),
          ...(nextStep === null ? [] : [{ key: "Next step", value: STEPS[nextStep.step] }]),
        ]}
      />
      {state.kind !== "outcome-not-recorded" && <DueDateWorking clock={state.clock} />}
      {latest && (
        <section aria-labelledby="figures">
          <h2 className="govuk-heading-m" id="figures">
            What the trust declared
          </h2>
          <FiguresTable figures={latest.figures} caption={`Version ${latest.version}, reference ${latest.reference}`} />
          {lastYear && (
            <FiguresTable figures={lastYear} caption={`Declared for ${formatYear(previousYear(round.year))}`} />
          )}
          {confirmed.length > 0 && (
            <>
              <h3 className="govuk-heading-s">What the trust confirmed</h3>
              <SummaryList rows={confirmed} />
            </>
          )}
          {!latest.accepted && (
            <form method="post" action={paths.chase.accept(round.year, trust.ods)}>
              <input type="hidden" name="returnId" value={latest.id} />
              <Button>Accept this return</Button>
            </form>
          )}
          <Versions versions={versions} />
        </section>
      )}
      <History events={events} />
    </>
  );
}

function lateness({ workingDaysLate, veryOverdue }: { workingDaysLate: number; veryOverdue: boolean }): string {
  const days = `${workingDaysLate} working ${workingDaysLate === 1 ? "day" : "days"}`;
  return veryOverdue ? `${days}, very overdue` : days;
}
