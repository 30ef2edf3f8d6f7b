import type { Database } from "./client";
import { write } from "./write";

/** What only ever grows, and so can be counted in a copy that was made while the portal was written to. */
const GROWING = ["AuditEntry", "Release", "RequestEvent", "Return"] as const;

export type Counts = Readonly<Record<(typeof GROWING)[number], number>>;

/** Writes a whole, consistent copy of the database to a file that is not there yet, while others read and write. */
export async function backUpTo(db: Database, file: string): Promise<void> {
  await db.$executeRaw`VACUUM INTO ${file}`;
}

export async function growingCounts(db: Database): Promise<Counts> {
  const [AuditEntry, Release, RequestEvent, Return] = await Promise.all([
    db.auditEntry.count(),
    db.release.count(),
    db.requestEvent.count(),
    db.return.count(),
  ]);
  return { AuditEntry, Release, RequestEvent, Return };
}

/** "ok", or the first thing that SQLite finds wrong with the file. */
export async function integrityOf(db: Database): Promise<string> {
  const rows = await db.$queryRaw<{ integrity_check: string }[]>`PRAGMA integrity_check`;
  return rows[0]?.integrity_check ?? "no answer";
}

/** Ends what a copy could otherwise let in: every session, and every link that is under way. Returns how many sessions. */
export async function revokeAll(db: Database): Promise<number> {
  return write(db, async (tx) => {
    await tx.emailLink.deleteMany();
    return (await tx.session.deleteMany()).count;
  });
}
