import { findAttempts, forgetAttempts, saveAttempts } from "../../db/attempts";
import type { Transaction } from "../../db/client";
import { write } from "../../db/write";
import { LONGEST_WAIT_S, waitAfter } from "../../domain/people/backoff";
import type { Context } from "../context";
import { attemptKey } from "./attempt-key";

/** Failures that are longer ago than this no longer count. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

/**
 * What is counted together, so that what a stranger does costs nobody else: an account as it was named at sign-in, whether
 * or not there is one; a browser that somebody signed in with before; and what only they reach who know the password.
 */
export type Tally =
  | { readonly of: "account"; readonly email: string }
  | { readonly of: "known browser"; readonly browser: string }
  | { readonly of: "second factor" | "own password"; readonly personId: string };

function keyOf(context: Context, tally: Tally): string {
  switch (tally.of) {
    case "account":
      return attemptKey(context, tally.of, tally.email);
    case "known browser":
      return attemptKey(context, tally.of, tally.browser);
    default:
      return attemptKey(context, tally.of, tally.personId);
  }
}

/**
 * Counts an attempt before it is looked at, so that fifty at once are fifty, and says whether it is to be looked at;
 * otherwise it is refused like a wrong one. From the fifth failure on, each makes the next wait. An attempt that comes too
 * early is counted and makes nobody wait longer.
 */
export async function countAttempt(context: Context, tally: Tally): Promise<boolean> {
  const now = context.clock.now();
  const key = keyOf(context, tally);
  return write(context.db, async (tx) => {
    const found = await findAttempts(tx, key);
    const isForgotten = found !== null && now.getTime() - found.since.getTime() > FORGOTTEN_AFTER_MS;
    const before = found === null || isForgotten ? { count: 0, since: now, blockedUntil: null } : found;
    const count = before.count + 1;
    if (isWaiting(before.blockedUntil, now)) {
      await saveAttempts(tx, key, { ...before, count });
      return false;
    }
    const waitMs = waitAfter(count) * 1_000;
    const blockedUntil = waitMs === 0 ? null : new Date(now.getTime() + waitMs);
    await saveAttempts(tx, key, { count, since: before.since, blockedUntil });
    return true;
  });
}

/** A wait that is further off than any was set by a clock that has been put right since. */
function isWaiting(until: Date | null, now: Date): boolean {
  const left = until === null ? 0 : until.getTime() - now.getTime();
  return left > 0 && left <= LONGEST_WAIT_S * 1_000;
}

/** It was right: nothing of before counts any more. */
export async function clearAttempts(tx: Transaction, context: Context, tally: Tally): Promise<void> {
  await forgetAttempts(tx, keyOf(context, tally));
}
