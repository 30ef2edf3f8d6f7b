import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../../app/db/client";
import { PORTAL_ITSELF } from "../../app/domain/audit/where";
import type { Context } from "../../app/journeys/context";
import { openAuditHeads } from "../../app/platform/audit-heads";
import { openChecker } from "../../app/platform/checker";
import { stoppedAt } from "../../app/platform/clock";
import { silentLog } from "../../app/platform/log";
import { openSealing } from "../../app/platform/sealing";
import { openSessions } from "../../app/platform/sessions";
import { readSettings } from "../../app/platform/settings";
import { Turns, UPLOAD_TURNS } from "../../app/platform/turns";
import { seed } from "../../prisma/seed/seed";
import { FOLDER, type Holds, KEYS, PASSWORD, SEED, TODAY, templateOf } from "./database";

/** Makes a seeded database of each kind before the first test; every test then works on a copy of its own. */
export default async function makeTemplates() {
  // For many runs in a row on the same sources, as `npm run test:mutation-guards` makes them.
  if (process.env.TEST_TEMPLATES === "kept" && existsSync(templateOf("england"))) return;
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const holds of ["demonstration", "england"] satisfies Holds[]) {
    const url = `file:${templateOf(holds)}`;
    const args = ["node_modules/prisma/build/index.js", "migrate", "deploy"];
    const { status, stderr } = spawnSync(process.execPath, args, {
      env: { ...process.env, DATABASE_URL: url },
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr);
    const db = await openDatabase(url);
    const demonstration = holds === "demonstration";
    const context: Context = {
      db,
      clock: stoppedAt(TODAY),
      log: silentLog,
      where: PORTAL_ITSELF,
      keys: KEYS,
      sealing: openSealing(KEYS.sealing),
      sessions: openSessions(db, { secure: false, clock: stoppedAt(TODAY) }),
      auditHeads: openAuditHeads(`${templateOf(holds)}-audit-heads.jsonl`),
      checker: openChecker(silentLog),
      uploads: new Turns(UPLOAD_TURNS),
      demonstration,
      publicOrigin: "http://localhost:3000",
      help: { email: "help@demo.example", phone: null },
    };
    const settings = readSettings({
      DEMO: demonstration ? "1" : "0",
      DATABASE_URL: url,
      DEMO_PASSWORD: PASSWORD,
      DEMO_TOTP_SEED: SEED,
      SECRETS_FILE: join(FOLDER, "secrets.json"),
    });
    await seed(context, settings, () => {});
    await db.$disconnect();
  }
}
