import type { Queries, Transaction } from "./client";

export interface Passkey {
  /** The credential's own, in base64url. */
  readonly id: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** A passkey as its owner sees it. */
export interface NamedPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

const KEYS = { id: true, publicKey: true, counter: true, transports: true } as const;

export async function passkeysOf(db: Queries, personId: string): Promise<Passkey[]> {
  const rows = await db.passkey.findMany({ where: { personId }, select: KEYS, orderBy: { createdAt: "asc" } });
  return rows.map((row) => ({ ...row, transports: asTransports(row.transports) }));
}

export async function namedPasskeysOf(db: Queries, personId: string): Promise<NamedPasskey[]> {
  return db.passkey.findMany({
    where: { personId },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
    orderBy: { createdAt: "asc" },
  });
}

export async function addPasskey(
  tx: Transaction,
  { transports, ...passkey }: Passkey & { readonly personId: string; readonly name: string; readonly createdAt: Date },
) {
  await tx.passkey.create({ data: { ...passkey, transports: transports.join(",") } });
}

/** Whether a passkey is anybody's: each belongs to one person. */
export async function isPasskeyKnown(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.passkey.count({ where: { id } })) > 0;
}

/** Removes one of somebody's own, and returns its name; null where it is none of theirs. */
export async function removePasskey(tx: Transaction, personId: string, id: string): Promise<string | null> {
  const found = await tx.passkey.findUnique({ where: { id, personId }, select: { name: true } });
  if (found === null) return null;
  await tx.passkey.delete({ where: { id } });
  return found.name;
}

/** Notes that one was used; false where another request used it since it was looked at, or it was removed. */
export async function takePasskey(
  tx: Transaction,
  { id, counter }: Passkey,
  used: { readonly counter: number; readonly at: Date },
): Promise<boolean> {
  const { count } = await tx.passkey.updateMany({
    where: { id, counter },
    data: { counter: used.counter, lastUsedAt: used.at },
  });
  return count === 1;
}

/** As browsers name the ways to reach it, as in `usb` and `internal`. */
function asTransports(text: string): string[] {
  return text === "" ? [] : text.split(",");
}
