import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { BUILT_PORTAL } from "../../../scripts/run-portal.mjs";
import { copyDatabase } from "../../support/copy-database";

/** A portal started as `npm start` starts it: the real server, database and mail folder, on a port of its own. */
export interface Portal {
  readonly origin: string;
  readonly mailFolder: string;
  /** For commands that work on the same database, from another process. */
  readonly databaseUrl: string;
  /** Of the server itself; the processes it starts are its children. */
  readonly pid: number;
  /** Everything it has written so far, to its log and to whoever started it. */
  said(): string;
  stop(): Promise<void>;
}

export const PASSWORD = "a-password-for-the-tests";
/** The key of the demonstration's authenticator. */
export const SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
export type Holds = "demonstration" | "england";

export const templateOf = (holds: Holds) => resolve(`test-results/template/${holds}.db`);

/** Beside the templates, since what was sealed in them is opened in their copies. */
export const SECRETS_FILE = join(dirname(templateOf("demonstration")), "secrets.json");

/** Starts a portal on a copy of the template database, so that what one test changes no other sees. */
export async function startPortal(holds: Holds): Promise<Portal> {
  const folder = mkdtempSync(join(tmpdir(), "portal-"));
  const database = join(folder, "portal.db");
  copyDatabase(templateOf(holds), database);
  return serve(holds, database, join(folder, "mail"));
}

export async function serve(holds: Holds, database: string, mailFolder: string): Promise<Portal> {
  mkdirSync(mailFolder, { recursive: true });
  const portal = spawn(process.execPath, BUILT_PORTAL, {
    env: {
      ...process.env,
      NODE_ENV: "production",
      AUDIT_HEADS_FILE: join(mailFolder, "..", "audit-heads.jsonl"),
      DEPLOYMENT: "trial",
      SECRETS_FILE,
      PORT: String(await freePort()),
      DEMO: holds === "demonstration" ? "1" : "0",
      DEMO_PASSWORD: PASSWORD,
      DEMO_TOTP_SEED: SEED,
      DATABASE_URL: `file:${database}`,
      MAIL_FOLDER: mailFolder,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const hear = (chunk: Buffer) => {
    said += chunk.toString();
  };
  portal.stdout.on("data", hear);
  portal.stderr.on("data", hear);
  const origin = await addressOf(portal, () => said);
  const { pid } = portal;
  if (pid === undefined) throw new Error("The portal was not started.");
  return { origin, mailFolder, databaseUrl: `file:${database}`, pid, said: () => said, stop: () => ended(portal) };
}

/** Chosen before the start: links in letters and passkeys name the address of the portal. */
function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer().once("error", failed);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function addressOf(portal: ChildProcessByStdio<null, Readable, Readable>, said: () => string): Promise<string> {
  return new Promise((found, failed) => {
    portal.stdout.on("data", () => {
      const address = /running at (http:\/\/localhost:\d+)/.exec(said());
      if (address?.[1]) found(address[1]);
    });
    portal.once("exit", (code) => failed(new Error(`The portal ended with ${code} before it was ready.\n${said()}`)));
  });
}

function ended(portal: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (portal.exitCode !== null) return done();
    portal.once("exit", () => done());
    portal.kill("SIGTERM");
  });
}
