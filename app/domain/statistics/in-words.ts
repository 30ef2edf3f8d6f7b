import type { Interval } from "../count/count";
import { figureInWords } from "../count/in-words";
import type { Share } from "../count/interval";
import type { Membership } from "./referral-size";

// How figures are written. A number of trusts is always shown with its base; the ends of a range of children are rounded
// outwards, so that the words never claim more than is known. Source: reference on statistics, section 3.

/**
 * A number of trusts with its base: "36 of 45 (80%)". The percentage is whole, and 0% and 100% mean none and all.
 * Example: 1 of 250 is "1 of 250 (under 1%)"; nothing of nothing is "0 of 0".
 */
export function outOf(yes: number, of: number): string {
  const base = `${figureInWords(yes)} of ${figureInWords(of)}`;
  return of === 0 ? base : `${base} (${wholePercent(yes, of)})`;
}

function wholePercent(yes: number, of: number): string {
  const percent = Math.round((100 * yes) / of);
  if (percent === 0 && yes > 0) return "under 1%";
  if (percent === 100 && yes < of) return "over 99%";
  return `${percent}%`;
}

/** A number of trusts that is itself a range: "between 19 and 23 of 36", or "19 of 36 (53%)" where it is certain. */
export function membershipOf({ certain, possible }: Membership, of: number): string {
  return certain === possible ? outOf(certain, of) : `between ${certain} and ${possible} of ${of}`;
}

/** A share of trusts at one decimal: 0.765957 is "76.6%". */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

/** The ends of a share of trusts: "76.6% to 80.9%". */
export function percentRange({ lo, hi }: Share): string {
  return `${percent(lo)} to ${percent(hi)}`;
}

/** A figure of children: "1,031", "between 412 and 447", "at least 101", or "not known". */
export function figureOrRange(figure: Interval | null): string {
  if (figure === null) return "not known";
  if (figure.hi === null) return `at least ${figureInWords(figure.lo)}`;
  if (figure.hi === figure.lo) return figureInWords(figure.lo);
  return `between ${figureInWords(figure.lo)} and ${figureInWords(figure.hi)}`;
}

/** The fewest children of whom a share is stated as one figure. */
const FEWEST_FOR_SHARE = 5;

/**
 * The share of 0–2 referrals in all 0–18 referrals, to 2 significant figures and at least one decimal. One figure only
 * where the count is exact and at least 5, or a true zero; otherwise the range, rounded outwards; "not shown" for an
 * exact count of 1 to 4, whose share would give it away; "not known" where there is none.
 * Example: 9 of 8,586 is "0.10%"; 3 to 12 of 2,398 to 2,402 is "0.12% to 0.51%".
 */
export function shareOfReferrals(part: Interval | null, share: Share | null): string {
  if (part === null || share === null) return "not known";
  if (part.lo === part.hi && part.lo > 0 && part.lo < FEWEST_FOR_SHARE) return "not shown";
  return shareInWords(share);
}

/** A share that may be a range, as published: "0.10%", or "0.12% to 0.51%" rounded outwards. */
export function shareInWords({ lo, hi }: Share): string {
  if (lo === hi) return `${twoFigures(100 * lo, Math.round)}%`;
  return `${twoFigures(100 * lo, Math.floor)}% to ${twoFigures(100 * hi, Math.ceil)}%`;
}

/** The ends of a share, rounded outwards to 2 significant figures of a percentage, never below 0 or above 1. */
export function outwards({ lo, hi }: Share): Share {
  return {
    lo: Number(`${twoFigures(100 * lo, Math.floor)}e-2`),
    hi: Math.min(1, Number(`${twoFigures(100 * hi, Math.ceil)}e-2`)),
  };
}

function twoFigures(value: number, round: (value: number) => number): string {
  const decimals = value === 0 ? 1 : Math.max(1, 1 - Math.floor(Math.log10(value)));
  const scaled = value * 10 ** decimals;
  // A share that is exact in decimals must not be pushed a step outwards by its binary form.
  const whole = Math.round(scaled);
  const rounded = Math.abs(scaled - whole) < 1e-9 * Math.max(1, scaled) ? whole : round(scaled);
  return (rounded / 10 ** decimals).toFixed(decimals);
}

/**
 * A change as a percentage with its sign: "+40.0%", or "+16.9% to +28.0%" rounded outwards.
 * Example: an earlier 10 to 12 and a later 15 is "+25.0% to +50.0%"; without an upper end, "+25.0% or more".
 */
export function changeInWords({ lo, hi }: Interval): string {
  if (hi === null) return `${signed(lo, Math.floor)} or more`;
  return lo === hi ? signed(lo, Math.round) : `${signed(lo, Math.floor)} to ${signed(hi, Math.ceil)}`;
}

function signed(change: number, round: (value: number) => number): string {
  const scaled = 1000 * change;
  const whole = Math.round(scaled);
  const tenths = Math.abs(scaled - whole) < 1e-9 * Math.max(1, Math.abs(scaled)) ? whole : round(scaled);
  const sign = tenths > 0 ? "+" : tenths < 0 ? "−" : "";
  return `${sign}${(Math.abs(tenths) / 10).toFixed(1)}%`;
}
