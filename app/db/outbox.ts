import type { Queries, Transaction } from "./client";

export interface QueuedLetter {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** Whether the body is sealed, for `letter:` and the key. */
  readonly sealed: boolean;
  readonly key: string;
  readonly attempts: number;
}

/** Queues a letter. `key` names what the letter is about: the same key is the same letter, so it is queued and sent once. */
export async function queueLetter(
  tx: Transaction,
  letter: { key: string; to: string; subject: string; body: string; sealed?: boolean; queuedAt: Date },
) {
  await tx.letter.create({ data: { ...letter, notBefore: letter.queuedAt } });
}

export async function isQueued(db: Queries, key: string): Promise<boolean> {
  return (await db.letter.count({ where: { key } })) > 0;
}

export async function isLetterQueued(tx: Transaction, key: string): Promise<boolean> {
  return (await tx.letter.count({ where: { key } })) > 0;
}

export async function lettersToSend(db: Queries, now: Date): Promise<QueuedLetter[]> {
  return db.letter.findMany({
    where: { sentAt: null, notBefore: { lte: now } },
    select: { id: true, key: true, to: true, subject: true, body: true, sealed: true, attempts: true },
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

/** Of a letter that carried a link nothing is kept but that it was sent. */
export async function markSent(tx: Transaction, { id, sealed }: Pick<QueuedLetter, "id" | "sealed">, at: Date) {
  const kept = sealed ? { body: "" } : {};
  await tx.letter.update({ where: { id }, data: { sentAt: at, lastError: null, ...kept } });
}

export async function markFailed(tx: Transaction, id: string, failure: { error: string; notBefore: Date }) {
  const { error, notBefore } = failure;
  await tx.letter.update({ where: { id }, data: { lastError: error, notBefore } });
}
