import type { Day } from "../calendar/day";
import { type Answer, answerOf } from "./answer";
import { inOrder, type RequestEvent } from "./event";

/** One trust's request of a round. A round has one for each trust. */
export interface TrustRequest {
  readonly ods: string;
  readonly events: readonly RequestEvent[];
}

/** The trusts of a round by what became of their requests: ODS codes, in the order the requests were given. */
export interface RoundTally {
  /** Sent a request when the round was issued. */
  readonly asked: readonly string[];
  /** Answered that another trust holds the data; out of scope. */
  readonly transferred: readonly string[];
  /** Sent a request only because another trust named them as holder. */
  readonly added: readonly string[];
  /** Asked, less transferred, and added: each holder once. */
  readonly inScope: readonly string[];
  /** In scope, with any substantive answer. */
  readonly answered: readonly string[];
  /** In scope, without an answer. */
  readonly outstanding: readonly string[];
  /** In scope, where the source publishes totals only: neither answered nor outstanding. */
  readonly outcomeNotRecorded: readonly string[];
  /** Listed in the round but not sent a request; not in scope. */
  readonly notSent: readonly string[];
  /** Named as holder and not sent a request in this round: a new request should go to each. */
  readonly holdersToAsk: readonly string[];
}

/**
 * Counts a round from all its requests and the day it was issued. In March 2024: 50 asked, 4 transferred, 1 added,
 * 47 in scope, 45 answered, 2 outstanding.
 *
 * A trust was added where another named it as holder and its own request went out after the issue day, because of
 * that: not before the transfer, if the day of the transfer is known. A request whose day is not known was not part of
 * the round that was issued on a known one. With `issuedOn` null no trust can be told to have been added.
 */
export function tallyRound(requests: readonly TrustRequest[], issuedOn: Day | null): RoundTally {
  const listed = requests.map(outcomeOf);
  const sent = listed.filter(({ sending }) => sending !== null);
  const transferred = sent.filter(({ holder }) => holder !== null);
  const inScope = sent.filter(({ holder }) => holder === null);
  const silent = inScope.filter(({ answer }) => answer === null);
  const isAdded = (request: Outcome) =>
    issuedOn !== null &&
    transferred.some((other) => other.holder === request.ods && followed(other, request, issuedOn));
  return {
    asked: codes(sent.filter((request) => !isAdded(request))),
    transferred: codes(transferred),
    added: codes(sent.filter(isAdded)),
    inScope: codes(inScope),
    answered: codes(inScope.filter(({ answer }) => answer !== null)),
    outstanding: codes(silent.filter(({ notRecorded }) => !notRecorded)),
    outcomeNotRecorded: codes(silent.filter(({ notRecorded }) => notRecorded)),
    notSent: codes(listed.filter(({ sending }) => sending === null)),
    holdersToAsk: [...new Set(transferred.flatMap(({ holder }) => holder ?? []))].filter(
      (holder) => !codes(sent).includes(holder),
    ),
  };
}

interface Outcome {
  readonly ods: string;
  readonly sending: RequestEvent | null;
  readonly answer: Answer | null;
  readonly holder: string | null;
  readonly notRecorded: boolean;
}

function outcomeOf({ ods, events }: TrustRequest): Outcome {
  const answer = answerOf(events);
  const notRecorded = events.some(({ kind }) => kind === "outcome-not-recorded");
  return { ods, sending: firstSending(events), answer, holder: answer?.holder ?? null, notRecorded };
}

/** Whether a request was sent outside the round's issue, and not before the transfer that names its trust. */
function followed(transfer: Outcome, request: Outcome, issuedOn: Day): boolean {
  const sentOn = request.sending?.on ?? null;
  const transferredOn = transfer.answer?.on ?? null;
  if (sentOn === null) return true;
  return sentOn > issuedOn && (transferredOn === null || sentOn >= transferredOn);
}

function codes(requests: readonly Outcome[]): string[] {
  return requests.map(({ ods }) => ods);
}

/** The earliest day on which a request of the round was sent; null where none is known. */
export function earliestSending(requests: readonly TrustRequest[]): Day | null {
  const days = requests.flatMap(({ events }) => firstSending(events)?.on ?? []);
  return days.sort()[0] ?? null;
}

function firstSending(events: readonly RequestEvent[]): RequestEvent | null {
  return inOrder(events).find(({ kind }) => kind === "sent" || kind === "delivered") ?? null;
}
