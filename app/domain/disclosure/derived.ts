import { shareOf } from "../count/interval";
import { accessPerTen } from "../statistics/access-per-ten";
import { outwards } from "../statistics/in-words";
import { type DerivedCell, HIDDEN, intervalOf, type PublishedCell, unavailable } from "./cell";
import type { PublishedMeasure } from "./published-measure";

// Worked out of published cells alone, so that no derived figure can tell more than they do.

const NOBODY = { status: "[z]", why: "nobody to divide by" } as const;

/**
 * The 0–2 referrals as a share of all 0–18 referrals, from 0 to 1: one figure where both are shown exact, a range
 * rounded outwards where one is a range. Source: reference on disclosure, section 3.
 * Example: 9 of 8,586 is 0.00105; 2 to 8 of 4,595 is 0.00043 to 0.0018.
 */
export function publishedShare({ total, all }: PublishedMeasure): DerivedCell {
  const gap = firstGap(total, all);
  if (gap !== null) return gap;
  if (all.status === "value" && all.value === 0) return NOBODY;
  const share = shareOf(intervalOf(total), intervalOf(all));
  if (share === null) return unavailable("no exact figure");
  if (total.status === "value" && all.status === "value") return { status: "value", value: share.lo };
  return { status: "range", ...outwards(share) };
}

/** Access per 10 referred, only where both are shown exact. Example: 14 accessed, 10 referred is 14. */
export function publishedAccessPerTen(referred: PublishedMeasure, accessed: PublishedMeasure): DerivedCell {
  const gap = firstGap(referred.total, accessed.total);
  if (gap !== null) return gap;
  const ratio = accessPerTen(intervalOf(accessed.total), intervalOf(referred.total));
  if (ratio.shown) return { status: "value", value: ratio.value };
  if (ratio.why === "none-referred") return NOBODY;
  if (ratio.why === "under-10-referred") return unavailable("fewer than 10 referred");
  return hidesSomething(referred) || hidesSomething(accessed) ? HIDDEN : unavailable("no exact figure");
}

/** What stands in place of a figure whose parts are not both there. */
function firstGap(...parts: readonly PublishedCell[]): DerivedCell | null {
  for (const part of parts) if (part.status === "[x]" || part.status === "[z]") return part;
  return parts.some(({ status }) => status === "[c]") ? HIDDEN : null;
}

function hidesSomething({ bands }: PublishedMeasure): boolean {
  return Object.values(bands).some(({ status }) => status === "[c]");
}
