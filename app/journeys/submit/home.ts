import { draftSaved } from "../../db/drafts";
import { requestsOfTrust } from "../../db/requests";
import { latestReturnOf, type StoredReturn } from "../../db/returns";
import { allRounds, type StoredRound } from "../../db/rounds";
import type { Officer } from "../../domain/people/person";
import { type RequestState, requestState } from "../../domain/requests/state";
import type { Context } from "../context";
import type { SavedBySomeone } from "./save-answers";

/** One round as the officer's home shows it. */
export interface YourRoundSummary {
  readonly round: StoredRound;
  readonly state: RequestState;
  readonly latest: StoredReturn | null;
  /** Answers that wait to be sent. */
  readonly draft: SavedBySomeone | null;
}

/** Every round the officer's trust was asked in, newest first. */
export async function yourRounds({ db, clock }: Context, officer: Officer): Promise<YourRoundSummary[]> {
  const { ods } = officer.trust;
  const [requests, rounds] = await Promise.all([requestsOfTrust(db, ods), allRounds(db)]);
  const summaries = requests.map(async ({ year, events }) => {
    const round = rounds.find((one) => one.year === year);
    if (round === undefined) return [];
    const [latest, draft] = await Promise.all([latestReturnOf(db, ods, year), draftSaved(db, ods, year)]);
    return [{ round, state: requestState(events, clock.today()), latest, draft }];
  });
  return (await Promise.all(summaries)).flat();
}
