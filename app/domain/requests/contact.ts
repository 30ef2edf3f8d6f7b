import { type EventKind, inOrder, type RequestEvent } from "./event";

const TO_THE_TRUST: readonly EventKind[] = ["sent", "chased", "clarified", "queried"];
const FROM_THE_TRUST: readonly EventKind[] = [
  "acknowledged",
  "clarification-requested",
  "fee-notice",
  "extended",
  "not-held",
  "responded",
  "part-answered",
  "refused",
  "query-answered",
];

/** The last message to a trust, whether or not it arrived; null where there was none. */
export function lastContact(events: readonly RequestEvent[]): RequestEvent | null {
  return inOrder(events).findLast(isMessage) ?? null;
}

/** Whatever came from a trust since the last message to it: a person should read it before anything else is sent. */
export function arrivedSinceLastContact(events: readonly RequestEvent[]): RequestEvent[] {
  return sinceLastContact(events).filter(({ kind }) => FROM_THE_TRUST.includes(kind));
}

/** Whether the last message to a trust came back, so that nothing more should go to that address. */
export function addressBounces(events: readonly RequestEvent[]): boolean {
  return (
    sinceLastContact(events).findLast(({ kind }) => kind === "bounced" || kind === "delivered")?.kind === "bounced"
  );
}

/** The chasing messages that did not come back, in the order they went. */
export function chasersThatArrived(events: readonly RequestEvent[]): RequestEvent[] {
  const ordered = inOrder(events);
  return ordered.filter((event, at) => {
    if (event.kind !== "chased") return false;
    const fate = ordered.slice(at + 1).find((later) => isMessage(later) || later.kind === "bounced");
    return fate?.kind !== "bounced";
  });
}

function sinceLastContact(events: readonly RequestEvent[]): RequestEvent[] {
  const ordered = inOrder(events);
  return ordered.slice(ordered.findLastIndex(isMessage) + 1);
}

function isMessage({ kind }: RequestEvent): boolean {
  return TO_THE_TRUST.includes(kind);
}
