import { releasesOf, type StoredRelease } from "../../db/releases";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import { publishRound } from "../../domain/disclosure/publishable";
import type { ReleaseContent } from "../../domain/disclosure/release-content";
import type { Context } from "../context";
import { contentFingerprint, roundToRelease } from "./round-to-release";

/** What staff see before they release a round: exactly what the public would. */
export interface Preview {
  readonly content: ReleaseContent;
  readonly nextNumber: number;
  /** What the content is known by: posted back with the order to release it. */
  readonly seen: string;
  /** Whether trusts can still answer. */
  readonly open: boolean;
  /** Releases of the round so far, newest first. */
  readonly releases: readonly Pick<StoredRelease, "number" | "releasedOn" | "note">[];
}

export async function preview({ db }: Context, year: ReportingYear): Promise<Preview | null> {
  const found = await roundToRelease(db, year);
  if (found === null) return null;
  const releases = (await releasesOf(db, year)).map(({ number, releasedOn, note }) => ({ number, releasedOn, note }));
  const content = publishRound(found.round);
  return { content, nextNumber: found.nextNumber, seen: contentFingerprint(content), open: found.open, releases };
}
