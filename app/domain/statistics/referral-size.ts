import type { Interval } from "../count/count";
import type { Category } from "./acceptance";

/** Classes of trusts by referrals of children aged 0–2 in the year, both ends included; `highest: null` is no upper end. */
export const SIZE_CLASSES = [
  { key: "0-10", lowest: 0, highest: 10 },
  { key: "11-50", lowest: 11, highest: 50 },
  { key: "51-100", lowest: 51, highest: 100 },
  { key: "over-100", lowest: 101, highest: null },
] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number]["key"];

/** Trusts certainly in a class, and trusts possibly in it (the certain ones included): "between 19 and 23 of 36". */
export interface Membership {
  readonly certain: number;
  readonly possible: number;
}

export interface ReferralSize {
  /** The base: trusts that take referrals at one age or more. */
  readonly of: number;
  readonly classes: Readonly<Record<SizeClass, Membership>>;
  /** Trusts of the base whose total is not known; they are in no class, not even possibly. */
  readonly notKnown: number;
}

/**
 * How many of the trusts that take children aged 0–2 had 0–10, 11–50, 51–100 or over 100 such referrals.
 * Source: reference on statistics, section 3. Example: a total of 3 to 12 is possibly in `0-10` and in `11-50`,
 * certainly in neither.
 */
export function referralSize(
  answered: readonly { readonly category: Category; readonly referred02: Interval | null }[],
): ReferralSize {
  const base = answered.filter(({ category }) => category === "any").map(({ referred02 }) => referred02);
  const known = base.filter((total) => total !== null);
  const members = (key: SizeClass): Membership => {
    const { lowest, highest } = SIZE_CLASSES.find((each) => each.key === key) ?? SIZE_CLASSES[0];
    const upTo = highest ?? Number.POSITIVE_INFINITY;
    const top = (total: Interval) => total.hi ?? Number.POSITIVE_INFINITY;
    return {
      certain: known.filter((total) => lowest <= total.lo && top(total) <= upTo).length,
      possible: known.filter((total) => total.lo <= upTo && lowest <= top(total)).length,
    };
  };
  return {
    of: base.length,
    classes: {
      "0-10": members("0-10"),
      "11-50": members("11-50"),
      "51-100": members("51-100"),
      "over-100": members("over-100"),
    },
    notKnown: base.length - known.length,
  };
}
