import type { Interval } from "../count/count";

/** The ends of a difference; null is no end, where a count had none. */
export interface Difference {
  readonly lo: number | null;
  readonly hi: number | null;
}

/** A change as published. `relative` is a share, 0.4 for +40%; `noPercentage` says why there is none. */
export interface Change {
  readonly absolute: Difference;
  readonly relative: Interval | null;
  readonly noPercentage: "under-10" | null;
}

/** With fewer children than this in either year a percentage only dresses up a handful. */
const FEWEST_FOR_PERCENTAGE = 10;

/**
 * The change between two years as published: a percentage only where both years certainly have at least 10, the
 * absolute change always. Source: reference on statistics, section 6. Example: 15 to 21 is +6, +40.0%; 8 to 12 is +4.
 */
export function changeOf(from: Interval, to: Interval): Change {
  const percentage = from.lo >= FEWEST_FOR_PERCENTAGE && to.lo >= FEWEST_FOR_PERCENTAGE;
  return {
    absolute: {
      lo: from.hi === null ? null : to.lo - from.hi,
      hi: to.hi === null ? null : to.hi - from.lo,
    },
    relative: percentage ? relativeChange(from, to) : null,
    noPercentage: percentage ? null : "under-10",
  };
}

/**
 * The change as a share of the earlier figure, from lowest later over highest earlier to highest later over lowest
 * earlier, each less 1. Null where the earlier figure may be 0. Example: 10 to 12, then 15, is +25% to +50%.
 */
export function relativeChange(from: Interval, to: Interval): Interval | null {
  if (from.lo <= 0) return null;
  return {
    lo: from.hi === null ? -1 : to.lo / from.hi - 1,
    hi: to.hi === null ? null : to.hi / from.lo - 1,
  };
}
