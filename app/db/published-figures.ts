import type { Queries } from "./client";

/** A figure that others published, with its unit and source: a marked point, never joined to this collection's own. */
export interface PublishedFigure {
  readonly year: string;
  readonly unit: string;
  readonly statement: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: string;
  readonly source: string;
  readonly comparableWith: string;
}

export async function publishedFigures(db: Queries): Promise<PublishedFigure[]> {
  return db.publishedFigure.findMany({ orderBy: { id: "asc" }, omit: { id: true } });
}
