import { findRequest, messagesOf, type StoredMessage, type StoredRequest } from "../../db/requests";
import { latestReturnOf, type StoredReturn, versionsOf } from "../../db/returns";
import { findRound, type StoredRound } from "../../db/rounds";
import { previousYear, type ReportingYear } from "../../domain/calendar/reporting-year";
import { inOrder } from "../../domain/requests/event";
import type { Figures } from "../../domain/returns/return";
import type { Context } from "../context";
import { type Confirmations, NOTHING_CONFIRMED, readConfirmations } from "../submit/confirmations";
import { type TrackedRequest, track } from "./tracker";

/** One trust's request with all that happened to it and every version of its return. */
export interface RequestFile extends TrackedRequest {
  readonly round: StoredRound;
  readonly events: StoredRequest["events"];
  readonly versions: readonly StoredReturn[];
  /** What the trust confirmed and stated before it declared the latest version. */
  readonly said: Confirmations;
  /** Why figures moved, and why the version before was changed, in the trust's own words: they may become footnotes. */
  readonly reasons: readonly string[];
  readonly messages: readonly StoredMessage[];
  /** What the trust declared for the year before. */
  readonly lastYear: Figures | null;
}

export async function requestFile(
  { db, clock }: Context,
  year: ReportingYear,
  ods: string,
): Promise<RequestFile | null> {
  const [round, request] = await Promise.all([findRound(db, year), findRequest(db, ods, year)]);
  if (round === null || request === null) return null;
  const versions = await versionsOf(db, ods, year);
  const latest = versions.at(-1);
  const said = latest === undefined ? NOTHING_CONFIRMED : readConfirmations(latest.confirmations);
  const lastYear = (await latestReturnOf(db, ods, previousYear(year)))?.figures ?? null;
  const reasons = [...said.confirmed.map(({ reason }) => reason), latest?.reason ?? ""].filter((text) => text !== "");
  const messages = await messagesOf(db, ods, year);
  const tracked = track(request, clock.today());
  return { ...tracked, round, events: inOrder(request.events), versions, said, reasons, messages, lastYear };
}
