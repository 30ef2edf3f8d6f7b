import { stat } from "node:fs/promises";
import { join } from "node:path";
import { backUpTo, type Counts, growingCounts, integrityOf, revokeAll } from "../../db/backup";
import { type Database, openDatabase } from "../../db/client";
import { isUpToDate } from "../../db/migrations";
import { write } from "../../db/write";
import type { Context } from "../context";
import { record } from "../record";
import { verifyAudit } from "./verify-audit";

/** What a drill showed, as it is kept for whoever reviews how the portal is run. */
export interface Drill {
  readonly at: string;
  /** From the beginning of the backup to a restored database that could be served. */
  readonly seconds: number;
  readonly bytes: number;
  readonly integrity: string;
  readonly upToDate: boolean;
  /** Whether the restored audit log holds, against the heads outside the database. */
  readonly auditHolds: boolean;
  readonly counts: Counts;
  /** Whether everything that stood in the database as the drill began is there again. */
  readonly complete: boolean;
  readonly sessionsEnded: number;
  readonly ok: boolean;
}

/**
 * Backs the database up into a folder, opens the copy as if the machine were new, compares, verifies its audit log and
 * ends every session in it. The database itself is only read, and gets an entry that the drill was done.
 */
export async function restoreDrill(context: Context, folder: string): Promise<Drill> {
  const { db, clock } = context;
  const began = clock.now();
  const { heads } = await context.auditHeads.read();
  const before = await growingCounts(db);
  const file = join(folder, "restored.db");
  await backUpTo(db, file);
  const copy = await openDatabase(`file:${file}`);
  try {
    const found = await lookAt(copy, context, heads);
    const counts = await growingCounts(copy);
    const complete = Object.entries(before).every(([table, rows]) => counts[table as keyof Counts] >= rows);
    const sessionsEnded = await revokeAll(copy);
    const ok = found.integrity === "ok" && found.upToDate && found.auditHolds && complete;
    const { size } = await stat(file);
    const seconds = (clock.now().getTime() - began.getTime()) / 1_000;
    await write(db, (tx) =>
      record(tx, context, {
        by: null,
        did: "restore-drilled",
        about: "",
        detail: { seconds, bytes: size },
        outcome: ok ? "done" : "refused",
      }),
    );
    return { at: began.toISOString(), seconds, bytes: size, ...found, counts, complete, sessionsEnded, ok };
  } finally {
    await copy.$disconnect();
  }
}

async function lookAt(copy: Database, { keys }: Context, heads: Parameters<typeof verifyAudit>[1]["heads"]) {
  const verified = await verifyAudit({ db: copy, keys }, { heads });
  return {
    integrity: await integrityOf(copy),
    upToDate: await isUpToDate(copy),
    auditHolds: verified !== null && verified.fault === null,
  };
}
