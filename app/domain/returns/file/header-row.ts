import { type Heading, readHeading } from "./headings";

export interface HeaderRow {
  /** Counted from 0. */
  readonly row: number;
  readonly headings: readonly Heading[];
  /** How many different columns of a return it names. */
  readonly known: number;
}

/** A row with this many headings is no title and no figures. */
export const SURELY_HEADINGS = 5;
const FEWEST_HEADINGS = 2;
const ROWS_SEARCHED = 100;
const MOST_HEADINGS = 200;

/** The row of headings: the first that surely is one, else the one that names the most columns; null where none does. */
export function headerRow(rows: readonly (readonly string[])[], first: number): HeaderRow | null {
  let best: HeaderRow | null = null;
  for (let row = first; row < Math.min(rows.length, first + ROWS_SEARCHED); row++) {
    const headings = (rows[row] ?? []).slice(0, MOST_HEADINGS).map(readHeading);
    const known =
      new Set(headings.map(answered)).size - (headings.some((heading) => answered(heading) === null) ? 1 : 0);
    if (known >= FEWEST_HEADINGS && known > (best?.known ?? 0)) best = { row, headings, known };
    if (known >= SURELY_HEADINGS) break;
  }
  return best;
}

function answered(heading: Heading): string | null {
  if (heading.kind === "column") return heading.column;
  if (heading.kind === "answer") return `${heading.question} ${heading.line}`;
  return heading.kind === "ambiguous" ? `ambiguous ${heading.line}` : null;
}
