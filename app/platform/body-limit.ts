import type { Request, RequestHandler, Response } from "express";
import { sayRefused } from "./faults";
import type { Log } from "./log";

interface Limit {
  readonly bytes: number;
  readonly sentence: string;
}

const KIBIBYTE = 1024;
const UPLOAD_PATH = /^\/submit\/[^/]+\/upload\/?$/;
const UPLOAD: Limit = {
  bytes: 6 * KIBIBYTE * KIBIBYTE,
  sentence: "That file is larger than 5 MB. Go back, and upload only the sheet with your return, saved as CSV.\n",
};
const FORM: Limit = {
  bytes: 64 * KIBIBYTE,
  sentence: "What you entered is longer than this page takes. Go back, shorten it and send it again.\n",
};
const GRID_PATH = /^\/submit\/[^/]+\/form(\/keep)?\/?$/;
/** Fifteen answers of the greatest length, however many bytes their characters take on the way. */
const GRID: Limit = { bytes: 768 * KIBIBYTE, sentence: FORM.sentence };
/** How long a sender may go on sending what nobody keeps, so that it can finish and read the answer. */
const PATIENCE_MS = 10_000;

/** Goes to whoever is reading a body at the moment it becomes too large. */
export class BodyTooLarge extends Error {
  override name = "BodyTooLarge";
}

/**
 * Refuses a body over its page's limit with 413 and closes the connection: before it comes, where its length is
 * announced, and as it comes, where it is sent in chunks. Nothing is kept of it.
 */
export function onlyBodiesWithinLimit(log: Log): RequestHandler {
  return (request, response, next) => {
    const limit = limitOf(request);
    const say = () => sayRefused(log, "body over its limit", request, response, { limit: limit.bytes });
    if (Number(request.headers["content-length"] ?? 0) > limit.bytes) {
      say();
      return refuseUnread(request, response, limit);
    }
    if (request.headers["transfer-encoding"] !== undefined) {
      whenLonger(request, limit, () => {
        say();
        announce(response, limit).end(limit.sentence);
        // Its reader stops here, rather than take what came so far for the whole.
        request.emit("error", new BodyTooLarge());
      });
    }
    next();
  };
}

/**
 * Where an answer goes out before the body was read, as to someone whose session has ended, the rest of it is read and
 * thrown away: a browser looks at the answer only once it has sent everything.
 */
export const bodiesReadToTheEnd: RequestHandler = (request, response, next) => {
  response.once("finish", () => {
    if (!request.complete) request.removeAllListeners("data").resume();
  });
  next();
};

function limitOf({ path, headers }: Request): Limit {
  // Anything else sent to that page is no file.
  if (UPLOAD_PATH.test(path) && headers["content-type"]?.startsWith("multipart/form-data")) return UPLOAD;
  return GRID_PATH.test(path) ? GRID : FORM;
}

/** A socket closed over unread bytes is reset, and the answer lost with it: so they are read, and thrown away. */
function refuseUnread(request: Request, response: Response, limit: Limit): void {
  announce(response, limit).write(limit.sentence);
  const close = () => response.end();
  const patience = setTimeout(close, PATIENCE_MS);
  response.once("close", () => clearTimeout(patience));
  request.once("end", close).resume();
}

function announce(response: Response, { sentence }: Limit): Response {
  return response
    .status(413)
    .type("text/plain")
    .set({
      "Cache-Control": "no-store",
      Connection: "close",
      "Content-Length": String(Buffer.byteLength(sentence)),
    });
}

function whenLonger(request: Request, { bytes }: Limit, act: () => void): void {
  let taken = 0;
  const count = (chunk: Buffer) => {
    taken += chunk.length;
    if (taken <= bytes) return;
    request.off("data", count);
    act();
  };
  // Listening alone would start the flow before the framework listens too, and lose it the beginning.
  request.pause().on("data", count);
}
