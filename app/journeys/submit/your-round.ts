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
  readonly request: StoredRequest;
  readonly state: RequestState;
  readonly versions: readonly StoredReturn[];
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
  return { round, request, state: requestState(request.events, clock.today()), versions };
}
