import type { Interval } from "../count/count";
import { addUp, type Share, shareOf } from "../count/interval";
import type { TrustTotals } from "./totals";

/** Children aged 0–2 among all aged 0–18, over the trusts where both are known, whether or not they take referrals. */
export interface Pooled {
  /** How many trusts the sums are of. */
  readonly trusts: number;
  readonly referred02: Interval;
  readonly referred018: Interval;
  readonly share: Share | null;
  /** Of the same trusts, less those whose accessed counts are not known; `accessedTrusts` is how many are left. */
  readonly accessed02: Interval;
  readonly accessedTrusts: number;
}

type Referrals = Pick<TrustTotals, "referred02" | "referred018" | "accessed02">;

/**
 * The sums over trusts and the share from those sums. Source: reference on statistics, section 3.
 * Example: 3 to 12 of 2,400 and 7 of 600 pool to 10 to 19 of 3,000, a share of 0.0033 to 0.0063.
 */
export function pooled(answered: readonly Referrals[]): Pooled {
  const trusts = answered.filter(({ referred02, referred018 }) => referred02 !== null && referred018 !== null);
  const accessed = trusts.map(({ accessed02 }) => accessed02).filter((total) => total !== null);
  const referred02 = total(trusts.map((trust) => trust.referred02));
  const referred018 = total(trusts.map((trust) => trust.referred018));
  return {
    trusts: trusts.length,
    referred02,
    referred018,
    share: shareOf(referred02, referred018),
    accessed02: total(accessed),
    accessedTrusts: accessed.length,
  };
}

/** Children who accessed the service: aged 0–2, and of them as a share of all aged 0–18. */
export interface AccessTotals {
  readonly trusts: number;
  readonly accessed02: Interval;
  readonly accessed018: Interval;
  readonly share: Share | null;
}

/** As `pooled`, for access, over the trusts where both accessed totals are known. */
export function accessTotals(answered: readonly Pick<TrustTotals, "accessed02" | "accessed018">[]): AccessTotals {
  const trusts = answered.filter(({ accessed02, accessed018 }) => accessed02 !== null && accessed018 !== null);
  const accessed02 = total(trusts.map((trust) => trust.accessed02));
  const accessed018 = total(trusts.map((trust) => trust.accessed018));
  return { trusts: trusts.length, accessed02, accessed018, share: shareOf(accessed02, accessed018) };
}

function total(known: readonly (Interval | null)[]): Interval {
  return addUp(known) ?? { lo: 0, hi: null };
}
