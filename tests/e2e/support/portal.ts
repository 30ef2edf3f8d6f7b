import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { copyDatabase } from "../../support/copy-database";

/** A portal started as `npm start` starts it: the real server, database and mail folder, on a port of its own. */
export interface Portal {
  readonly origin: string;
  readonly mailFolder: string;
  /** For commands that work on the same database, from another process. */
  readonly databaseUrl: string;
  /** Of the server itself; the processes it starts are its children. */
  readonly pid: number;
  stop(): Promise<void>;
}

export const PASSWORD = "a-password-for-the-tests";
export type Holds = "demonstration" | "england";

export const templateOf = (holds: Holds) => resolve(`test-results/template/${holds}.db`);

/** Starts a portal on a copy of the template database, so that what one test changes no other sees. */
export async function startPortal(holds: Holds): Promise<Portal> {
  const folder = mkdtempSync(join(tmpdir(), "portal-"));
  const database = join(folder, "portal.db");
  copyDatabase(templateOf(holds), database);
  return serve(holds, database, join(folder, "mail"));
}

export async function serve(holds: Holds, database: string, mailFolder: string): Promise<Portal> {
  mkdirSync(mailFolder, { recursive: true });
  const portal = spawn(process.execPath, ["--import", "tsx", "scripts/serve.ts"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: "0",
      DEMO: holds === "demonstration" ? "1" : "0",
      DEMO_PASSWORD: PASSWORD,
      DATABASE_URL: `file:${database}`,
      MAIL_FOLDER: mailFolder,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const origin = await addressOf(portal);
  const { pid } = portal;
  if (pid === undefined) throw new Error("The portal was not started.");
  return { origin, mailFolder, databaseUrl: `file:${database}`, pid, stop: () => ended(portal) };
}

function addressOf(portal: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = "";
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /running at (http:\/\/localhost:\d+)/.exec(said);
      if (address?.[1]) found(address[1]);
    };
    portal.stdout?.on("data", listen);
    portal.stderr?.on("data", listen);
    portal.once("exit", (code) => failed(new Error(`The portal ended with ${code} before it was ready.\n${said}`)));
  });
}

function ended(portal: ChildProcess): Promise<void> {
  return new Promise((done) => {
    portal.once("exit", () => done());
    portal.kill("SIGTERM");
  });
}
