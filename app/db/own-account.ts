import type { Queries } from "./client";

export interface OwnAccount {
  readonly lastSignInAt: Date | null;
  /** Since when the authenticator app in use is the one. */
  readonly authenticatorSince: Date | null;
  readonly recoveryCodesLeft: number;
  readonly passkeyNames: readonly string[];
}

/** What somebody is shown of how they sign in: never a hash, a seed or a key. */
export async function findOwnAccount(db: Queries, personId: string): Promise<OwnAccount> {
  const row = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      lastSignInAt: true,
      authenticators: { where: { confirmedAt: { not: null } }, select: { confirmedAt: true } },
      passkeys: { select: { name: true }, orderBy: { createdAt: "asc" } },
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  });
  return {
    lastSignInAt: row.lastSignInAt,
    authenticatorSince: row.authenticators[0]?.confirmedAt ?? null,
    recoveryCodesLeft: row._count.recoveryCodes,
    passkeyNames: row.passkeys.map(({ name }) => name),
  };
}
