import { createServer, type Server } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import express, { type Express } from "express";
import { isUpToDate } from "./db/migrations";
import { edition } from "./db/releases";
import type { Context } from "./journeys/context";
import { bodiesReadToTheEnd, onlyBodiesWithinLimit } from "./platform/body-limit";
import { cookiesOf } from "./platform/cookies";
import { lastResort } from "./platform/faults";
import { finishedPages } from "./platform/finished-pages";
import { framework } from "./platform/framework";
import {
  noLegacyDataRequests,
  nothingKept,
  onlyFromOurPages,
  onlyKnownMethods,
  onlyOurHosts,
  onlyOurProxysWord,
  onlyReadableAddresses,
  onlyReadableCookies,
  securityHeaders,
} from "./platform/front";
import { numbered, whereOf } from "./platform/where";

export interface Portal {
  readonly context: Context;
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves what the browser fetches while developing; null when `build/client` holds it. */
  readonly developing: express.RequestHandler | null;
  /** How many proxies of ours stand in front, each of which adds an address to X-Forwarded-For; none unless said. */
  readonly proxyHops?: number;
  /** Names besides that of the public origin under which it may be asked, as `portal.internal:3000`. */
  readonly hosts?: readonly string[];
}

/** Everything between a socket and a route. */
export function createPortal({ context, build, developing, proxyHops = 0, hosts = [] }: Portal): Express {
  const { publicOrigin, log } = context;
  const development = developing !== null;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", proxyHops);
  app.use(
    numbered,
    nothingKept,
    securityHeaders({ development, secure: publicOrigin.startsWith("https:") }),
    onlyOurProxysWord(proxyHops),
    onlyKnownMethods,
    onlyReadableAddresses,
    onlyOurHosts(publicOrigin, hosts, log),
    noLegacyDataRequests(log),
    onlyFromOurPages(publicOrigin, log),
    onlyReadableCookies,
    onlyBodiesWithinLimit(log),
    bodiesReadToTheEnd,
  );

  app.get("/healthz", (_request, response) => void response.type("text/plain").send("ok\n"));
  app.get("/readyz", async (_request, response) => {
    const ready = await isUpToDate(context.db).catch(() => false);
    response
      .status(ready ? 200 : 503)
      .type("text/plain")
      .send(ready ? "ready\n" : "the database is not ready\n");
  });

  const { answer, render } = framework({
    build,
    development,
    publicOrigin,
    // What a request is answered with knows, and its log says, from where it came.
    contextOf: (request, response) => {
      const where = whereOf(request, response);
      return { app: { ...context, where, log: log.with(where) }, cookies: cookiesOf(request, response) };
    },
  });
  if (developing !== null) app.use(developing);
  else {
    app.use("/assets", filesIn("build/client/assets", "public, max-age=31536000, immutable"));
    app.use(filesIn("build/client", "public, max-age=3600"));
    app.use(finishedPages({ render, edition: () => edition(context.db) }));
  }
  app.all("*", answer);
  app.use(lastResort(log));
  return app;
}

function filesIn(folder: string, kept: string): express.RequestHandler {
  return express.static(folder, {
    index: false,
    redirect: false,
    setHeaders: (response) => void response.setHeader("Cache-Control", kept),
  });
}

/** A sender must be done by then, its waiting for a turn included; looked after every few seconds, not every thirty. */
const PATIENCE = { headersTimeout: 15_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 };
/** Whoever says no Host is told so by us, in the words and with the headers of every refusal. */
const OPTIONS = { ...PATIENCE, requireHostHeader: false };

/** Listens, and resolves with the port (one is chosen when asked for 0). */
export function listen(app: Express, port: number): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = createServer(OPTIONS, app).listen(port, () => {
      const address = server.address();
      resolve({ server, port: typeof address === "object" && address !== null ? address.port : port });
    });
    server.once("error", reject);
  });
}
