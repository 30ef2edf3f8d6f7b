import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { onTestFinished } from "vitest";
import { write } from "../../app/db/write";
import { type Log, logTo } from "../../app/platform/log";
import { openSessions } from "../../app/platform/sessions";
import { createPortal, listen, type Portal } from "../../app/server";
import { exchange } from "../e2e/support/wire";
import { demonstration } from "./database";

const BUILD = "build/server/index.js";

/** The pages as they are built for a running portal. */
export async function builtPages(): Promise<ServerBuild> {
  if (!existsSync(BUILD)) throw new Error("The pages are not built. Run npm test, or npm start once.");
  return import(pathToFileURL(BUILD).href);
}

export interface Line {
  readonly [fact: string]: unknown;
}

/** A log that can be read back, line by line. */
export function readableLog(): { log: Log; lines: Line[] } {
  const lines: Line[] = [];
  return { log: logTo((line) => void lines.push(JSON.parse(line))), lines };
}

export type PortalOptions = Partial<Pick<Portal, "proxyHops" | "hosts" | "build">> & {
  publicOrigin?: string;
  /** The file of another database of the demonstration, to be copied. */
  from?: string;
};

/**
 * The demonstration behind a socket of its own, in this process, until the test ends: the real front, pages and
 * database. Requests are sent as lines, `get("/compare", "Cookie: …")`, with a Host unless one is among them.
 */
export async function builtPortal({ publicOrigin = "https://portal.example", from, ...options }: PortalOptions = {}) {
  const world = await demonstration(from);
  const { log, lines } = readableLog();
  const sessions = openSessions(world.db, { secure: publicOrigin.startsWith("https:"), clock: world.context.clock });
  const context = { ...world.context, publicOrigin, log, sessions };
  const app = createPortal({ context, build: await builtPages(), developing: null, ...options });
  const { server, port } = await listen(app, 0);
  onTestFinished(() => void server.close());
  const origin = `http://localhost:${port}`;
  const host = new URL(publicOrigin).host;
  const ask = (line: string, fields: readonly string[], body = "") => {
    const named = fields.some((field) => /^host:/i.test(field)) ? [] : [`Host: ${host}`];
    return exchange(origin, [`${line} HTTP/1.1`, ...named, ...fields], body);
  };
  return {
    ...world,
    context,
    server,
    origin,
    lines,
    ask,
    get: (path: string, ...fields: string[]) => ask(`GET ${path}`, fields),
    post: (path: string, body: string, ...fields: string[]) =>
      ask(`POST ${path}`, [`Content-Length: ${Buffer.byteLength(body)}`, ...FORM, ...fields], body),
    /** What the browser of somebody signed in sends as Cookie, with the second factor just given unless said otherwise. */
    cookieOf: async (personId: string, factorAt: Date | null = world.context.clock.now()) => {
      const person = await world.db.membership.findFirst({ where: { personId }, select: { ods: true } });
      const session = { personId, factorAt, ods: person?.ods ?? null, agent: "tests" };
      const cookie = await write(world.db, (tx) => sessions.start(tx, session));
      return cookie.split(";")[0] ?? "";
    },
  };
}

const FORM = ["Sec-Fetch-Site: same-origin", "Content-Type: application/x-www-form-urlencoded"];
