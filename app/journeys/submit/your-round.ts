import type { Queries } from "../../db/client";
import { findRequest, type StoredRequest } from "../../db/requests";
import { type StoredReturn, versionsOf } from "../../db/returns";
import { findRound, type StoredRound } from "../../db/rounds";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import { type RequestState, requestState } from "../../domain/requests/state";
import type { Context } from "../context";

/** A round as one trust sees it. */
export interface YourRound {
  readonly round: StoredRound;
  readonly state: RequestState;
  readonly versions: readonly StoredReturn[];
  /** Whether a return can be sent now: the round is open and nothing was declared yet. */
  readonly canSend: boolean;
}

/** The officer's own trust in one round; null when the trust was not asked in it, exactly as for a year without a round. */
export async function yourRound(
  { db, clock }: Context,
  officer: Officer,
  year: ReportingYear,
): Promise<YourRound | null> {
  const { ods } = officer.trust;
  const [round, request, versions] = await Promise.all([
    findRound(db, year),
    findRequest(db, ods, year),
    versionsOf(db, ods, year),
  ]);
  if (round === null || request === null) return null;
  const state = requestState(request.events, clock.today());
  return { round, state, versions, canSend: round.open && versions.length === 0 };
}

/** The trust's request, while a return can be sent for it; asked again inside every write that depends on it. */
export async function requestToAnswer(db: Queries, ods: string, year: ReportingYear): Promise<StoredRequest | null> {
  const round = await findRound(db, year);
  if (round === null || !round.open || (await versionsOf(db, ods, year)).length > 0) return null;
  return findRequest(db, ods, year);
}
