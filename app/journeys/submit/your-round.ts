import type { Queries } from "../../db/client";
import { findRequest, messagesOf, type StoredMessage, type StoredRequest } from "../../db/requests";
import { type StoredReturn, versionsOf } from "../../db/returns";
import { findRound, type StoredRound } from "../../db/rounds";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import { answerOf } from "../../domain/requests/answer";
import { type RequestState, requestState } from "../../domain/requests/state";
import type { Context } from "../context";

/** A round as one trust sees it. */
export interface YourRound {
  readonly round: StoredRound;
  readonly state: RequestState;
  readonly versions: readonly StoredReturn[];
  /** Whether a return, or another version of it, can be sent now. */
  readonly canSend: boolean;
  /** What the trust and the Foundation wrote to each other about it, oldest first. */
  readonly messages: readonly StoredMessage[];
}

/** The officer's own trust in one round; null when the trust was not asked in it, exactly as for a year without a round. */
export async function yourRound(
  { db, clock }: Context,
  officer: Officer,
  year: ReportingYear,
): Promise<YourRound | null> {
  const { ods } = officer.trust;
  const [round, request, versions, messages] = await Promise.all([
    findRound(db, year),
    findRequest(db, ods, year),
    versionsOf(db, ods, year),
    messagesOf(db, ods, year),
  ]);
  if (round === null || request === null) return null;
  const state = requestState(request.events, clock.today());
  return { round, state, versions, canSend: takesReturns(round, request), messages };
}

/** While the round is open; and after it, where staff have asked about the answer and so wait for another. */
function takesReturns({ open }: StoredRound, { events }: StoredRequest): boolean {
  return open || answerOf(events)?.check === "queried";
}

/** A request that takes an answer now, and which version of it that would be. */
export interface RequestToAnswer extends StoredRequest {
  readonly nextVersion: number;
}

/** The trust's request, while a return can be sent for it; asked again inside every write that depends on it. */
export async function requestToAnswer(db: Queries, ods: string, year: ReportingYear): Promise<RequestToAnswer | null> {
  const [round, request] = [await findRound(db, year), await findRequest(db, ods, year)];
  if (round === null || request === null || !takesReturns(round, request)) return null;
  return { ...request, nextVersion: (await versionsOf(db, ods, year)).length + 1 };
}
