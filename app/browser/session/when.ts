/** How long before its end somebody is warned. */
export const WARNED_BEFORE_MS = 2 * 60_000;
/** How often it is looked at again meanwhile: it may have been lengthened, or ended, in another tab. */
const LOOKED_AT_EVERY_MS = 10_000;
/** The end is looked at once it has surely come. */
const AFTERWARDS_MS = 1_000;

/**
 * In how many milliseconds to look at a session again that ends at `endsAt`; both are in milliseconds since 1970. Null
 * where it is over. With 30 minutes left, in 28 minutes; with a minute left, in 10 s; with 4 s left, in 5 s.
 */
export function nextLookIn(now: number, endsAt: number): number | null {
  const left = endsAt - now;
  if (left <= 0) return null;
  if (left > WARNED_BEFORE_MS) return left - WARNED_BEFORE_MS;
  return Math.min(LOOKED_AT_EVERY_MS, left + AFTERWARDS_MS);
}
