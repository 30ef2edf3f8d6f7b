import type { Response as Answer, Request, RequestHandler } from "express";
import { LRUCache } from "lru-cache";
import { fingerprint } from "./fingerprint";

interface FinishedPage {
  readonly bytes: Buffer;
  readonly etag: string;
}

export interface FinishedPages {
  /** Renders the page that a request asks for, for a visitor who is not signed in. */
  readonly render: (request: Request, answer: Answer) => Promise<Response>;
  /** Changes whenever anything the public can see changes. */
  readonly edition: () => Promise<string>;
}

const PUBLIC_PATH = /^\/(compare(\/trends)?)?$/;
const MEBIBYTE = 1024 * 1024;

/**
 * Keeps public pages as finished bytes. They are made of releases alone and carry nothing of the reader's, so the same
 * bytes are right for every visitor until the next release; a signed-in reader, whose page names them, is passed on.
 */
export function finishedPages({ render, edition }: FinishedPages): RequestHandler {
  const pages = new LRUCache<string, FinishedPage>({
    maxSize: 64 * MEBIBYTE,
    sizeCalculation: ({ bytes }, key) => bytes.length + key.length,
  });
  return async (request, response, next) => {
    const isVisitor = request.method !== "POST" && !/(^|;\s*)(__Host-)?sid=/.test(request.headers.cookie ?? "");
    if (!isVisitor || !PUBLIC_PATH.test(request.path)) return next();
    try {
      const key = `${await edition()} ${request.originalUrl}`;
      const page = pages.get(key) ?? (await finish(await render(request, response)));
      if (page === null) return next();
      pages.set(key, page);
      response.set({
        "Content-Type": "text/html; charset=utf-8",
        // Asked for again each time, answered with 304 while nothing has changed.
        "Cache-Control": "no-cache",
        Vary: "Cookie",
        ETag: page.etag,
      });
      if (request.fresh) response.status(304).end();
      else response.end(page.bytes);
    } catch (error) {
      next(error);
    }
  };
}

/** Only a page that is right, and sets no cookie, is kept; anything else is left to the framework to answer. */
async function finish(answer: Response): Promise<FinishedPage | null> {
  if (answer.status !== 200 || answer.headers.has("Set-Cookie")) return null;
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { bytes, etag: `"${fingerprint(bytes)}"` };
}
