import type { Count, Interval } from "./count";

// Source for all arithmetic here: reference on statistics, section 3. Ends are added, never a midpoint taken,
// and a part that is not known never counts as zero.

/**
 * The lowest and highest number of children a cell can stand for; null where it states no number (missing, not held,
 * refused, unclear). An age the trust does not take adds nothing, so `not-applicable` is 0 to 0.
 * Example: `<5`, the range 0 to 4, is `{ lo: 0, hi: 4 }`.
 */
export function boundsOf(count: Count): Interval | null {
  switch (count.kind) {
    case "exact":
      return { lo: count.value, hi: count.value };
    case "range":
      return { lo: count.lo, hi: count.hi };
    case "not-applicable":
      return { lo: 0, hi: 0 };
    case "not-held":
    case "refused":
    case "missing":
    case "unclear":
      return null;
  }
}

/**
 * The range of the sum of all parts; null as soon as one part is not known. No parts add to 0.
 * Example: three cells of `<5` are `{ lo: 0, hi: 12 }`; `<5` and `>100` are `{ lo: 101, hi: null }`.
 */
export function sumOf(counts: readonly Count[]): Interval | null {
  return addUp(counts.map(boundsOf));
}

/** As `sumOf`, for figures that are already intervals: the totals of several trusts, say. */
export function addUp(parts: readonly (Interval | null)[]): Interval | null {
  let lo = 0;
  let hi: number | null = 0;
  for (const part of parts) {
    if (part === null) return null;
    lo += part.lo;
    hi = hi === null || part.hi === null ? null : hi + part.hi;
  }
  return { lo, hi };
}

/**
 * The number of children there are for certain, whatever the unknown parts hold: to be shown only as "at least".
 * Example: 7, `1-4` and not held are at least 8.
 */
export function atLeast(counts: readonly Count[]): number {
  return counts.reduce((least, count) => least + (boundsOf(count)?.lo ?? 0), 0);
}

export type Within = "yes" | "no" | "undetermined";

/**
 * Whether a figure lies between `lowest` and `highest`, both included; undetermined where the range crosses an end or
 * the figure is not known. Example: 3 to 12 within 0 to 10 is undetermined, 2 to 8 is yes, 21 to 24 is no.
 */
export function isWithin(figure: Interval | null, lowest: number, highest: number): Within {
  if (figure === null) return "undetermined";
  if (figure.lo > highest || (figure.hi !== null && figure.hi < lowest)) return "no";
  return figure.lo >= lowest && figure.hi !== null && figure.hi <= highest ? "yes" : "undetermined";
}

/** Lowest and highest share, each 0 to 1. */
export interface Share {
  readonly lo: number;
  readonly hi: number;
}

/**
 * A part as a share of a total that contains it: lowest over highest to highest over lowest, never above 1. Null where
 * either is not known or the total may be 0. Example: 3 to 12 of 2,400 is `{ lo: 0.00125, hi: 0.005 }`.
 */
export function shareOf(part: Interval | null, total: Interval | null): Share | null {
  if (part === null || total === null || total.lo <= 0) return null;
  return {
    lo: total.hi === null ? 0 : Math.min(1, part.lo / total.hi),
    hi: part.hi === null ? 1 : Math.min(1, part.hi / total.lo),
  };
}
