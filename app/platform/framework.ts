import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  createRequestHandler,
  type ServerBuild,
  writeReadableStreamToWritable,
} from "@remix-run/node";
import type { Request as Asked, RequestHandler, Response as Sent } from "express";
import { ourFault, refuse } from "./faults";

// Where Express ends and the framework begins.

interface Seam {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly development: boolean;
  readonly publicOrigin: string;
  /** What loaders and actions are given of the outside world. */
  readonly contextOf: (request: Asked, response: Sent) => AppLoadContext;
}

export interface Framework {
  readonly answer: RequestHandler;
  /** The answer to whoever asks for this address and says nothing of themselves. */
  readonly render: (request: Asked, response: Sent) => Promise<Response>;
}

export function framework({ build, development, publicOrigin, contextOf }: Seam): Framework {
  const handle = createRequestHandler(build, development ? "development" : "production");
  const addressOf = ({ originalUrl }: Asked) => new URL(`${publicOrigin}${originalUrl}`);
  return {
    async answer(request, response, next) {
      try {
        const asked = new Request(addressOf(request), {
          method: request.method,
          headers: headersOf(request, publicOrigin),
          signal: leavingOf(response),
          ...bodyOf(request),
        });
        const answer = await handle(asked, contextOf(request, response));
        if (isLastWords(answer)) refuse(response, 500, ourFault(response));
        else await send(answer, response);
      } catch (error) {
        next(error);
      }
    },
    render: (request, response) => handle(new Request(addressOf(request)), contextOf(request, response)),
  };
}

/**
 * The framework compares Origin with Host, either of which a proxy may change, and refuses with a 500. Whose form it is
 * has been decided by now, so it is told the one address that is configured, and no Origin.
 */
function headersOf({ headers }: Asked, publicOrigin: string): Headers {
  const told = new Headers();
  for (const [name, values] of Object.entries(headers)) {
    if (name === "origin") continue;
    for (const value of [values ?? []].flat()) told.append(name, value);
  }
  told.set("Host", new URL(publicOrigin).host);
  return told;
}

function bodyOf(request: Asked): RequestInit & { duplex?: "half" } {
  if (request.method === "GET" || request.method === "HEAD") return {};
  return { body: createReadableStreamFromReadable(request), duplex: "half" };
}

/** Tells when the sender has left before the answer was whole. */
function leavingOf(response: Sent): AbortSignal {
  const left = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) left.abort();
  });
  return left.signal;
}

/** What the framework says where it has no page to say it on: a few words for developers. */
function isLastWords({ status, headers }: Response): boolean {
  return status === 500 && headers.get("Content-Type") === "text/plain";
}

/** A route's headers stand beside those that every answer has, and replace none: a policy can only become stricter. */
async function send(answer: Response, response: Sent): Promise<void> {
  response.status(answer.status);
  for (const [name, value] of answer.headers) response.append(name, value);
  if (answer.body === null) response.end();
  else await writeReadableStreamToWritable(answer.body, response);
}
