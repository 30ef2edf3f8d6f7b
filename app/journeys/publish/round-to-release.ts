import type { Queries } from "../../db/client";
import { currentRelease, releasesOf } from "../../db/releases";
import { requestsOfRound } from "../../db/requests";
import { latestReturnsOfRound, type StoredReturn } from "../../db/returns";
import { findRound } from "../../db/rounds";
import { wholeRegister } from "../../db/trusts";
import { previousYear, type ReportingYear } from "../../domain/calendar/reporting-year";
import type { ReleaseContent } from "../../domain/disclosure/release-content";
import type { Round, RoundAnswer } from "../../domain/disclosure/round-content";
import { type Answer, answerOf } from "../../domain/requests/answer";
import { tallyRound } from "../../domain/requests/round-tally";
import { fingerprint } from "../../platform/fingerprint";

/** A round as it would be released now, and the number that release would have. */
export interface RoundToRelease {
  readonly round: Round;
  readonly nextNumber: number;
  readonly open: boolean;
}

/** Null where there is no such round, or where its source did not record who answered. */
export async function roundToRelease(db: Queries, year: ReportingYear): Promise<RoundToRelease | null> {
  const stored = await findRound(db, year);
  if (stored === null) return null;
  const [requests, returns, register, previous, earlier] = await Promise.all([
    requestsOfRound(db, year),
    latestReturnsOfRound(db, year),
    wholeRegister(db),
    currentRelease(db, previousYear(year)),
    releasesOf(db, year),
  ]);
  const tally = tallyRound(
    requests.map(({ trust, events }) => ({ ods: trust.ods, events })),
    stored.issuedOn,
  );
  if (tally.outcomeNotRecorded.length > 0) return null;
  const added = new Set(tally.added);
  const trusts = requests.map(({ trust, events }) => ({
    ods: trust.ods,
    name: trust.name,
    region: trust.region,
    added: added.has(trust.ods),
    answer: asAnswer(answerOf(events), returns.get(trust.ods)),
  }));
  const round = { year, issuedOn: stored.issuedOn, trusts, register, previous: previous?.content ?? null };
  return { round, nextNumber: (earlier[0]?.number ?? 0) + 1, open: stored.open };
}

/** What content is known by, to tell whether what is released is what was on screen. */
export function contentFingerprint(content: ReleaseContent): string {
  return fingerprint(JSON.stringify(content));
}

/** A trust's answer as a release takes it: only an accepted return brings figures; a refusal needs no acceptance. */
function asAnswer(answer: Answer | null, latest: StoredReturn | undefined): RoundAnswer {
  if (answer === null) return { state: "outstanding" };
  if (answer.kind === "not-held" && answer.holder !== null) return { state: "transferred", to: answer.holder };
  if (latest?.accepted) return { state: "answered", figures: latest.figures };
  if (latest === undefined && answer.kind !== "responded") return { state: "answered", figures: null };
  return { state: "not-accepted" };
}
