import type { Queries } from "../../db/client";
import { currentRelease, releasesOf } from "../../db/releases";
import { requestsOfRound } from "../../db/requests";
import { acceptedReturnsOfRound, latestReturnsOfRound, type StoredReturn } from "../../db/returns";
import { findRound } from "../../db/rounds";
import { wholeRegister } from "../../db/trusts";
import { previousYear, type ReportingYear } from "../../domain/calendar/reporting-year";
import type { RoundAnswer } from "../../domain/disclosure/published-row";
import type { ReleaseContent } from "../../domain/disclosure/release-content";
import type { Round } from "../../domain/disclosure/round-content";
import { type Answer, answerOf } from "../../domain/requests/answer";
import { tallyRound } from "../../domain/requests/round-tally";
import { answerAs } from "../../domain/returns/explanations";
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
  const [requests, latest, accepted, register, previous, releases] = await Promise.all([
    requestsOfRound(db, year),
    latestReturnsOfRound(db, year),
    acceptedReturnsOfRound(db, year),
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
    answer: asAnswer(answerOf(events), accepted.get(trust.ods), latest.get(trust.ods)),
  }));
  const round = {
    year,
    issuedOn: stored.issuedOn,
    trusts,
    register,
    previous: previous?.content ?? null,
    earlier: releases.map(({ content }) => content),
  };
  return { round, nextNumber: (releases[0]?.number ?? 0) + 1, open: stored.open };
}

/** What content is known by, to tell whether what is released is what was on screen. */
export function contentFingerprint(content: ReleaseContent): string {
  return fingerprint(JSON.stringify(content));
}

/**
 * A trust's answer as a release takes it. Only an accepted return brings figures, and while staff have not accepted an
 * amendment the version before it stands. An answer that is as a whole a refusal or not held needs no acceptance: there
 * is no figure in it.
 */
function asAnswer(
  answer: Answer | null,
  accepted: StoredReturn | undefined,
  latest: StoredReturn | undefined,
): RoundAnswer {
  if (answer === null) return { state: "outstanding" };
  if (answer.kind === "not-held" && answer.holder !== null) return { state: "transferred", to: answer.holder };
  const withoutFigures = { state: "answered", figures: null, footnotes: [] } as const;
  if (answer.kind === "not-held" || answer.kind === "refused") {
    return latest !== undefined && answerAs(latest.figures) === answer.kind
      ? { ...withoutFigures, figures: latest.figures }
      : withoutFigures;
  }
  if (accepted !== undefined) {
    return { state: "answered", figures: accepted.figures, footnotes: accepted.footnotes };
  }
  return answer.kind === "part-answered" && latest === undefined ? withoutFigures : { state: "not-accepted" };
}
