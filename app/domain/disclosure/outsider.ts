import type { Interval } from "../count/count";
import { intervalOf, type PublishedCell } from "./cell";
import { type Policy, type Range, smallCounts } from "./policy";
import { type Cell, cellNamed, isHiddenWhole, type PublishedMeasure } from "./published-measure";

/**
 * What is known of one measure of one trust in one release: three age bands that add to the 0–2 total, which the 0–18
 * total contains.
 */
export type Row = Readonly<Record<Cell, Range>>;

export function rowOf(range: (cell: Cell) => Range): Row {
  return {
    "0-12m": range("0-12m"),
    "12-24m": range("12-24m"),
    "24-36m": range("24-36m"),
    total: range("total"),
    all: range("all"),
  };
}

/** What is known of a count of which nothing is said. */
export const ANY_COUNT: Range = { lo: 0, hi: Number.POSITIVE_INFINITY };
export const NOTHING_KNOWN: Row = rowOf(() => ANY_COUNT);

/**
 * What each published cell on its own tells somebody who knows the rules. True zeros are shown, so a hidden count is at
 * least as high as the lowest that the policy hides; only where all of 0–2 is hidden may it be anything. Beside a total
 * that is given as a range no more than the small counts are hidden.
 */
export function publicRow(measure: PublishedMeasure, policy: Policy): Row {
  const hiddenAtLeast = isHiddenWhole(measure) ? 0 : policy.primary.lowest;
  const hiddenBand = measure.total.status === "range" ? smallCounts(policy) : { ...ANY_COUNT, lo: hiddenAtLeast };
  return rowOf((cell) => {
    const shown = cellNamed(measure, cell);
    if (shown.status !== "[c]") return rangeOf(shown) ?? ANY_COUNT;
    return cell === "total" || cell === "all" ? { ...ANY_COUNT, lo: hiddenAtLeast } : hiddenBand;
  });
}

export function saysNothing(measure: PublishedMeasure, policy: Policy): boolean {
  return JSON.stringify(publicRow(measure, policy)) === JSON.stringify(NOTHING_KNOWN);
}

/** The ends of a cell that shows a figure, null where it shows none. */
export function rangeOf(cell: PublishedCell): Range | null {
  const interval = intervalOf(cell);
  return interval === null ? null : toRange(interval);
}

/** A count of which nothing is known may be anything. */
export function toRange(interval: Interval | null): Range {
  return interval === null ? ANY_COUNT : { lo: interval.lo, hi: interval.hi ?? Number.POSITIVE_INFINITY };
}

/** What follows from two ranges that both hold. */
export function both(a: Range, b: Range): Range {
  return { lo: Math.max(a.lo, b.lo), hi: Math.min(a.hi, b.hi) };
}

export function isEmpty({ lo, hi }: Range): boolean {
  return lo > hi;
}

/** Whether the first says more than the second, of which it is part. */
export function isNarrower(a: Range, b: Range): boolean {
  return a.lo > b.lo || a.hi < b.hi;
}
