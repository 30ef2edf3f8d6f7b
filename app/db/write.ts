import { randomInt } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Database, Transaction } from "./client";

/** Another process kept the database locked for longer than anyone should wait. Nothing was changed. */
export class DatabaseBusy extends Error {
  override name = "DatabaseBusy";
}

const PATIENCE_MS = 5_000;
const afterwards = new WeakMap<Transaction, (() => void)[]>();

/** Plans what is done once everything of this transaction is kept, and only then. It must not throw. */
export function afterCommit(tx: Transaction, act: () => void) {
  afterwards.set(tx, [...(afterwards.get(tx) ?? []), act]);
}

const queues = new WeakMap<Database, Promise<unknown>>();

/**
 * Runs `work` in a transaction: all of it is kept, or none. Writes of this process stand in a queue, because SQLite
 * takes one writer at a time and the driver would otherwise stop the process while the second waits for the first.
 * When another process holds the lock, the whole work is tried again after a short random pause, so it must do nothing
 * but ask the transaction: no hashing, no mail, no network.
 */
export function write<Result>(
  db: Database,
  work: (tx: Transaction) => Promise<Result>,
  { timeoutMs = 5_000 }: { timeoutMs?: number } = {},
): Promise<Result> {
  const turn = (queues.get(db) ?? Promise.resolve()).then(() => patiently(db, work, timeoutMs));
  queues.set(
    db,
    turn.catch(() => {}),
  );
  return turn;
}

async function patiently<Result>(db: Database, work: (tx: Transaction) => Promise<Result>, timeout: number) {
  const started = performance.now();
  for (;;) {
    try {
      let planned: readonly (() => void)[] = [];
      const attempt = async (tx: Transaction) => {
        const result = await work(tx);
        planned = afterwards.get(tx) ?? [];
        return result;
      };
      const result = await db.$transaction((tx) => attempt(tx as Transaction), { timeout, maxWait: PATIENCE_MS });
      for (const act of planned) act();
      return result;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() - started > PATIENCE_MS) throw new DatabaseBusy("The database is busy.", { cause: error });
      // Random, so that processes which wait for the same lock spread out.
      await wait(randomInt(20, 100));
    }
  }
}

/** Prisma's P1008 is how SQLite's "busy" arrives from inside a transaction; the driver's own code from its start or end. */
function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === "P1008") || /SQLITE_BUSY|database is locked/i.test(error.message);
}
