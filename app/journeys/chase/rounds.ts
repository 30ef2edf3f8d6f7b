import { requestsOfRound } from "../../db/requests";
import { allRounds, type StoredRound } from "../../db/rounds";
import { type RoundTally, tallyRound } from "../../domain/requests/round-tally";
import type { Context } from "../context";

export interface RoundSummary {
  readonly round: StoredRound;
  readonly tally: RoundTally;
}

/** Every round with its counts, newest first. */
export async function rounds({ db }: Context): Promise<RoundSummary[]> {
  const all = await allRounds(db);
  return Promise.all(
    all.map(async (round) => {
      const requests = await requestsOfRound(db, round.year);
      const listed = requests.map(({ trust, events }) => ({ ods: trust.ods, events }));
      return { round, tally: tallyRound(listed, round.issuedOn) };
    }),
  );
}
