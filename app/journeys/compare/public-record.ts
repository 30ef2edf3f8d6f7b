import { type PublishedFigure, publishedFigures } from "../../db/published-figures";
import { currentReleases, type StoredRelease } from "../../db/releases";
import type { Context } from "../context";

/** What the public knows: the newest release of every year, and what others published. */
export interface PublicRecord {
  /** Newest year first. */
  readonly releases: readonly StoredRelease[];
  readonly published: readonly PublishedFigure[];
}

export async function publicRecord({ db }: Context): Promise<PublicRecord> {
  const [releases, published] = await Promise.all([currentReleases(db), publishedFigures(db)]);
  return { releases, published };
}
