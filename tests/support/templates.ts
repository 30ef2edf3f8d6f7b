import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { openDatabase } from "../../app/db/client";
import type { Context } from "../../app/journeys/context";
import { openChecker } from "../../app/platform/checker";
import { stoppedAt } from "../../app/platform/clock";
import { silentLog } from "../../app/platform/log";
import { openSessions } from "../../app/platform/sessions";
import { readSettings } from "../../app/platform/settings";
import { Turns, UPLOAD_TURNS } from "../../app/platform/turns";
import { seed } from "../../prisma/seed/seed";
import { FOLDER, type Holds, TODAY, templateOf } from "./database";

/** Makes a seeded database of each kind before the first test; every test then works on a copy of its own. */
export default async function makeTemplates() {
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
      sessions: openSessions(db, { secure: false }),
      checker: openChecker(silentLog),
      uploads: new Turns(UPLOAD_TURNS),
      demonstration,
      publicOrigin: "http://localhost:3000",
    };
    const settings = readSettings({
      DEMO: demonstration ? "1" : "0",
      DATABASE_URL: url,
      DEMO_PASSWORD: "a-password-for-tests",
    });
    await seed(context, settings, () => {});
    await db.$disconnect();
  }
}
