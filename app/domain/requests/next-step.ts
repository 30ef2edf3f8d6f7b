import { addDays, type Day } from "../calendar/day";
import { countWorkingDays, workingDaysBefore } from "../calendar/working-days";
import { reviewAskedBy } from "./after-an-answer";
import type { Answer } from "./answer";
import { addressBounces, chasersThatArrived } from "./contact";
import type { RequestEvent } from "./event";
import { isOverdue } from "./lateness";
import { requestState } from "./state";

/** What staff can do about a request, in the order of the lateness ladder. */
export const STEPS = {
  send: "Send the request",
  "correct-address": "Find an address that works",
  "find-receipt-day": "Find out when the trust received the request",
  clarify: "Answer the trust's question",
  "settle-fee": "Pay the fee, or narrow the request",
  reminder: "Send a reminder",
  "due-today": "Due today: still in time until midnight",
  "overdue-notice": "Send an overdue notice",
  complaint: "Complain to the Information Commissioner",
  "check-answer": "Check the answer",
  "consider-review": "Consider asking for an internal review",
} as const;
export type Step = keyof typeof STEPS;

export interface NextStep {
  readonly step: Step;
  /** The day from which the step is right; null where it could have been taken at any time. */
  readonly from: Day | null;
  /** Whether that day has come. */
  readonly now: boolean;
}

/** The lateness ladder in working days. Both are suggestions of the reference on the FOI clock, section 3. */
const REMINDER_BEFORE_DUE = 5;
const COMPLAINT_AFTER_NOTICE = 10;

/**
 * The next step on one request, due now or later; null where nothing is left for staff to do. Sent on 21 March 2024
 * and silent: a reminder from 15 April, due on the 22nd, an overdue notice from the 23rd, and ten working days after
 * that notice a complaint under s.50, which needs no internal review where there was no answer at all.
 * Throws OutsideHolidayTable for a day the holiday table does not cover.
 */
export function nextStep(events: readonly RequestEvent[], today: Day): NextStep | null {
  const stepFrom = (step: Step, from: Day | null): NextStep => ({ step, from, now: from === null || from <= today });
  const state = requestState(events, today);
  switch (state.kind) {
    case "not-sent":
      return stepFrom("send", null);
    case "undelivered":
      return stepFrom("correct-address", null);
    case "clarification-asked":
      return stepFrom("clarify", null);
    case "fee-notice":
      return stepFrom("settle-fee", null);
    case "answered":
    case "part-answered":
      return stepFrom("check-answer", state.answer.on);
    case "refused":
    case "not-held":
      return mayAskForReview(state.answer, today) ? stepFrom("consider-review", state.answer.on) : null;
    case "waiting":
    case "overdue":
      if (addressBounces(events)) return stepFrom("correct-address", null);
      if (state.clock.kind !== "running") return stepFrom("find-receipt-day", null);
      return chase(events, state.clock.answerBy, today, stepFrom);
    case "queried":
    case "transferred":
    case "accepted":
    case "outcome-not-recorded":
      return null;
  }
}

function chase(
  events: readonly RequestEvent[],
  answerBy: Day,
  today: Day,
  stepFrom: (step: Step, from: Day) => NextStep,
): NextStep | null {
  const chasedOn = chasersThatArrived(events).flatMap(({ on }) => (on === null ? [] : [on]));
  if (!isOverdue(answerBy, today)) {
    const remindFrom = workingDaysBefore(answerBy, REMINDER_BEFORE_DUE);
    const reminded = chasedOn.some((on) => remindFrom <= on && on <= answerBy);
    return reminded || today === answerBy ? stepFrom("due-today", answerBy) : stepFrom("reminder", remindFrom);
  }
  const notice = chasedOn.find((on) => isOverdue(answerBy, on));
  if (notice === undefined) return stepFrom("overdue-notice", addDays(answerBy, 1));
  if (events.some(({ kind }) => kind === "complained")) return null;
  return stepFrom("complaint", countWorkingDays(notice, COMPLAINT_AFTER_NOTICE).to);
}

function mayAskForReview({ check, on }: Answer, today: Day): boolean {
  return check === "to-do" && (on === null || today <= reviewAskedBy(on).to);
}
