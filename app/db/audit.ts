import { type ChainHash, canonicalText, GENESIS, type Link } from "../domain/audit/chain";
import type { WrittenEntry } from "../domain/audit/entry";
import type { Queries, Transaction } from "./client";
import { Prisma } from "./generated/client";

/**
 * Adds an entry to the log, in the transaction of what it tells. Its id is the one after the highest ever given: the
 * transaction holds the write lock since it began, so nobody else can take it, and where the transaction is undone the
 * id is given back with it. So ids have no gap, unless entries are taken out.
 */
export async function appendEntry(tx: Transaction, entry: WrittenEntry, hash: ChainHash): Promise<Link> {
  const [end] = await tx.$queryRaw<{ given: number | bigint | null; hash: string | null }[]>`
    SELECT (SELECT "seq" FROM "sqlite_sequence" WHERE "name" = 'AuditEntry') AS "given",
      (SELECT hex("hash") FROM "AuditEntry" ORDER BY "id" DESC LIMIT 1) AS "hash"`;
  const previous = end?.hash == null ? GENESIS : textOf(end.hash);
  const link = { id: Number(end?.given ?? 0) + 1, entry, previous, hash: hash(previous, canonicalText(entry)) };
  await tx.auditEntry.create({ data: { id: link.id, ...entry, previous, hash: link.hash }, select: { id: true } });
  return link;
}

/** The highest id that an entry was ever given, as the database remembers it apart from the entries; 0 for none. */
export async function idsGiven(db: Queries): Promise<number> {
  const rows = await db.$queryRaw<{ seq: number | bigint }[]>`
    SELECT "seq" FROM "sqlite_sequence" WHERE "name" = 'AuditEntry'`;
  return Number(rows[0]?.seq ?? 0);
}

/** The last entry with its place in the chain; null in an empty log. */
export async function lastLink(db: Queries): Promise<Link | null> {
  return (await linksWhere(db, Prisma.empty, Prisma.sql`ORDER BY "id" DESC LIMIT 1`))[0] ?? null;
}

export async function findLink(db: Queries, id: number): Promise<Link | null> {
  return (await linksWhere(db, Prisma.sql`WHERE "id" = ${id}`, Prisma.empty))[0] ?? null;
}

/** Every entry after the one with this id, in the order of ids, a few hundred at a time. */
export async function* linksAfter(db: Queries, id: number, chunk = 500): AsyncGenerator<readonly Link[]> {
  for (let last = id; ; ) {
    const links = await linksWhere(db, Prisma.sql`WHERE "id" > ${last}`, Prisma.sql`ORDER BY "id" LIMIT ${chunk}`);
    if (links.length > 0) yield links;
    const end = links.at(-1);
    if (end === undefined || links.length < chunk) return;
    last = end.id;
  }
}

/** Which entries are asked for; null takes all. Instants are ISO 8601 in UTC with milliseconds. */
export interface AuditFilter {
  /** The id of a person, or `nobody`: the portal itself, and visitors. */
  readonly by: string | "nobody" | null;
  readonly trust: string | null;
  readonly did: string | null;
  readonly outcome: string | null;
  /** The first instant that counts. */
  readonly from: string | null;
  /** The first instant that no longer counts. */
  readonly until: string | null;
}

/** Below an id, or above it; null begins with the newest. */
export type AuditPlace = { readonly below: number } | { readonly above: number } | null;

/** So many entries of a filter, those nearest to the place, newest first. */
export async function entriesPage(db: Queries, filter: AuditFilter, place: AuditPlace, limit: number): Promise<Link[]> {
  const beyond =
    place === null ? [] : "below" in place ? [Prisma.sql`"id" < ${place.below}`] : [Prisma.sql`"id" > ${place.above}`];
  const where = whereOf([...conditionsOf(filter), ...beyond]);
  if (place !== null && "above" in place)
    return (await linksWhere(db, where, Prisma.sql`ORDER BY "id" LIMIT ${limit}`)).reverse();
  return linksWhere(db, where, Prisma.sql`ORDER BY "id" DESC LIMIT ${limit}`);
}

/** How many entries a filter finds. */
export async function countEntries(db: Queries, filter: AuditFilter): Promise<number> {
  const rows = await db.$queryRaw<{ found: number | bigint }[]>`
    SELECT count(*) AS "found" FROM "AuditEntry" ${whereOf(conditionsOf(filter))}`;
  return Number(rows[0]?.found ?? 0);
}

function conditionsOf({ by, trust, did, outcome, from, until }: AuditFilter): Prisma.Sql[] {
  const asked = [
    by === null ? null : by === "nobody" ? Prisma.sql`"by" IS NULL` : Prisma.sql`"by" = ${by}`,
    trust === null ? null : Prisma.sql`"trust" = ${trust}`,
    did === null ? null : Prisma.sql`"did" = ${did}`,
    outcome === null ? null : Prisma.sql`"outcome" = ${outcome}`,
    from === null ? null : Prisma.sql`"at" >= ${from}`,
    until === null ? null : Prisma.sql`"at" < ${until}`,
  ];
  return asked.filter((condition) => condition !== null);
}

function whereOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join([...conditions], " AND ")}`;
}

const TEXTS = [
  "at",
  "by",
  "trust",
  "did",
  "about",
  "detail",
  "outcome",
  "requestId",
  "address",
  "agent",
  "previous",
  "hash",
] as const;
type Row = { readonly id: number | bigint } & Readonly<Record<(typeof TEXTS)[number], string | null>>;

/**
 * Texts are read in hexadecimal: the driver ends the whole process when a text is not UTF-8, which one flipped bit is
 * enough for. What is no text any more reads as none.
 */
const COLUMNS = Prisma.raw(
  TEXTS.map((name) => `CASE typeof("${name}") WHEN 'text' THEN hex("${name}") END AS "${name}"`).join(", "),
);

async function linksWhere(db: Queries, where: Prisma.Sql, order: Prisma.Sql): Promise<Link[]> {
  const rows = await db.$queryRaw<Row[]>`SELECT "id", ${COLUMNS} FROM "AuditEntry" ${where} ${order}`;
  return rows.map(({ id, by, trust, previous, hash, ...texts }) => ({
    id: Number(id),
    entry: {
      at: textOf(texts.at),
      by: by === null ? null : textOf(by),
      trust: trust === null ? null : textOf(trust),
      did: textOf(texts.did),
      about: textOf(texts.about),
      detail: textOf(texts.detail),
      outcome: textOf(texts.outcome),
      requestId: textOf(texts.requestId),
      address: textOf(texts.address),
      agent: textOf(texts.agent),
    },
    previous: textOf(previous),
    hash: textOf(hash),
  }));
}

function textOf(hex: string | null): string {
  return Buffer.from(hex ?? "", "hex").toString("utf8");
}
