import { addDays, type Day } from "../calendar/day";
import { countWorkingDays, workingDaysIn } from "../calendar/working-days";
import type { Clock } from "./clock";

/** WhatDoTheyKnow's label: very overdue after the fortieth working day, twenty beyond the due date. Not a legal step. */
const WORKING_DAYS_UNTIL_VERY_OVERDUE = 20;

/**
 * Whether a day is after the last one on which an answer is in time. That day lasts until midnight; the next calendar
 * day is overdue, even a Saturday. Due 22 April 2024: overdue from the 23rd.
 */
export function isOverdue(answerBy: Day, on: Day): boolean {
  return on > answerBy;
}

/**
 * Working days late, counted from the first calendar day after the due date, both ends included; 0 while in time, and 0
 * on the weekend right after a Friday. Due 22 April 2024, answered on the 23rd: 1.
 */
export function workingDaysLate(answerBy: Day, on: Day): number {
  return workingDaysIn({ first: addDays(answerBy, 1), last: on });
}

/** Due 22 April 2024: very overdue from the day after 21 May 2024, the fortieth working day. */
export function isVeryOverdue(answerBy: Day, on: Day): boolean {
  return on > countWorkingDays(answerBy, WORKING_DAYS_UNTIL_VERY_OVERDUE).to;
}

/** Whether an answer came in time. `late` by 0 working days means on a weekend or holiday right after the due date. */
export type Timeliness =
  | { readonly kind: "in-time" }
  | { readonly kind: "late"; readonly workingDays: number }
  /** The source gives no day of receipt, or none of the answer. No lateness is alleged. */
  | { readonly kind: "unknown" };

/**
 * How an answer stands to the clock it stopped. An answer to a paused clock is in time, as nothing was due.
 * `answeredOn` is null where the source does not say.
 */
export function timeliness(clock: Clock, answeredOn: Day | null): Timeliness {
  if (clock.kind === "paused") return { kind: "in-time" };
  if (clock.kind !== "running" || answeredOn === null) return { kind: "unknown" };
  if (!isOverdue(clock.answerBy, answeredOn)) return { kind: "in-time" };
  return { kind: "late", workingDays: workingDaysLate(clock.answerBy, answeredOn) };
}

/** As in `in time`, `3 working days late`, `late, before the next working day`, `not known whether in time`. */
export function formatTimeliness(timeliness: Timeliness): string {
  if (timeliness.kind === "in-time") return "in time";
  if (timeliness.kind === "unknown") return "not known whether in time";
  if (timeliness.workingDays === 0) return "late, before the next working day";
  return `${timeliness.workingDays} working ${timeliness.workingDays === 1 ? "day" : "days"} late`;
}
