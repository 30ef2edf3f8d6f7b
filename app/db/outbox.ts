import type { Queries, Transaction } from "./client";

export interface QueuedLetter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly attempts: number;
}

/** Queues a letter. `key` names what the letter is about: the same key is the same letter, so it is queued and sent once. */
export async function queueLetter(
  tx: Transaction,
  letter: { key: string; to: string; subject: string; body: string; queuedAt: Date },
) {
  await tx.letter.create({ data: { ...letter, notBefore: letter.queuedAt } });
}

export async function lettersToSend(db: Queries, now: Date): Promise<QueuedLetter[]> {
  return db.letter.findMany({
    where: { sentAt: null, notBefore: { lte: now } },
    select: { id: true, to: true, subject: true, body: true, attempts: true },
    orderBy: { queuedAt: "asc" },
    take: 20,
  });
}

/** Takes a letter for this process until `until`; false where another has taken or sent it meanwhile. */
export async function claimLetter(tx: Transaction, id: string, now: Date, until: Date): Promise<boolean> {
  const { count } = await tx.letter.updateMany({
    where: { id, sentAt: null, notBefore: { lte: now } },
    data: { notBefore: until, attempts: { increment: 1 } },
  });
  return count === 1;
}

export async function markSent(tx: Transaction, id: string, at: Date) {
  await tx.letter.update({ where: { id }, data: { sentAt: at, lastError: null } });
}

export async function markFailed(tx: Transaction, id: string, failure: { error: string; notBefore: Date }) {
  const { error, notBefore } = failure;
  await tx.letter.update({ where: { id }, data: { lastError: error, notBefore } });
}
