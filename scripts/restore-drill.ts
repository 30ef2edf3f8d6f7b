import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { openDatabase } from "../app/db/client";
import { demandOwnAuditLog } from "../app/journeys/manage/own-audit-log";
import { type Drill, restoreDrill } from "../app/journeys/manage/restore-drill";
import { readSettings } from "../app/platform/settings";
import { contextOf } from "./serve/context";

// `npm run -s restore:drill`: whether a backup made now could be restored, beside a running portal. Each drill is a line
// in `restore-drills.jsonl`, beside the heads of the audit log; exit 1 where it failed.

async function drill(): Promise<{ drill: Drill; kept: string }> {
  const settings = readSettings(process.env);
  const folder = mkdtempSync(join(tmpdir(), "restore-drill-"));
  const db = await openDatabase(settings.databaseUrl);
  try {
    const context = contextOf(settings, db);
    await demandOwnAuditLog(context);
    const done = await restoreDrill(context, folder);
    const kept = join(dirname(settings.auditHeadsFile), "restore-drills.jsonl");
    appendFileSync(kept, `${JSON.stringify(done)}\n`);
    return { drill: done, kept };
  } finally {
    await db.$disconnect();
    rmSync(folder, { recursive: true });
  }
}

const { drill: done, kept } = await drill().catch((error: unknown) => {
  process.stderr.write(`The restore drill could not be made. ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
const { ok, seconds, bytes, integrity, auditHolds, complete, upToDate, counts, sessionsEnded } = done;
const lines = [
  ok ? "The restore drill went well." : "The restore drill FAILED.",
  `Backed up, opened and compared ${(bytes / 1_048_576).toFixed(1)} MB in ${seconds.toFixed(1)} s.`,
  `Integrity: ${integrity}. Migrations: ${upToDate ? "all there" : "missing"}. Audit log: ${auditHolds ? "holds" : "does not hold"}.`,
  `${counts.Return} returns, ${counts.RequestEvent} events, ${counts.Release} releases, ${counts.AuditEntry} entries: ${complete ? "complete" : "rows are missing"}.`,
  `${sessionsEnded} sessions ended in the copy. Kept in ${kept}.`,
];
process.stdout.write(`${lines.join("\n")}\n`);
process.exitCode = ok ? 0 : 1;
