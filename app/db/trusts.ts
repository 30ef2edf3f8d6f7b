import { day } from "../domain/calendar/day";
import { reportingYear } from "../domain/calendar/reporting-year";
import { type Register, registerOf } from "../domain/trusts/register";
import type { Trust } from "../domain/trusts/trust";
import type { Queries, Transaction } from "./client";

/** The whole register. */
export async function wholeRegister(db: Queries): Promise<Register> {
  const rows = await db.trust.findMany({
    select: {
      ods: true,
      name: true,
      region: true,
      opened: true,
      closed: true,
      successor: true,
      breaks: { select: { year: true }, orderBy: { year: "asc" } },
      aliases: { select: { alias: true } },
    },
    orderBy: { name: "asc" },
  });
  const trusts = rows.map(({ opened, closed, breaks, aliases: _, ...row }) => ({
    ...row,
    opened: opened === null ? null : day(opened),
    closed: closed === null ? null : day(closed),
    breaks: breaks.map(({ year }) => reportingYear(year)),
  }));
  const aliases = rows.map(({ ods, aliases }) => [ods, aliases.map(({ alias }) => alias)] as const);
  return registerOf(trusts, new Map(aliases));
}

/** A trust as it enters the register, with what its source says beside the facts the domain reasons with. */
export interface RegisterEntry extends Trust {
  readonly aliases: readonly string[];
  readonly nameNow: string | null;
  readonly icb: string | null;
  readonly basis: string | null;
}

export async function addToRegister(tx: Transaction, { aliases, breaks, ...trust }: RegisterEntry) {
  await tx.trust.create({
    data: {
      ...trust,
      aliases: { create: aliases.map((alias) => ({ alias })) },
      breaks: { create: breaks.map((year) => ({ year })) },
    },
  });
}

/** A trust of the register by its code; null where there is none. */
export async function findTrust(db: Queries, ods: string): Promise<{ ods: string; name: string } | null> {
  return db.trust.findUnique({ where: { ods }, select: { ods: true, name: true } });
}

/** Code and name of every trust of the register, by name. */
export async function trustNames(db: Queries): Promise<{ ods: string; name: string }[]> {
  return db.trust.findMany({ select: { ods: true, name: true }, orderBy: { name: "asc" } });
}

/** A trust of the register, and since when nobody may act for it. */
export interface TrustAccess {
  readonly ods: string;
  readonly name: string;
  /** Null while its people may act for it. */
  readonly endedAt: Date | null;
}

export async function findTrustAccess(db: Queries, ods: string): Promise<TrustAccess | null> {
  const row = await db.trust.findUnique({ where: { ods }, select: { ods: true, name: true, accessEndedAt: true } });
  return row && { ods: row.ods, name: row.name, endedAt: row.accessEndedAt };
}

/** Ends a trust's access, or gives it back; false where that is so already. */
export async function setTrustEnded(tx: Transaction, ods: string, at: Date | null): Promise<boolean> {
  const { count } = await tx.trust.updateMany({
    where: { ods, accessEndedAt: at === null ? { not: null } : null },
    data: { accessEndedAt: at },
  });
  return count === 1;
}
