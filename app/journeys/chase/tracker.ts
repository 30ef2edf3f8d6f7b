import { type PublishedFigure, publishedFigures } from "../../db/published-figures";
import { requestsOfRound, type StoredRequest } from "../../db/requests";
import { findRound, type StoredRound } from "../../db/rounds";
import type { Day } from "../../domain/calendar/day";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import { lastContact } from "../../domain/requests/contact";
import type { RequestEvent } from "../../domain/requests/event";
import { type NextStep, nextStep } from "../../domain/requests/next-step";
import { type RoundTally, tallyRound } from "../../domain/requests/round-tally";
import { REQUEST_STATES, type RequestState, type RequestStateKind, requestState } from "../../domain/requests/state";
import type { Context } from "../context";

/** One trust of a round, as it stands today. */
export interface TrackedRequest {
  readonly trust: StoredRequest["trust"];
  readonly state: RequestState;
  readonly due: Day | null;
  readonly lastContact: RequestEvent | null;
  readonly nextStep: NextStep | null;
}

export interface Tracker {
  readonly round: StoredRound;
  readonly tally: RoundTally;
  /** How many requests are in each state that occurs, in display order. */
  readonly states: readonly { readonly kind: RequestStateKind; readonly count: number }[];
  readonly requests: readonly TrackedRequest[];
  /** What the source of an imported round published in place of single answers. */
  readonly published: readonly PublishedFigure[];
}

/** All requests of a round with their states, worked out anew from what happened, today's date and the holiday table. */
export async function tracker({ db, clock }: Context, year: ReportingYear): Promise<Tracker | null> {
  const round = await findRound(db, year);
  if (round === null) return null;
  const stored = await requestsOfRound(db, year);
  const requests = stored.map((request) => track(request, clock.today()));
  const listed = stored.map(({ trust, events }) => ({ ods: trust.ods, events }));
  const tally = tallyRound(listed, round.issuedOn);
  const kinds = Object.keys(REQUEST_STATES) as RequestStateKind[];
  const states = kinds
    .map((kind) => ({ kind, count: requests.filter(({ state }) => state.kind === kind).length }))
    .filter(({ count }) => count > 0);
  const published = tally.outcomeNotRecorded.length > 0 ? await publishedFigures(db) : [];
  return { round, tally, states, requests, published };
}

export function track({ trust, events }: StoredRequest, today: Day): TrackedRequest {
  const state = requestState(events, today);
  return {
    trust,
    state,
    due: state.clock.kind === "running" ? state.clock.answerBy : null,
    lastContact: lastContact(events),
    nextStep: nextStep(events, today),
  };
}
