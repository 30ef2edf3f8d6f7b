import type { Queries, Transaction } from "./client";

export interface Reset {
  readonly id: string;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  readonly approvedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly person: Named & { readonly email: string };
  readonly starter: Named;
  readonly approver: Named | null;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const NAMED = { select: { id: true, name: true } } as const;

const SHOWN = {
  id: true,
  startedAt: true,
  expiresAt: true,
  approvedAt: true,
  cancelledAt: true,
  person: { select: { id: true, name: true, email: true } },
  starter: NAMED,
  approver: NAMED,
} as const;

/** Waiting for a second person. One whose starter may no longer start any, or whose owner has no access, waits for nobody. */
const openAt = (now: Date) => ({
  approvedAt: null,
  cancelledAt: null,
  expiresAt: { gt: now },
  person: { disabledAt: null },
  starter: { disabledAt: null, role: "admin" },
});

/** Those that wait for a second person, the oldest first. */
export async function openResets(db: Queries, now: Date): Promise<Reset[]> {
  return db.factorReset.findMany({ where: openAt(now), select: SHOWN, orderBy: { startedAt: "asc" } });
}

export async function countOpenResets(db: Queries, now: Date): Promise<number> {
  return db.factorReset.count({ where: openAt(now) });
}

export async function openResetOf(db: Queries, personId: string, now: Date): Promise<Reset | null> {
  return db.factorReset.findFirst({ where: { ...openAt(now), personId }, select: SHOWN });
}

export async function findReset(db: Queries, id: string): Promise<Reset | null> {
  return db.factorReset.findUnique({ where: { id }, select: SHOWN });
}

/** Whether an account was ever reset, so that an invitation to it is to set up again what there was. */
export async function wasReset(db: Queries, personId: string): Promise<boolean> {
  return (await db.factorReset.count({ where: { personId, approvedAt: { not: null } } })) > 0;
}

export async function addReset(
  tx: Transaction,
  reset: { personId: string; startedBy: string; startedAt: Date; expiresAt: Date },
): Promise<string> {
  const { id } = await tx.factorReset.create({ data: reset, select: { id: true } });
  return id;
}

/** The second person agrees; false where it no longer waits. */
export async function approveReset(tx: Transaction, id: string, by: string, at: Date): Promise<boolean> {
  const { count } = await tx.factorReset.updateMany({
    where: { ...openAt(at), id },
    data: { approvedBy: by, approvedAt: at },
  });
  return count === 1;
}

/** Nothing comes of it, whether or not it still waited; false where it was approved or cancelled before. */
export async function cancelReset(tx: Transaction, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.factorReset.updateMany({
    where: { id, approvedAt: null, cancelledAt: null },
    data: { cancelledAt: at },
  });
  return count === 1;
}
