import { currentReleases, type StoredRelease } from "../../db/releases";
import { type RoundSummary, rounds } from "../chase/rounds";
import type { Context } from "../context";

export interface ReleasableRound extends RoundSummary {
  readonly released: Pick<StoredRelease, "number" | "releasedOn"> | null;
}

/** Every round with its newest release, newest first. */
export async function releasableRounds(context: Context): Promise<ReleasableRound[]> {
  const [all, releases] = await Promise.all([rounds(context), currentReleases(context.db)]);
  return all.map((summary) => {
    const release = releases.find(({ year }) => year === summary.round.year);
    return { ...summary, released: release ? { number: release.number, releasedOn: release.releasedOn } : null };
  });
}
