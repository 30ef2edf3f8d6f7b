import type { Queries, Transaction } from "./client";

export type LinkKind = "invitation" | "password" | "email";

export interface EmailLink {
  readonly personId: string;
  readonly codeSha256: string | null;
  readonly wrongCodes: number;
  /** The address to be proved. */
  readonly email: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const SHOWN = {
  personId: true,
  codeSha256: true,
  wrongCodes: true,
  email: true,
  createdAt: true,
  expiresAt: true,
} as const;

/** Keeps a link. Of each kind a person has one: a newer link makes the older one void. */
export async function replaceLink(
  tx: Transaction,
  link: Omit<EmailLink, "wrongCodes"> & { readonly tokenSha256: string; readonly kind: LinkKind },
) {
  const { personId, kind } = link;
  await tx.emailLink.deleteMany({ where: { personId, kind } });
  await tx.emailLink.create({ data: link });
}

/** A link that still works; null where it never was, was used, is void or has expired. */
export async function findLink(db: Queries, kind: LinkKind, tokenSha256: string, now: Date): Promise<EmailLink | null> {
  return db.emailLink.findUnique({ where: { tokenSha256, kind, expiresAt: { gt: now } }, select: SHOWN });
}

/** Uses a link up; false where another request was first. */
export async function takeLink(tx: Transaction, kind: LinkKind, tokenSha256: string, now: Date): Promise<boolean> {
  const { count } = await tx.emailLink.deleteMany({ where: { tokenSha256, kind, expiresAt: { gt: now } } });
  return count === 1;
}

export async function countWrongCode(tx: Transaction, tokenSha256: string, most: number) {
  await tx.emailLink.updateMany({ where: { tokenSha256 }, data: { wrongCodes: { increment: 1 } } });
  await tx.emailLink.deleteMany({ where: { tokenSha256, wrongCodes: { gte: most } } });
}

/** Makes void the links of a person, or those of one kind. */
export async function voidLinks(tx: Transaction, personId: string, kind?: LinkKind) {
  await tx.emailLink.deleteMany({ where: kind === undefined ? { personId } : { personId, kind } });
}
