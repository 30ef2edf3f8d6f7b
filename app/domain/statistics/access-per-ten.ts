import type { Interval } from "../count/count";

/** Why there is no figure of access per 10 referred. */
export type NoAccessPerTen = "not-known" | "not-exact" | "none-referred" | "under-10-referred";

export type AccessPerTen =
  | { readonly shown: true; readonly value: number }
  | { readonly shown: false; readonly why: NoAccessPerTen };

/** Below this the ratio says more about single children than about a service. */
const FEWEST_REFERRED = 10;

/**
 * Children who accessed the service for every 10 referred. Not a conversion rate: those seen this year may have been
 * referred last year, so it may exceed 10 and is never clamped. Shown only when both are exact and at least 10 were
 * referred. Source: reference on statistics, section 4. Example: 14 accessed, 10 referred is 14.
 */
export function accessPerTen(accessed: Interval | null, referred: Interval | null): AccessPerTen {
  if (accessed === null || referred === null) return { shown: false, why: "not-known" };
  if (accessed.lo !== accessed.hi || referred.lo !== referred.hi) return { shown: false, why: "not-exact" };
  if (referred.lo === 0) return { shown: false, why: "none-referred" };
  if (referred.lo < FEWEST_REFERRED) return { shown: false, why: "under-10-referred" };
  return { shown: true, value: (10 * accessed.lo) / referred.lo };
}
