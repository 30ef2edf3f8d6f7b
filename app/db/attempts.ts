import type { Transaction } from "./client";

export interface Attempts {
  readonly count: number;
  /** Since when they are counted. */
  readonly since: Date;
  /** Until then none is looked at; null where the next one is. */
  readonly blockedUntil: Date | null;
}

export async function findAttempts(tx: Transaction, key: string): Promise<Attempts | null> {
  return tx.attempt.findUnique({ where: { key }, select: { count: true, since: true, blockedUntil: true } });
}

export async function saveAttempts(tx: Transaction, key: string, attempts: Attempts) {
  await tx.attempt.upsert({ where: { key }, create: { key, ...attempts }, update: attempts });
}

export async function forgetAttempts(tx: Transaction, key: string) {
  await tx.attempt.deleteMany({ where: { key } });
}

export async function forgetAttemptsBefore(tx: Transaction, before: Date) {
  await tx.attempt.deleteMany({ where: { since: { lt: before } } });
}
