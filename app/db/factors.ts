import type { Queries, Transaction } from "./client";

/** The seed of an authenticator app, sealed. */
export interface SealedSeed {
  readonly id: string;
  readonly seed: string;
}

/** The authenticator app whose codes somebody signs in with. */
export async function findAuthenticator(db: Queries, personId: string): Promise<SealedSeed | null> {
  return db.authenticator.findFirst({
    where: { personId, confirmedAt: { not: null } },
    select: { id: true, seed: true },
  });
}

/** One that is being set up, until a code of it confirms that it is. */
export async function findUnconfirmed(db: Queries, personId: string): Promise<SealedSeed | null> {
  return db.authenticator.findFirst({ where: { personId, confirmedAt: null }, select: { id: true, seed: true } });
}

/** Begins to set one up. One that was begun before and never confirmed is forgotten. */
export async function addUnconfirmed(tx: Transaction, personId: string, seed: string, createdAt: Date) {
  await tx.authenticator.deleteMany({ where: { personId, confirmedAt: null } });
  await tx.authenticator.create({ data: { personId, seed, createdAt } });
}

/** One that needs no code to be believed, in the place of any other. */
export async function addAuthenticator(tx: Transaction, personId: string, seed: string, at: Date) {
  await tx.authenticator.deleteMany({ where: { personId } });
  await tx.authenticator.create({ data: { personId, seed, createdAt: at, confirmedAt: at } });
}

/** Takes its place from the one before; false where another request was first. */
export async function confirmAuthenticator(
  tx: Transaction,
  { id, personId, step, at }: { id: string; personId: string; step: number; at: Date },
): Promise<boolean> {
  const { count } = await tx.authenticator.updateMany({
    where: { id, personId, confirmedAt: null },
    data: { confirmedAt: at, lastStep: step },
  });
  if (count === 1) await tx.authenticator.deleteMany({ where: { personId, id: { not: id } } });
  return count === 1;
}

/** Uses up a step of 30 seconds; false where a code of this step, or of a later one, was taken before (RFC 6238, 5.2). */
export async function takeStep(tx: Transaction, id: string, step: number): Promise<boolean> {
  const { count } = await tx.authenticator.updateMany({
    where: { id, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

/** New ones in the place of all that were there. */
export async function replaceRecoveryCodes(tx: Transaction, personId: string, hashes: readonly string[]) {
  await tx.recoveryCode.deleteMany({ where: { personId } });
  await tx.recoveryCode.createMany({ data: hashes.map((hash) => ({ personId, hash })) });
}

/** Uses one up; false where it is none of theirs, or was used. */
export async function takeRecoveryCode(tx: Transaction, personId: string, hash: string, at: Date): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { personId, hash, usedAt: null },
    data: { usedAt: at },
  });
  return count === 1;
}

export async function countRecoveryCodes(db: Queries, personId: string): Promise<number> {
  return db.recoveryCode.count({ where: { personId, usedAt: null } });
}

/** Everything but the password: whoever this is done to has to set up a second factor anew. */
export async function forgetFactors(tx: Transaction, personId: string) {
  await tx.authenticator.deleteMany({ where: { personId } });
  await tx.recoveryCode.deleteMany({ where: { personId } });
  await tx.passkey.deleteMany({ where: { personId } });
}
