import { type Client, createClient, type InStatement, type ResultSet, type Row } from "@libsql/client";
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
    const reader = withBytesAsTheyAre(super.createClient(config));
    const writer = super.createClient(config);
    const closeReader = reader.close.bind(reader);
    reader.transaction = async () => {
      try {
        return withBytesAsTheyAre(await writer.transaction("write"));
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
 * The adapter makes an array of numbers of every blob: for a file of 3 MB that takes 24 MB and a tenth of a second, in
 * which nobody is served. Prisma takes bytes just as well, and them the adapter leaves alone.
 */
function withBytesAsTheyAre<Asked extends { execute(statement: InStatement): Promise<ResultSet> }>(
  asked: Asked,
): Asked {
  const execute = asked.execute.bind(asked);
  asked.execute = async (statement) => {
    const answer = await execute(statement);
    return { ...answer, rows: answer.rows.map(bytesAsTheyAre) };
  };
  return asked;
}

function bytesAsTheyAre(row: Row): Row {
  const values = Array.from(row, (value) => (value instanceof ArrayBuffer ? new Uint8Array(value) : value));
  // The driver's type knows bytes as an ArrayBuffer only; what reads them next is Prisma.
  return values as unknown as Row;
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
