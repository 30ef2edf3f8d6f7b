import { randomUUID } from "node:crypto";
import { isIP } from "node:net";
import type { Request, RequestHandler, Response } from "express";
import type { Where } from "../domain/audit/where";

/** Gives each request a number of our own, which its answer, its lines in the log and the page of a fault all carry. */
export const numbered: RequestHandler = (_request, response, next) => {
  const requestId = randomUUID();
  response.locals.requestId = requestId;
  response.set("X-Request-Id", requestId);
  next();
};

/** The number of a request that went through `numbered`. */
export function requestIdOf({ locals }: Response): string {
  if (typeof locals.requestId !== "string") throw new Error("The request was not numbered.");
  return locals.requestId;
}

/** From where a request came; how far a proxy is believed is the server's `trust proxy`. */
export function whereOf(request: Request, response: Response): Where {
  return {
    requestId: requestIdOf(response),
    address: addressIn(request.ip) ?? addressIn(request.socket.remoteAddress) ?? "unknown",
    agent: printable(request.get("User-Agent") ?? ""),
  };
}

const LONGEST = 200;

/** What a stranger wrote of itself, safe to keep and to show: 200 characters, all of them printable ASCII. */
export function printable(text: string): string {
  return text.slice(0, LONGEST).replace(/[^\x20-\x7e]/g, "?");
}

/** `203.0.113.7`, also where a proxy writes it with a port, or a socket as IPv6; null for what is no address. */
function addressIn(text: string | undefined): string | null {
  const [, v6, v4] = /^(?:\[([^\]]*)\]|([\d.]+)):\d+$/.exec(text ?? "") ?? [];
  const address = (v6 ?? v4 ?? text ?? "").toLowerCase().replace(/^::ffff:(?=[\d.]+$)/, "");
  return isIP(address) === 0 ? null : address;
}
