/**
 * What is hidden in a release, as data that is kept with it. Source: reference on disclosure, section 3.
 */
export interface Policy {
  /** Exact counts of one trust that are hidden, both ends included. Counts below it (true zeros) are shown. */
  readonly primary: { readonly lowest: number; readonly highest: number };
  /**
   * How figures over several trusts are made. Added from the published cells alone, they can tell nothing that those
   * cells do not: no total, region, panel or median needs hiding of its own.
   */
  readonly sums: "from-published-cells";
}

export const STANDARD_POLICY: Policy = {
  primary: { lowest: 1, highest: 4 },
  sums: "from-published-cells",
};

/** What somebody can know of a figure: lowest and highest, both included; no upper end is Infinity. */
export interface Range {
  readonly lo: number;
  readonly hi: number;
}

/** The counts that the policy hides, as a range: with the standard policy 1–4. */
export function smallCounts({ primary }: Policy): Range {
  return { lo: primary.lowest, hi: primary.highest };
}

/** Whether an exact count is one that the policy hides: with the standard policy 1, 2, 3 and 4. */
export function isSmall(count: number, { primary }: Policy): boolean {
  return primary.lowest <= count && count <= primary.highest;
}

/**
 * Whether knowing this much of a count says more than that it is small: the range lies within the primary interval
 * without covering it. With the standard policy 1–3 and 4–4 do; 1–4, 0–3 and 2–8 do not.
 */
export function isTooTight({ lo, hi }: Range, { primary }: Policy): boolean {
  const within = primary.lowest <= lo && hi <= primary.highest;
  return within && hi - lo < primary.highest - primary.lowest;
}

/** Whether a range may be hiding a small count. */
export function reachesSmall({ lo, hi }: Range, { primary }: Policy): boolean {
  return lo <= primary.highest && primary.lowest <= hi;
}
