import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { openDatabase } from "../app/db/client";
import { isUpToDate } from "../app/db/migrations";
import type { Context } from "../app/journeys/context";
import { startDispatcher } from "../app/journeys/manage/dispatch-letters";
import { systemClock } from "../app/platform/clock";
import { log } from "../app/platform/log";
import { folderMail, smtpMail } from "../app/platform/mail";
import { openSessions } from "../app/platform/sessions";
import { readSettings } from "../app/platform/settings";
import { createPortal, listen } from "../app/server";
import { seed } from "../prisma/seed/seed";
import { clientBuild } from "./serve/builds";
import { say } from "./serve/say";

const settings = readSettings(process.env);
mkdirSync("var", { recursive: true });
const db = await openDatabase(settings.databaseUrl);

if (!(await isUpToDate(db))) {
  say("Preparing the database");
  const migrate = spawnSync(process.execPath, ["node_modules/prisma/build/index.js", "migrate", "deploy"], {
    env: { ...process.env, DATABASE_URL: settings.databaseUrl },
    encoding: "utf8",
  });
  if (migrate.status !== 0) throw new Error(`The database could not be prepared.\n${migrate.stdout}${migrate.stderr}`);
}

const context: Context = {
  db,
  clock: systemClock,
  log,
  sessions: openSessions(db, { secure: settings.publicOrigin.startsWith("https:") }),
  demonstration: settings.demonstration,
  publicOrigin: settings.publicOrigin,
};
const accounts = await seed(context, settings, say);
const mail =
  settings.smtpUrl === null
    ? folderMail(settings.mailFolder, settings.mailFrom)
    : smtpMail(settings.smtpUrl, settings.mailFrom);
const dispatcher = startDispatcher(context, mail);

const { build, developing } = await clientBuild(settings.development);
const { server, port } = await listen(createPortal({ context, build, developing }), settings.port);

say("");
say(`Zero to Two is running at http://localhost:${port}`);
for (const line of accounts) say(line);

function stop() {
  dispatcher.stop();
  // Requests under way are answered first; idle connections would keep the server open.
  server.close(async () => {
    await db.$disconnect();
    process.exit(0);
  });
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 10_000).unref();
}
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
