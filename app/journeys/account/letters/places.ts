import type { Transaction } from "../../../db/client";
import { openRequestsOf } from "../../../db/requests";
import { type Day, formatDay } from "../../../domain/calendar/day";
import { formatYear, type ReportingYear } from "../../../domain/calendar/reporting-year";
import { type Place, ROLE_IN_WORDS, WHAT_A_ROLE_CAN_DO } from "../../../domain/people/person";
import { requestState } from "../../../domain/requests/state";
import type { Context } from "../../context";

/** A trust that somebody is to act for, and the returns that it owes now. */
export interface PlaceWithReturns extends Place {
  readonly owes: readonly { readonly year: ReportingYear; readonly answerBy: Day; readonly isOverdue: boolean }[];
}

/** With each request of an open round that waits for an answer by a known day. */
export async function withReturns(tx: Transaction, { clock }: Context, place: Place): Promise<PlaceWithReturns> {
  const owes = (await openRequestsOf(tx, place.ods)).flatMap(({ year, events }) => {
    const state = requestState(events, clock.today());
    if (state.clock.kind !== "running" || (state.kind !== "waiting" && state.kind !== "overdue")) return [];
    return [{ year, answerBy: state.clock.answerBy, isOverdue: state.kind === "overdue" }];
  });
  return { ...place, owes };
}

/** Example: `Example NHS Trust, as signatory: you can … Its return for 2025–26 is due by 2 December 2026.` */
export function placeInALine({ name, role, owes }: PlaceWithReturns): string {
  const as = `${name}, as ${ROLE_IN_WORDS[role].toLowerCase()}: you can ${WHAT_A_ROLE_CAN_DO[role]}.`;
  const due = owes.map(
    ({ year, answerBy, isOverdue }) =>
      `Its return for ${formatYear(year)} ${isOverdue ? "was" : "is"} due by ${formatDay(answerBy)}.`,
  );
  return [as, ...due].join(" ");
}
