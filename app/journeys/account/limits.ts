import { findAttempts, saveAttempts } from "../../db/attempts";
import { write } from "../../db/write";
import { networkOf } from "../../platform/network-of";
import type { Context } from "../context";
import { attemptKey } from "./attempt-key";

const MINUTE_MS = 60_000;

/**
 * How often something may be done within a time, by one person or from one address. Addresses are counted generously,
 * since everyone in a trust, and often in several, comes from the same one.
 */
export const LIMITS = {
  "sign-in": { most: 300, withinMs: 10 * MINUTE_MS, per: "address" },
  reset: { most: 30, withinMs: 60 * MINUTE_MS, per: "address" },
  upload: { most: 300, withinMs: 60 * MINUTE_MS, per: "person" },
  "new email": { most: 10, withinMs: 60 * MINUTE_MS, per: "person" },
  export: { most: 60, withinMs: 60 * MINUTE_MS, per: "person" },
  "second factor": { most: 60, withinMs: 60 * MINUTE_MS, per: "person" },
  help: { most: 10, withinMs: 60 * MINUTE_MS, per: "person" },
  "kept form": { most: 60, withinMs: 60 * MINUTE_MS, per: "person" },
} as const;

export type Limited = keyof typeof LIMITS;
export type PersonLimit = { [L in Limited]: (typeof LIMITS)[L]["per"] extends "person" ? L : never }[Limited];

/** As in "9 minutes": never less than it takes. */
export function waitInWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}

/**
 * Counts it, and returns how many seconds to wait before it may be done again; 0 where it may be done now. What is beyond
 * the limit is said in the log of the portal.
 */
export async function countAgainst(context: Context, limited: Limited, subject: string): Promise<number> {
  const wait = await waitFor(context, limited, subject);
  const person = LIMITS[limited].per === "person" ? subject : null;
  if (wait > 0) context.log.security("limit reached", { person, outcome: "refused", limit: limited });
  return wait;
}

async function waitFor(context: Context, limited: Limited, subject: string): Promise<number> {
  const { most, withinMs, per } = LIMITS[limited];
  const now = context.clock.now();
  const key = attemptKey(context, limited, per === "address" ? networkOf(subject) : subject);
  return write(context.db, async (tx) => {
    const found = await findAttempts(tx, key);
    const age = found === null ? withinMs : now.getTime() - found.since.getTime();
    const isCurrent = found !== null && age >= 0 && age < withinMs;
    const count = isCurrent ? found.count + 1 : 1;
    await saveAttempts(tx, key, { count, since: isCurrent ? found.since : now, blockedUntil: null });
    return count > most ? Math.ceil((withinMs - age) / 1_000) : 0;
  });
}
