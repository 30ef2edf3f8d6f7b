import type { Day } from "../calendar/day";
import { type Answer, answerOf } from "./answer";
import { type Clock, requestClock } from "./clock";
import type { RequestEvent } from "./event";
import { isOverdue, isVeryOverdue, type Timeliness, timeliness, workingDaysLate } from "./lateness";

/** Every state a request can be in, in display order. */
export const REQUEST_STATES = {
  "not-sent": "Not sent",
  undelivered: "Could not be delivered",
  overdue: "Overdue",
  waiting: "Waiting for an answer",
  "clarification-asked": "Clarification asked",
  "fee-notice": "Fee notice given",
  answered: "Answered, to be checked",
  "part-answered": "Part answered, to be checked",
  queried: "Queried",
  refused: "Refused",
  "not-held": "Not held",
  transferred: "Another trust holds the data",
  accepted: "Accepted",
  "outcome-not-recorded": "Outcome not recorded",
} as const;

export type RequestStateKind = keyof typeof REQUEST_STATES;

/** The state of a request, beside the clock it was worked out from. */
export type RequestState = { readonly clock: Clock } & (
  | { readonly kind: "not-sent" | "undelivered" | "waiting" | "clarification-asked" | "fee-notice" }
  | { readonly kind: "overdue"; readonly workingDaysLate: number; readonly veryOverdue: boolean }
  | ({ readonly kind: "transferred"; readonly holder: string } & Answered)
  | ({
      readonly kind: "answered" | "part-answered" | "queried" | "refused" | "not-held" | "accepted";
    } & Answered)
  /** The source of an earlier round publishes totals only. Nothing is alleged about the trust. */
  | { readonly kind: "outcome-not-recorded" }
);

interface Answered {
  readonly answer: Answer;
  readonly timeliness: Timeliness;
}

/**
 * The state of a request on a day, derived from its events in any order and never stored. An answer given stays one,
 * with whether it came in time. Sent on 21 March 2024 and silent: `waiting` until 22 April 2024, `overdue` from the 23rd.
 * Throws OutsideHolidayTable for a day the holiday table does not cover.
 */
export function requestState(events: readonly RequestEvent[], today: Day): RequestState {
  const clock = requestClock(events);
  const answer = answerOf(events);
  if (answer !== null) return { clock, answer, timeliness: timeliness(clock, answer.on), ...answeredState(answer) };
  if (events.some(({ kind }) => kind === "outcome-not-recorded")) return { clock, kind: "outcome-not-recorded" };
  return { clock, ...openState(clock, today) };
}

function answeredState({ kind, holder, check }: Answer) {
  if (holder !== null) return { kind: "transferred", holder } as const;
  if (check === "queried") return { kind: "queried" } as const;
  if (kind === "refused" || kind === "not-held") return { kind } as const;
  if (check === "accepted") return { kind: "accepted" } as const;
  return { kind: kind === "responded" ? "answered" : "part-answered" } as const;
}

function openState(clock: Clock, today: Day) {
  switch (clock.kind) {
    case "not-started":
      return { kind: "not-sent" } as const;
    case "undelivered":
      return { kind: "undelivered" } as const;
    case "unknown":
      return { kind: "waiting" } as const;
    case "paused":
      return { kind: clock.for === "fee" ? "fee-notice" : "clarification-asked" } as const;
    case "running":
      if (!isOverdue(clock.answerBy, today)) return { kind: "waiting" } as const;
      return {
        kind: "overdue",
        workingDaysLate: workingDaysLate(clock.answerBy, today),
        veryOverdue: isVeryOverdue(clock.answerBy, today),
      } as const;
  }
}
