import type { Database } from "../../app/db/client";

/** One line a row, written as SQL writes its values, so that two that are equal are equal to the bit. */
export type Rows = readonly string[];

const MEMBERS = `(SELECT "personId" FROM "Membership" WHERE "ods" = ?1)`;
const REQUESTS = `(SELECT "id" FROM "Request" WHERE "ods" = ?1)`;
const RETURNS = `(SELECT "id" FROM "Return" WHERE "requestId" IN ${REQUESTS})`;
const SESSIONS = `(SELECT "id" FROM "Session" WHERE "personId" IN ${MEMBERS})`;
const ADDRESSES = `(SELECT "email" FROM "Person" WHERE "id" IN ${MEMBERS})`;

/** Which rows of each table are the trust's whose code is `?1`; `0` where none is any trust's. */
const OWNED: Readonly<Record<string, string>> = {
  Trust: `"ods" = ?1`,
  TrustAlias: `"ods" = ?1`,
  ComparabilityBreak: `"ods" = ?1`,
  Membership: `"ods" = ?1`,
  Request: `"ods" = ?1`,
  Draft: `"ods" = ?1`,
  RequestEvent: `"requestId" IN ${REQUESTS}`,
  Return: `"requestId" IN ${REQUESTS}`,
  ReturnBand: `"returnId" IN ${RETURNS}`,
  ReturnCount: `"returnId" IN ${RETURNS}`,
  Footnote: `"returnId" IN ${RETURNS}`,
  Letter: `"to" IN ${ADDRESSES}`,
  Person: `"id" IN ${MEMBERS}`,
  Session: `"personId" IN ${MEMBERS}`,
  Challenge: `"sessionId" IN ${SESSIONS}`,
  Authenticator: `"personId" IN ${MEMBERS}`,
  RecoveryCode: `"personId" IN ${MEMBERS}`,
  Passkey: `"personId" IN ${MEMBERS}`,
  EmailLink: `"personId" IN ${MEMBERS}`,
  FactorReset: `"personId" IN ${MEMBERS}`,
  KeptForm: `"personId" IN ${MEMBERS}`,
  AuditEntry: `("trust" = ?1 OR ("trust" IS NULL AND "by" IN ${MEMBERS}))`,
  Attempt: "0",
  Installation: "0",
  TrustEvent: "0",
  PublishedFigure: "0",
  Round: "0",
  RoundQuestion: "0",
  Release: "0",
};

/** Every row, of every table, that is a trust's or its people's. */
export function rowsOf(db: Database, ods: string): Promise<Rows> {
  return rowsWhere(db, (owned) => owned, ods);
}

/** Every row of the database that is not this trust's. */
export function rowsNotOf(db: Database, ods: string): Promise<Rows> {
  return rowsWhere(db, (owned) => `(${owned}) IS NOT TRUE`, ods);
}

/** How many rows of each table are a trust's, as in `Draft 2`. */
export async function tallyOf(db: Database, ods: string): Promise<readonly string[]> {
  const tables = (await rowsOf(db, ods)).map((row) => row.slice(0, row.indexOf(" ")));
  return [...new Set(tables)].map((table) => `${table} ${tables.filter((one) => one === table).length}`);
}

async function rowsWhere(db: Database, condition: (owned: string) => string, ods: string): Promise<Rows> {
  const selects = (await tablesOf(db)).map(({ table, columns }) => {
    const owned = OWNED[table];
    if (owned === undefined) throw new Error(`Say in tests/support/rows.ts whose the rows of ${table} are.`);
    return `SELECT '${table} ' || ${columns} AS "row" FROM "${table}" WHERE ${condition(owned)}`;
  });
  const rows = await db.$queryRawUnsafe<{ row: string }[]>(`${selects.join(" UNION ALL ")} ORDER BY 1`, ods);
  return rows.map(({ row }) => row);
}

function tablesOf(db: Database): Promise<{ table: string; columns: string }[]> {
  return db.$queryRawUnsafe(`
    SELECT t."name" AS "table", group_concat('quote("' || c."name" || '")', '|| '','' ||') AS "columns"
    FROM sqlite_master t, pragma_table_info(t."name") c
    WHERE t."type" = 'table' AND t."name" NOT LIKE 'sqlite%' AND t."name" NOT LIKE '\\_prisma%' ESCAPE '\\'
    GROUP BY t."name"`);
}
