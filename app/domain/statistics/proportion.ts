import type { Share } from "../count/interval";

/**
 * How many of the trusts said yes to something, with everything needed to quote it: the numerator, the number whose
 * answer is known, and the number in scope. Shares are 0 to 1.
 */
export interface Proportion {
  readonly yes: number;
  readonly known: number;
  readonly inScope: number;
  /** `yes / known`; null where nobody's answer is known. */
  readonly share: number | null;
  /** The share of all in scope, if every trust not known said no, and if every one said yes: certain, not sampled. */
  readonly bounds: Share | null;
  /** Wilson 95%, for comparison with other collections only. */
  readonly wilson: Share | null;
}

/**
 * The share of trusts, with its non-response bounds and Wilson interval. Source: reference on statistics, section 2.
 * Example: 36 of 45 known in 47 is 0.8, certain to lie between 36/47 and 38/47.
 */
export function proportion(yes: number, known: number, inScope: number): Proportion {
  return {
    yes,
    known,
    inScope,
    share: known === 0 ? null : yes / known,
    bounds: inScope === 0 ? null : { lo: yes / inScope, hi: (yes + inScope - known) / inScope },
    wilson: wilson95(yes, known),
  };
}

/**
 * Whether a share can stand by itself as a headline: the trusts whose answer is not known could move it by at most ten
 * percentage points. Example: 36 of 45 in 47 (76.6% to 80.9%) is firm; 3 of 3 in 46 (6.5% to 100%) is not.
 */
export function isFirm({ bounds }: Pick<Proportion, "bounds">): boolean {
  return bounds !== null && bounds.hi - bounds.lo <= 0.1;
}

const Z = 1.959964;

/**
 * The Wilson 95% interval of `yes` of `n`, each 0 to 1; null where `n` is 0.
 * Source: OHID, Fingertips Public Health Technical Guidance. Example: 36 of 45 is 0.662 to 0.891.
 */
export function wilson95(yes: number, n: number): Share | null {
  if (n === 0) return null;
  const centre = 2 * yes + Z * Z;
  const spread = Z * Math.sqrt(Z * Z + 4 * yes * (1 - yes / n));
  const width = 2 * (n + Z * Z);
  return { lo: Math.max(0, (centre - spread) / width), hi: Math.min(1, (centre + spread) / width) };
}
