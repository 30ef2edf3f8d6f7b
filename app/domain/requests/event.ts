import type { Day } from "../calendar/day";

/**
 * What can happen to one trust's request of one round. The history of a request is an append-only list of these;
 * its state is derived from them, today's date and the holiday table, and never stored.
 */
export const EVENT_KINDS = [
  "sent",
  "delivered",
  "bounced",
  "acknowledged",
  "clarification-requested",
  "clarified",
  "fee-notice",
  "fee-received",
  "extended",
  "not-held",
  "responded",
  "part-answered",
  "refused",
  "queried",
  "query-answered",
  "accepted",
  "chased",
  "complained",
  "outcome-not-recorded",
  "note",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export interface RequestEvent {
  readonly kind: EventKind;
  /** The civil day it happened; null where the source does not say. */
  readonly on: Day | null;
  /** Free words: who said what, the section relied on, where a request was sent instead. Empty when there are none. */
  readonly detail: string;
  /** On `not-held` only: the code of the trust that holds the data, where one was named or found. */
  readonly transfersTo: string | null;
}

/** What each kind of event is called on screen. */
export const EVENT_LABELS: Readonly<Record<EventKind, string>> = {
  sent: "Request sent",
  delivered: "Delivered",
  bounced: "Could not be delivered",
  acknowledged: "Acknowledged",
  "clarification-requested": "Clarification asked",
  clarified: "Clarification given",
  "fee-notice": "Fee notice given",
  "fee-received": "Fee paid",
  extended: "Extended for the public interest test",
  "not-held": "Not held",
  responded: "Answered",
  "part-answered": "Part answered",
  refused: "Refused",
  queried: "Queried by the Foundation",
  "query-answered": "Query answered by the trust",
  accepted: "Accepted",
  chased: "Chased",
  complained: "Complaint made to the Information Commissioner",
  "outcome-not-recorded": "Outcome not recorded",
  note: "Note",
};

/**
 * Events in the order they happened, whatever order they were recorded in. Events of one day keep the order of the
 * record, and an undated event stays where it was recorded: it is taken to follow the event before it.
 */
export function inOrder(events: readonly RequestEvent[]): RequestEvent[] {
  let before: string = "";
  const placed = events.map((event) => {
    before = event.on ?? before;
    return { event, place: before };
  });
  return placed.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0)).map(({ event }) => event);
}
