import { findRequest, type StoredRequest } from "../../db/requests";
import { type StoredReturn, versionsOf } from "../../db/returns";
import { findRound, type StoredRound } from "../../db/rounds";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import { inOrder } from "../../domain/requests/event";
import type { Context } from "../context";
import { type TrackedRequest, track } from "./tracker";

/** One trust's request with all that happened to it and every version of its return. */
export interface RequestFile extends TrackedRequest {
  readonly round: StoredRound;
  readonly events: StoredRequest["events"];
  readonly versions: readonly StoredReturn[];
}

export async function requestFile(
  { db, clock }: Context,
  year: ReportingYear,
  ods: string,
): Promise<RequestFile | null> {
  const [round, request] = await Promise.all([findRound(db, year), findRequest(db, ods, year)]);
  if (round === null || request === null) return null;
  const versions = await versionsOf(db, ods, year);
  return { ...track(request, clock.today()), round, events: inOrder(request.events), versions };
}
