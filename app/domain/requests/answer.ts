import type { Day } from "../calendar/day";
import { type EventKind, inOrder, type RequestEvent } from "./event";

/** Any substantive answer: data, part of it, not held, a refusal. Silence and acknowledgements are not. */
export const ANSWER_KINDS = [
  "responded",
  "part-answered",
  "refused",
  "not-held",
] as const satisfies readonly EventKind[];
export type AnswerKind = (typeof ANSWER_KINDS)[number];

export function isAnswer(event: RequestEvent): event is RequestEvent & { readonly kind: AnswerKind } {
  return ANSWER_KINDS.some((kind) => kind === event.kind);
}

export interface Answer {
  /** The day of the first substantive answer, which stops the clock; null where the source does not say. */
  readonly on: Day | null;
  /** What the latest answer was: a trust that first refused may disclose later. */
  readonly kind: AnswerKind;
  /** The trust that holds the data, where the latest answer is that this one does not and a holder is known. */
  readonly holder: string | null;
  /** What staff have done about the latest answer. */
  readonly check: "to-do" | "queried" | "accepted";
}

/**
 * What a trust has answered, taken from the events of its request in any order; null where it has not.
 * `sent`, `responded` on 16 April 2024, `queried`: answered on 16 April, data, queried.
 */
export function answerOf(events: readonly RequestEvent[]): Answer | null {
  const ordered = inOrder(events);
  const answers = ordered.filter(isAnswer);
  const [first] = answers;
  const latest = answers.at(-1);
  if (first === undefined || latest === undefined) return null;
  const since = ordered.slice(ordered.lastIndexOf(latest));
  // Whoever replies to a query puts the answer back before staff, who accept it or ask again.
  const check = since.findLast(
    ({ kind }) => kind === "queried" || kind === "query-answered" || kind === "accepted",
  )?.kind;
  return {
    on: first.on,
    kind: latest.kind,
    holder: latest.kind === "not-held" ? latest.transfersTo : null,
    check: check === "queried" || check === "accepted" ? check : "to-do",
  };
}
