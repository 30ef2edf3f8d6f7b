import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { expect, test } from "vitest";
import { restoreDrill } from "../../app/journeys/manage/restore-drill";
import { writeAuditHead } from "../../app/journeys/manage/write-audit-head";
import { demonstration } from "../support/database";
import { signedIn } from "../support/people";

const folder = () => mkdtempSync(join(tmpdir(), "drill-"));

test("R35: a drill restores everything, verifies the log, ends the copy's sessions only, and is recorded", async () => {
  const { context, db } = await demonstration();
  await signedIn(context, "officer@demo.example");
  await writeAuditHead(context, { verify: true });
  const drill = await restoreDrill(context, folder());
  expect(drill).toMatchObject({ ok: true, integrity: "ok", upToDate: true, auditHolds: true, complete: true });
  expect(drill.sessionsEnded).toBe(1);
  expect(drill.counts.Return).toBe(await db.return.count());
  expect(drill.counts.Return).toBeGreaterThan(100);
  expect(await db.session.count()).toBe(1);
  const last = await db.auditEntry.findFirst({ orderBy: { id: "desc" }, select: { did: true, outcome: true } });
  expect(last).toEqual({ did: "restore-drilled", outcome: "done" });
});

test("R35: a drill of a database whose log was cut off fails, and says what failed", async () => {
  const { context, url } = await demonstration();
  await signedIn(context, "officer@demo.example");
  await writeAuditHead(context, { verify: true });
  const thief = createClient({ url });
  for (const { name } of (await thief.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")).rows) {
    if (String(name).startsWith("AuditEntry")) await thief.execute(`DROP TRIGGER "${name}"`);
  }
  await thief.execute(`DELETE FROM "AuditEntry" WHERE "id" = (SELECT max("id") FROM "AuditEntry")`);
  thief.close();
  const drill = await restoreDrill(context, folder());
  expect([drill.ok, drill.auditHolds, drill.integrity]).toEqual([false, false, "ok"]);
});
