import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { openDatabase } from "../app/db/client";
import { isUpToDate } from "../app/db/migrations";
import { startDispatcher } from "../app/journeys/manage/dispatch-letters";
import { demandOwnAuditLog } from "../app/journeys/manage/own-audit-log";
import { tidyUp } from "../app/journeys/manage/tidy-up";
import { startHeadWriter } from "../app/journeys/manage/write-audit-head";
import { log } from "../app/platform/log";
import { folderMail, smtpMail } from "../app/platform/mail";
import { readSettings } from "../app/platform/settings";
import { createPortal, listen } from "../app/server";
import { seed } from "../prisma/seed/seed";
import { loadPages } from "./serve/builds";
import { contextOf } from "./serve/context";
import { say } from "./serve/say";

const TIDY_EVERY_MS = 60 * 60_000;

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

  const context = contextOf(settings, db);
  await demandOwnAuditLog(context);
  const accounts = await seed(context, settings, say);
  await tidyUp(context);
  const sender = { from: settings.mailFrom, replyTo: settings.help.email };
  const mail = settings.smtpUrl === null ? folderMail(settings.mailFolder, sender) : smtpMail(settings.smtpUrl, sender);
  const dispatcher = startDispatcher(context, mail);
  const headWriter = startHeadWriter(context);
  const tidying = setInterval(() => tidyUp(context), TIDY_EVERY_MS).unref();

  const { build, developing } = await loadPages(settings.development);
  const { proxyHops, hosts } = settings;
  const { server, port } = await listen(createPortal({ context, build, developing, proxyHops, hosts }), settings.port);

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
    // Last of all, so that it covers whatever was still done.
    clearInterval(tidying);
    await headWriter.stop();
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
