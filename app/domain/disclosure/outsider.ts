import { intervalOf, type PublishedCell } from "./cell";
import type { Policy, Range } from "./policy";

/**
 * What is known of one measure of one trust: three age bands that add to the 0–2 total, which the 0–18 total contains.
 */
export interface Row {
  readonly bands: readonly Range[];
  readonly total: Range;
  readonly all: Range;
}

/**
 * The tightest range of every cell that follows from all of them together, by narrowing each cell by the others until
 * nothing moves. Exact here: for sums of whole numbers each range found is reached at both ends. Null where no numbers
 * fit. Example: bands 1–4, 8 and 12 with a total of 23 leave 3–3 of the first.
 */
export function narrowed(row: Row): Row | null {
  for (let current = row; ; ) {
    const next = narrowedOnce(current);
    if ([...next.bands, next.total, next.all].some(({ lo, hi }) => lo > hi)) return null;
    if (sameRow(current, next)) return next;
    current = next;
  }
}

function narrowedOnce({ bands, total, all }: Row): Row {
  const sum = addUp(bands);
  return {
    bands: bands.map((band, index) => {
      const others = addUp(bands.filter((_, other) => other !== index));
      return both(band, { lo: total.lo - others.hi, hi: total.hi - others.lo });
    }),
    total: both(both(total, sum), { lo: 0, hi: all.hi }),
    all: both(all, { lo: total.lo, hi: Number.POSITIVE_INFINITY }),
  };
}

/** What follows from two ranges that both hold. */
export function both(a: Range, b: Range): Range {
  return { lo: Math.max(a.lo, b.lo), hi: Math.min(a.hi, b.hi) };
}

function addUp(ranges: readonly Range[]): Range {
  return ranges.reduce((sum, { lo, hi }) => ({ lo: sum.lo + lo, hi: sum.hi + hi }), { lo: 0, hi: 0 });
}

function same(a: Range | undefined, b: Range | undefined): boolean {
  return a?.lo === b?.lo && a?.hi === b?.hi;
}

function sameRow(a: Row, b: Row): boolean {
  return a.bands.every((band, index) => same(band, b.bands[index])) && same(a.total, b.total) && same(a.all, b.all);
}

/** What is known of a count of which nothing is said. */
export const ANY_COUNT: Range = { lo: 0, hi: Number.POSITIVE_INFINITY };

/**
 * What a published cell alone tells somebody who knows the policy. True zeros are shown, so a hidden count is at least
 * as high as the lowest that the policy hides.
 */
export function publicRange(cell: PublishedCell, { primary }: Policy): Range {
  return cell.status === "[c]" ? { ...ANY_COUNT, lo: primary.lowest } : (rangeOf(cell) ?? ANY_COUNT);
}

/** The ends of a cell that shows a figure, null where it shows none. */
export function rangeOf(cell: PublishedCell): Range | null {
  const interval = intervalOf(cell);
  return interval === null ? null : { lo: interval.lo, hi: interval.hi ?? Number.POSITIVE_INFINITY };
}
