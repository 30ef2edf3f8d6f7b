import type { RequestHandler, Response } from "express";
import type { Log } from "./log";

// What stands in front of the framework: each is a small refusal that needs no knowledge of any page.

/** One plain sentence and nothing else: whoever is refused here did not come from a page of ours. */
export function refuse(response: Response, status: number, sentence: string): void {
  response.status(status).set("Cache-Control", "no-store").type("text/plain").send(`${sentence}\n`);
}

const METHODS = new Set(["GET", "HEAD", "POST"]);

export const onlyKnownMethods: RequestHandler = (request, response, next) => {
  if (METHODS.has(request.method)) return next();
  refuse(response.set("Allow", [...METHODS].join(", ")), 405, "This method is not used here.");
};

/** Past here the address is a path that Express and the framework read alike, and that decodes. */
export const onlyReadableAddresses: RequestHandler = (request, response, next) => {
  const hosts = request.headersDistinct.host ?? [];
  if (hosts.length > 1 || !hosts.every(isHost)) return refuse(response, 400, "The Host header cannot be read.");
  const path = pathOf(request.originalUrl);
  if (path === null) return refuse(response, 400, "This address cannot be read. Check it for a stray % sign.");
  request.url = path;
  request.originalUrl = path;
  next();
};

function isHost(text: string): boolean {
  return !/[/?#@\\\s]/.test(text) && URL.canParse(`http://${text}`);
}

/** `/compare?takes=yes` from itself and from `http://any.example/compare?takes=yes`, which proxies may send. */
function pathOf(target: string): string | null {
  const address = target.startsWith("/") ? `http://own.invalid${target}` : target;
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const { pathname, search } = new URL(address);
  return decodes(pathname) ? pathname + search : null;
}

function decodes(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes("\0");
  } catch {
    return false;
  }
}

/** Remix 2 skips its own checks for `?_data=`; no page here uses it. The address is read as the framework reads it. */
export const noLegacyDataRequests: RequestHandler = (request, response, next) => {
  if (!new URL(`http://own.invalid${request.originalUrl}`).searchParams.has("_data")) return next();
  refuse(response, 400, "The parameter _data is not used here.");
};

/** A form is only taken from our own pages: by Sec-Fetch-Site, or by Origin where a browser sends no such header. */
export function onlyFromOurPages(publicOrigin: string, log: Log): RequestHandler {
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    const site = request.get("Sec-Fetch-Site");
    const origin = request.get("Origin");
    if (site === undefined ? origin === publicOrigin : site === "same-origin") return next();
    log.info("form from elsewhere refused", { path: request.path, site, origin, from: request.socket.remoteAddress });
    refuse(response, 403, "This form was not sent from a page of this service. Go back and send it again.");
  };
}

/**
 * The framework reads where it stands from Host, Origin and X-Forwarded-*, which a proxy changes and anyone can forge.
 * Whose form it is has been decided by now, so it is told the one address that is configured.
 */
export function standingAt(publicOrigin: string): RequestHandler {
  const { host } = new URL(publicOrigin);
  return (request, _response, next) => {
    for (const name of Object.keys(request.headers)) {
      if (name === "origin" || name === "forwarded" || name.startsWith("x-forwarded-")) delete request.headers[name];
    }
    request.headers.host = host;
    next();
  };
}

/** Scripts and styles are files of ours and never stand in a page, so that no page needs a nonce. */
const POLICY = {
  "default-src": "'none'",
  "script-src": "'self'",
  "connect-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "form-action": "'self'",
  "base-uri": "'none'",
  "frame-ancestors": "'none'",
};
/** Vite's client reloads the page while developing, and puts styles into it. */
const WHILE_DEVELOPING = {
  "script-src": "'self' 'unsafe-inline'",
  "style-src": "'self' 'unsafe-inline'",
  "connect-src": "'self' ws:",
};

export function securityHeaders({ development, secure }: { development: boolean; secure: boolean }): RequestHandler {
  const rules = Object.entries(development ? { ...POLICY, ...WHILE_DEVELOPING } : POLICY);
  const policy = rules.map((rule) => rule.join(" ")).join("; ");
  return (_request, response, next) => {
    response.set({
      "Content-Security-Policy": policy,
      "X-Content-Type-Options": "nosniff",
      // Not no-referrer: browsers would then send `Origin: null` with our own forms.
      "Referrer-Policy": "same-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    });
    if (secure) response.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    next();
  };
}
