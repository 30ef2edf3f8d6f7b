import { createServer, type Server } from "node:http";
import { createRequestHandler } from "@remix-run/express";
import { createRequestHandler as createRenderer, type ServerBuild } from "@remix-run/node";
import express, { type Express } from "express";
import { isUpToDate } from "./db/migrations";
import { edition } from "./db/releases";
import type { Context } from "./journeys/context";
import { bodiesReadToTheEnd, onlyBodiesWithinLimit } from "./platform/body-limit";
import { lastResort } from "./platform/faults";
import { finishedPages } from "./platform/finished-pages";
import {
  noLegacyDataRequests,
  onlyFromOurPages,
  onlyKnownMethods,
  onlyReadableAddresses,
  securityHeaders,
  standingAt,
} from "./platform/front";

export interface Portal {
  readonly context: Context;
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  /** Serves what the browser fetches while developing; null when `build/client` holds it. */
  readonly developing: express.RequestHandler | null;
}

/** Everything between a socket and a route. */
export function createPortal({ context, build, developing }: Portal): Express {
  const app = express();
  const secure = context.publicOrigin.startsWith("https:");
  app.disable("x-powered-by");
  app.use(securityHeaders({ development: developing !== null, secure }));
  app.use(onlyKnownMethods, onlyReadableAddresses, noLegacyDataRequests);
  app.use(onlyFromOurPages(context.publicOrigin, context.log), onlyBodiesWithinLimit, bodiesReadToTheEnd);

  app.get("/healthz", (_request, response) => void response.type("text/plain").send("ok\n"));
  app.get("/readyz", async (_request, response) => {
    const ready = await isUpToDate(context.db).catch(() => false);
    response
      .status(ready ? 200 : 503)
      .type("text/plain")
      .send(ready ? "ready\n" : "the database is not ready\n");
  });

  if (developing !== null) app.use(developing);
  else {
    app.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y", index: false }));
    app.use(express.static("build/client", { maxAge: "1h", index: false }));
    const page = createRenderer(build);
    const render = (url: string) => page(new Request(new URL(url, context.publicOrigin)), { app: context });
    app.use(finishedPages({ render, edition: () => edition(context.db) }));
  }
  // What the framework answers may name a person, so nobody keeps it.
  app.use((_request, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  app.use(standingAt(context.publicOrigin));
  app.all("*", createRequestHandler({ build, getLoadContext: () => ({ app: context }) }));
  app.use(lastResort(context.log));
  return app;
}

/** A sender must be done by then, its waiting for a turn included; looked after every few seconds, not every thirty. */
const PATIENCE = { headersTimeout: 15_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 };

/** Listens, and resolves with the port (one is chosen when asked for 0). */
export function listen(app: Express, port: number): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = createServer(PATIENCE, app).listen(port, () => {
      const address = server.address();
      resolve({ server, port: typeof address === "object" && address !== null ? address.port : port });
    });
    server.once("error", reject);
  });
}
