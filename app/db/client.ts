import { type Client, createClient } from "@libsql/client";
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
 * Reads and transactions on connections of their own. A transaction takes the write lock as it begins; where another
 * process has it, the driver leaves the failed BEGIN open, and its connection could never commit again: so the
 * connections for transactions, which nothing else uses, are then opened anew.
 */
class LockingFirst extends PrismaLibSQL {
  override createClient(config: ConstructorParameters<typeof PrismaLibSQL>[0]) {
    const reader = super.createClient(config);
    const writer = super.createClient(config);
    const closeReader = reader.close.bind(reader);
    reader.transaction = async () => {
      try {
        return await writer.transaction("write");
      } catch (error) {
        await writer.reconnect();
        throw error;
      }
    };
    reader.close = () => {
      writer.close();
      closeReader();
    };
    return reader;
  }
}

/**
 * Opens the database at a libSQL URL (`file:var/portal.db`, or a libSQL server's address). A local file is put into
 * write-ahead mode once; the busy timeout travels with every connection the client opens.
 */
export async function openDatabase(url: string): Promise<Database> {
  const database = new PrismaClient({ adapter: new LockingFirst({ url, timeout: BUSY_TIMEOUT_MS }) });
  if (url.startsWith("file:")) await database.$queryRawUnsafe("PRAGMA journal_mode = WAL");
  glances.set(database, createClient({ url, timeout: BUSY_TIMEOUT_MS }));
  return database;
}

const glances = new WeakMap<Database, Client>();

/** One number, asked of the driver itself: for what every view of a public page asks, at a tenth of Prisma's price. */
export async function glance(database: Database, query: string): Promise<number> {
  const answer = await glances.get(database)?.execute(query);
  return Number(answer?.rows[0]?.[0] ?? Number.NaN);
}
