import { findAttempts, forgetAttempts, saveAttempts } from "../../db/attempts";
import type { Transaction } from "../../db/client";
import { write } from "../../db/write";
import { waitAfter } from "../../domain/people/backoff";
import type { Context } from "../context";
import { attemptKey } from "./attempt-key";

/** Failures that are longer ago than this no longer count. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60_000;

/** An account as it was named at sign-in, whether or not there is one: nobody learns from the wait that there is. */
const accountKey = (context: Context, email: string) => attemptKey(context, "account", email);

export interface Attempt {
  /** Whether it is to be looked at; otherwise it is refused like a wrong one. */
  readonly counts: boolean;
  /** Until when the next has to wait on account of this one. */
  readonly blocks: Date | null;
}

/**
 * Counts an attempt to sign in to an account before it is looked at, so that fifty at once are fifty. From the fifth
 * failure on, each makes the next wait. An attempt that comes too early is counted and makes nobody wait longer, so that
 * a stranger cannot shut somebody out for good.
 */
export async function countAttempt(context: Context, email: string): Promise<Attempt> {
  const now = context.clock.now();
  const key = accountKey(context, email);
  return write(context.db, async (tx) => {
    const found = await findAttempts(tx, key);
    const isForgotten = found !== null && now.getTime() - found.since.getTime() > FORGOTTEN_AFTER_MS;
    const before = found === null || isForgotten ? { count: 0, since: now, blockedUntil: null } : found;
    const count = before.count + 1;
    if (before.blockedUntil !== null && before.blockedUntil > now) {
      await saveAttempts(tx, key, { ...before, count });
      return { counts: false, blocks: null };
    }
    const waitMs = waitAfter(count) * 1_000;
    const blocks = waitMs === 0 ? null : new Date(now.getTime() + waitMs);
    await saveAttempts(tx, key, { count, since: before.since, blockedUntil: blocks });
    return { counts: true, blocks };
  });
}

/** The password was right, so this attempt was no failure; those before it stand until the second factor is right too. */
export async function takeBackAttempt(tx: Transaction, context: Context, email: string, { blocks }: Attempt) {
  const key = accountKey(context, email);
  const counted = await findAttempts(tx, key);
  if (counted === null) return;
  const isOwn = counted.blockedUntil?.getTime() === blocks?.getTime();
  await saveAttempts(tx, key, {
    ...counted,
    count: Math.max(0, counted.count - 1),
    blockedUntil: isOwn ? null : counted.blockedUntil,
  });
}

export async function clearAttempts(tx: Transaction, context: Context, email: string): Promise<void> {
  await forgetAttempts(tx, accountKey(context, email));
}
