import { RequestStateTag } from "~/components/request-state";
import { SummaryList } from "~/components/summary-list";
import { formatDayWithWeekday } from "~/domain/calendar/day";
import { formatTimeliness } from "~/domain/requests/lateness";
import { STEPS } from "~/domain/requests/next-step";
import type { RequestFile } from "~/journeys/chase/request";
import { paths } from "~/paths";

type FactsProps = Pick<RequestFile, "trust" | "round" | "state" | "due" | "nextStep">;

/** How a request stands, and what is to be done about it. */
export function Facts({ trust, round, state, due, nextStep }: FactsProps) {
  return (
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
  );
}

function lateness({ workingDaysLate, veryOverdue }: { workingDaysLate: number; veryOverdue: boolean }): string {
  const days = `${workingDaysLate} working ${workingDaysLate === 1 ? "day" : "days"}`;
  return veryOverdue ? `${days}, very overdue` : days;
}
