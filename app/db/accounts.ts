import type { Account } from "../domain/people/account";
import { asTrustRole, FOUNDATION_ROLES, type FoundationRole } from "../domain/people/person";
import type { Queries, Transaction } from "./client";
import type { Prisma } from "./generated/client";

// What those see and change who say who may sign in. No hash, seed or token is ever selected.

const SHOWN = {
  id: true,
  name: true,
  email: true,
  jobTitle: true,
  role: true,
  disabledAt: true,
  lastSignInAt: true,
  helpAskedAt: true,
  memberships: {
    select: { role: true, trust: { select: { ods: true, name: true, accessEndedAt: true } } },
    orderBy: { ods: "asc" },
  },
  authenticators: { where: { confirmedAt: { not: null } }, select: { id: true } },
  links: { where: { kind: "invitation" }, select: { createdAt: true, expiresAt: true } },
  _count: { select: { passkeys: true } },
} as const;

/** Everybody who was ever let in, by name. */
export async function allAccounts(db: Queries): Promise<Account[]> {
  return accountsWhere(db, {});
}

export async function findAccount(db: Queries, id: string): Promise<Account | null> {
  const [account] = await accountsWhere(db, { id });
  return account ?? null;
}

export async function findAccountOf(db: Queries, email: string): Promise<Account | null> {
  const [account] = await accountsWhere(db, { email });
  return account ?? null;
}

const askedSince = (since: Date) => ({ helpAskedAt: { gt: since }, disabledAt: null });

/** Those who have asked for help with signing in since then, and got none yet; by name. */
export async function accountsAskingSince(db: Queries, since: Date): Promise<Account[]> {
  return accountsWhere(db, askedSince(since));
}

export async function countAskingSince(db: Queries, since: Date): Promise<number> {
  return db.person.count({ where: askedSince(since) });
}

/** Somebody asks for help with signing in, or, with null, is being helped. */
export async function setHelpAsked(tx: Transaction, id: string, at: Date | null) {
  await tx.person.update({ where: { id }, data: { helpAskedAt: at } });
}

async function accountsWhere(db: Queries, where: Prisma.PersonWhereInput): Promise<Account[]> {
  const rows = await db.person.findMany({ where, select: SHOWN, orderBy: [{ name: "asc" }, { email: "asc" }] });
  // Asked for apart, so that whether there is a password is known without reading one.
  const without = await db.person.findMany({ where: { ...where, passwordHash: null }, select: { id: true } });
  const withoutPassword = new Set(without.map(({ id }) => id));
  return rows.map((row) => {
    const [link] = row.links;
    return {
      id: row.id,
      name: row.name,
      email: row.email,
      jobTitle: row.jobTitle,
      foundationRole: FOUNDATION_ROLES.find((role) => role === row.role) ?? null,
      places: row.memberships.map(({ role, trust: { accessEndedAt, ...trust } }) => ({
        ...trust,
        role: asTrustRole(role),
        isEnded: accessEndedAt !== null,
      })),
      invitation: link === undefined ? null : { sentAt: link.createdAt, expiresAt: link.expiresAt },
      hasPassword: !withoutPassword.has(row.id),
      hasAuthenticator: row.authenticators.length > 0,
      passkeys: row._count.passkeys,
      lastSignInAt: row.lastSignInAt,
      helpAskedAt: row.helpAskedAt,
      endedAt: row.disabledAt,
    };
  });
}

/** Ends somebody's access, or gives it back; false where that is so already. */
export async function setEnded(tx: Transaction, id: string, at: Date | null): Promise<boolean> {
  const { count } = await tx.person.updateMany({
    where: { id, disabledAt: at === null ? { not: null } : null },
    data: { disabledAt: at },
  });
  return count === 1;
}

export async function setFoundationRole(tx: Transaction, id: string, role: FoundationRole) {
  await tx.person.update({ where: { id, role: { in: [...FOUNDATION_ROLES] } }, data: { role } });
}

/** False where they did not act for that trust. */
export async function removeMembership(tx: Transaction, personId: string, ods: string): Promise<boolean> {
  const { count } = await tx.membership.deleteMany({ where: { personId, ods } });
  return count === 1;
}

/** Whether somebody of the Foundation can sign in, and as what is said. */
export async function canStillActAs(db: Queries, id: string, role: FoundationRole): Promise<boolean> {
  return (await db.person.count({ where: { id, role, disabledAt: null, passwordHash: { not: null } } })) === 1;
}

/** Since when somebody has had the authenticator app they sign in with; null where they have none. */
export async function factorSince(db: Queries, personId: string): Promise<Date | null> {
  const found = await db.authenticator.findFirst({
    where: { personId, confirmedAt: { not: null } },
    select: { confirmedAt: true },
  });
  return found?.confirmedAt ?? null;
}

/** The people of the Foundation who can sign in, but for some. */
export async function foundationBut(db: Queries, ids: readonly string[]): Promise<{ name: string; email: string }[]> {
  return db.person.findMany({
    where: {
      id: { notIn: [...ids] },
      role: { in: [...FOUNDATION_ROLES] },
      disabledAt: null,
      passwordHash: { not: null },
    },
    select: { name: true, email: true },
  });
}
