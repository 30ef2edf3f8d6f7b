import {
  asTrustRole,
  FOUNDATION_ROLES,
  type FoundationRole,
  type Person,
  type Place,
  type Role,
  type TrustRole,
} from "../domain/people/person";
import type { Queries, Transaction } from "./client";

const placesOf = {
  where: { trust: { accessEndedAt: null } },
  select: { role: true, trust: { select: { ods: true, name: true } } },
  orderBy: { ods: "asc" },
} as const;

/**
 * Someone who may act now: not disabled, and, for a trust's officer, with a trust to act for whose access was not ended.
 * They act for `ods`, or for the first of their trusts where none was chosen; never for another than the chosen one.
 */
export async function findPerson(db: Queries, id: string, ods: string | null = null): Promise<Person | null> {
  const row = await db.person.findUnique({
    where: { id, disabledAt: null },
    select: { id: true, name: true, email: true, jobTitle: true, role: true, memberships: placesOf },
  });
  if (row === null) return null;
  const { memberships, ...person } = row;
  const foundation = FOUNDATION_ROLES.find((known) => known === row.role);
  if (foundation !== undefined) return { ...person, role: foundation };
  const places = memberships.map(({ role, trust }): Place => ({ ...trust, role: asTrustRole(role) }));
  const place = ods === null ? places[0] : places.find((one) => one.ods === ods);
  if (place === undefined) return null;
  const { role, ...trust } = place;
  return { ...person, role, trust, places };
}

/** Somebody who has given the password and no second factor yet. */
export interface Entrant {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly trustNames: readonly string[];
  /** Whether there is a second factor to ask for; otherwise one has to be set up. */
  readonly hasFactor: boolean;
}

export async function findEntrant(db: Queries, id: string): Promise<Entrant | null> {
  const row = await db.person.findUnique({
    where: { id, disabledAt: null },
    select: {
      id: true,
      name: true,
      email: true,
      memberships: { select: { trust: { select: { name: true } } } },
      authenticators: { where: { confirmedAt: { not: null } }, select: { id: true } },
    },
  });
  if (row === null) return null;
  const { memberships, authenticators, ...person } = row;
  return { ...person, trustNames: memberships.map(({ trust }) => trust.name), hasFactor: authenticators.length > 0 };
}

/** Of one who may sign in; null where there is nobody of that address, or they were never asked for a password. */
export async function findCredential(db: Queries, email: string): Promise<Credential | null> {
  const row = await db.person.findUnique({
    where: { email, disabledAt: null },
    select: { id: true, passwordHash: true },
  });
  if (row?.passwordHash == null) return null;
  return { id: row.id, passwordHash: row.passwordHash };
}

export interface Credential {
  readonly id: string;
  readonly passwordHash: string;
}

export async function setPassword(tx: Transaction, id: string, passwordHash: string) {
  await tx.person.update({ where: { id }, data: { passwordHash } });
}

/** Nobody signs in to this account until a password is set anew. */
export async function forgetPassword(tx: Transaction, id: string) {
  await tx.person.update({ where: { id }, data: { passwordHash: null } });
}

/** Somebody has accepted an invitation, and says who they are. */
export async function acceptedInvitation(
  tx: Transaction,
  id: string,
  said: { name: string; jobTitle: string; passwordHash: string },
) {
  await tx.person.update({ where: { id }, data: said });
}

export async function setDetails(tx: Transaction, id: string, { name, jobTitle }: { name: string; jobTitle: string }) {
  await tx.person.update({ where: { id }, data: { name, jobTitle } });
}

export async function noteSignIn(tx: Transaction, id: string, at: Date) {
  await tx.person.update({ where: { id }, data: { lastSignInAt: at, helpAskedAt: null } });
}

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly jobTitle: string;
  readonly passwordHash: string | null;
  /** For a trust's role. */
  readonly trust?: string;
}

/** Adds somebody, or brings what is known of them up to date, found by their address. */
export async function savePerson(tx: Transaction, { trust, role, ...row }: NewPerson): Promise<string> {
  const kept = { ...row, role: trust === undefined ? asFoundationRole(role) : "trust" };
  const { id } = await tx.person.upsert({ where: { email: row.email }, create: kept, update: kept });
  if (trust !== undefined) await saveMembership(tx, id, trust, asTrustRole(role));
  return id;
}

export async function saveMembership(tx: Transaction, personId: string, ods: string, role: TrustRole) {
  await tx.membership.upsert({
    where: { personId_ods: { personId, ods } },
    create: { personId, ods, role },
    update: { role },
  });
}

function asFoundationRole(role: Role): FoundationRole {
  const known = FOUNDATION_ROLES.find((one) => one === role);
  if (known === undefined) throw new Error(`Somebody is to be ${role} of a trust, and no trust is named.`);
  return known;
}

export async function administrators(db: Queries): Promise<{ name: string; email: string }[]> {
  return db.person.findMany({
    where: { role: "admin", disabledAt: null, passwordHash: { not: null } },
    select: { name: true, email: true },
  });
}

/** Those of a trust who may declare for it now, by name. */
export async function signatoriesOf(db: Queries, ods: string): Promise<{ name: string; email: string }[]> {
  return db.person.findMany({
    where: { disabledAt: null, passwordHash: { not: null }, memberships: { some: { ods, role: "signatory" } } },
    select: { name: true, email: true },
    orderBy: { name: "asc" },
  });
}

/** Those who act for a trust, unless their own access was ended, with the names of the other trusts they can act for. */
export async function peopleOfTrust(
  db: Queries,
  ods: string,
): Promise<{ name: string; email: string; others: string[] }[]> {
  const others = { ods: { not: ods }, trust: { accessEndedAt: null } };
  const rows = await db.person.findMany({
    where: { disabledAt: null, memberships: { some: { ods } } },
    select: { name: true, email: true, memberships: { where: others, select: { trust: { select: { name: true } } } } },
    orderBy: { name: "asc" },
  });
  return rows.map(({ memberships, ...person }) => ({ ...person, others: memberships.map(({ trust }) => trust.name) }));
}

/** Everybody there is an account of, by name. */
export async function peopleNames(db: Queries): Promise<{ id: string; name: string }[]> {
  return db.person.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } });
}
