import { PrismaLibSQL } from "@prisma/adapter-libsql";
import { type Prisma, PrismaClient } from "./generated/client";

export type Database = PrismaClient;

declare const insideWrite: unique symbol;
/**
 * What `write` gives its work: the only thing that may change a row. Inside the work nothing else may be asked, since
 * awaiting the database itself there would wait for ever.
 */
export type Transaction = Prisma.TransactionClient & { readonly [insideWrite]: true };

/** Anything that can be read from: the database, or the transaction one is in. */
export type Queries = Database | Transaction;

// The driver waits for a lock by stopping the whole process, so it waits briefly and `write` does the patient waiting.
const BUSY_TIMEOUT_MS = 100;

/**
 * Opens the database at a libSQL URL (`file:var/portal.db`, or a libSQL server's address). A local file is put into
 * write-ahead mode once; the busy timeout travels with every connection the client opens.
 */
export async function openDatabase(url: string): Promise<Database> {
  const database = new PrismaClient({ adapter: new PrismaLibSQL({ url, timeout: BUSY_TIMEOUT_MS }) });
  if (url.startsWith("file:")) await database.$queryRawUnsafe("PRAGMA journal_mode = WAL");
  return database;
}

/** Closes the database, with everything in its one file: what stands beside it can be left out of a copy. */
export async function closeDatabase(database: Database): Promise<void> {
  await database.$queryRawUnsafe("PRAGMA wal_checkpoint(TRUNCATE)");
  await database.$disconnect();
}
