import type { Transaction } from "./client";

/** What a passkey signs: to show that it is there, or that it was made here. */
export type ChallengePurpose = "proof" | "new passkey";

interface Asked {
  readonly sessionId: string;
  readonly purpose: ChallengePurpose;
}

/** Keeps what a session was asked to sign; it takes the place of what it was asked before. */
export async function replaceChallenge(
  tx: Transaction,
  { sessionId, purpose, ...challenge }: Asked & { readonly challenge: string; readonly expiresAt: Date },
) {
  await tx.challenge.deleteMany({ where: { sessionId, purpose } });
  await tx.challenge.create({ data: { sessionId, purpose, ...challenge } });
}

/** Takes what a session was asked to sign, once; null where nothing was, it has expired, or another request took it. */
export async function takeChallenge(tx: Transaction, asked: Asked, now: Date): Promise<string | null> {
  const found = await tx.challenge.findFirst({ where: { ...asked, expiresAt: { gt: now } } });
  if (found === null) return null;
  const { count } = await tx.challenge.deleteMany({ where: { challenge: found.challenge } });
  return count === 1 ? found.challenge : null;
}
