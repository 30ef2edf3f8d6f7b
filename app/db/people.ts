import { type Person, ROLES, type Role } from "../domain/people/person";
import type { Queries, Transaction } from "./client";

function asRole(text: string): Role {
  const role = ROLES.find((known) => known === text);
  if (role === undefined) throw new Error(`A person has the role ${JSON.stringify(text)}, which does not exist.`);
  return role;
}

/** Someone who may act now: not disabled, and, for a trust's officer, with a trust to act for. */
export async function findPerson(db: Queries, id: string): Promise<Person | null> {
  const row = await db.person.findUnique({
    where: { id, disabledAt: null },
    select: {
      id: true,
      name: true,
      email: true,
      jobTitle: true,
      role: true,
      memberships: { select: { trust: { select: { ods: true, name: true } } }, orderBy: { ods: "asc" }, take: 1 },
    },
  });
  if (row === null) return null;
  const { memberships, ...person } = row;
  const role = asRole(row.role);
  if (role !== "trust") return { ...person, role };
  const trust = memberships[0]?.trust;
  return trust === undefined ? null : { ...person, role, trust };
}

export async function findCredential(
  db: Queries,
  email: string,
): Promise<{ id: string; role: Role; passwordHash: string } | null> {
  const row = await db.person.findUnique({
    where: { email, disabledAt: null },
    select: { id: true, role: true, passwordHash: true },
  });
  if (row?.passwordHash == null) return null;
  return { id: row.id, role: asRole(row.role), passwordHash: row.passwordHash };
}

export async function savePerson(
  tx: Transaction,
  person: { email: string; name: string; role: Role; jobTitle: string; passwordHash: string | null; trust?: string },
): Promise<string> {
  const { trust, ...row } = person;
  const { id } = await tx.person.upsert({ where: { email: row.email }, create: row, update: row });
  if (trust !== undefined) {
    await tx.membership.upsert({
      where: { personId_ods: { personId: id, ods: trust } },
      create: { personId: id, ods: trust },
      update: {},
    });
  }
  return id;
}
