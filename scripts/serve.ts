import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { openDatabase } from "../app/db/client";
import { isUpToDate } from "../app/db/migrations";
import type { Context } from "../app/journeys/context";
import { startDispatcher } from "../app/journeys/manage/dispatch-letters";
import { openChecker } from "../app/platform/checker";
import { systemClock } from "../app/platform/clock";
import { log } from "../app/platform/log";
import { folderMail, smtpMail } from "../app/platform/mail";
import { openSessions } from "../app/platform/sessions";
import { readSettings } from "../app/platform/settings";
import { Turns, UPLOAD_TURNS } from "../app/platform/turns";
import { createPortal, listen } from "../app/server";
import { seed } from "../prisma/seed/seed";
import { loadPages } from "./serve/builds";
import { say } from "./serve/say";

/** From settings to a listening server. */
async function start() {
  const settings = readSettings(process.env);
  mkdirSync("var", { recursive: true });
  const db = await openDatabase(settings.databaseUrl);

  if (!(await isUpToDate(db))) {
    say("Preparing the database");
    const migrate = spawnSync(process.execPath, ["node_modules/prisma/build/index.js", "migrate", "deploy"], {
      env: { ...process.env, DATABASE_URL: settings.databaseUrl },
      encoding: "utf8",
    });
    if (migrate.status !== 0)
      throw new Error(`The database could not be prepared.\n${migrate.stdout}${migrate.stderr}`);
  }

  const context: Context = {
    db,
    clock: systemClock,
    log,
    sessions: openSessions(db, { secure: settings.publicOrigin.startsWith("https:") }),
    checker: openChecker(log),
    uploads: new Turns(UPLOAD_TURNS),
    demonstration: settings.demonstration,
    publicOrigin: settings.publicOrigin,
  };
  const accounts = await seed(context, settings, say);
  await context.sessions.purge();
  const mail =
    settings.smtpUrl === null
      ? folderMail(settings.mailFolder, settings.mailFrom)
      : smtpMail(settings.smtpUrl, settings.mailFrom);
  const dispatcher = startDispatcher(context, mail);

  const { build, developing } = await loadPages(settings.development);
  const { server, port } = await listen(createPortal({ context, build, developing }), settings.port);

  say("");
  say(`Zero to Two is running at http://localhost:${port}`);
  for (const line of accounts) say(line);

  let stopping = false;
  // Requests and a letter under way are finished first, within ten seconds.
  async function stop() {
    // A terminal signals every process of `npm start`, which passes the signal on as well: it comes here twice.
    if (stopping) return;
    stopping = true;
    setTimeout(() => {
      log.error("stopped before everything under way was finished");
      process.exit(1);
    }, 10_000).unref();
    const answered = new Promise((done) => server.close(done));
    server.closeIdleConnections();
    await Promise.all([answered, dispatcher.stop()]);
    await db.$disconnect();
    process.exit(0);
  }
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

start().catch((error: unknown) => {
  say(`\nThe portal could not start. ${reasonOf(error)}`);
  process.exit(1);
});

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "EADDRINUSE") {
    return `${error.message}. Stop what uses that port, or choose another: PORT=3001 npm start`;
  }
  return error.message;
}
