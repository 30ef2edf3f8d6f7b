import type { Request, RequestHandler } from "express";
import { refuse, sayRefused } from "./faults";
import type { Log } from "./log";
import { printable } from "./where";

// What stands in front of the framework: each is a small refusal that needs no knowledge of any page.

const METHODS = new Set(["GET", "HEAD", "POST"]);

export const onlyKnownMethods: RequestHandler = (request, response, next) => {
  if (METHODS.has(request.method)) return next();
  refuse(response.set("Allow", [...METHODS].join(", ")), 405, "This method is not used here.");
};

/** Past here the address is a path that Express and the framework read alike, and that decodes. */
export const onlyReadableAddresses: RequestHandler = (request, response, next) => {
  const target = addressOf(request.originalUrl);
  if (target === null) return refuse(response, 400, "This address cannot be read. Check it for a stray % sign.");
  const hosts = target.host === null ? (request.headersDistinct.host ?? []) : [target.host];
  const [host] = hosts;
  if (host === undefined || hosts.length > 1 || !isHost(host)) {
    return refuse(response, 400, "The Host header cannot be read.");
  }
  request.headers.host = host;
  request.url = target.path;
  request.originalUrl = target.path;
  next();
};

function isHost(text: string): boolean {
  return !/[/?#@\\\s]/.test(text) && URL.canParse(`http://${text}`);
}

/** `/compare?takes=yes`, and `http://any.example/compare?takes=yes` as proxies may send it: then Host means nothing. */
function addressOf(target: string): { host: string | null; path: string } | null {
  const isPath = target.startsWith("/");
  const address = isPath ? `http://own.invalid${target}` : target;
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const { host, pathname, search } = new URL(address);
  return decodes(pathname) ? { host: isPath ? null : host, path: pathname + search } : null;
}

function decodes(text: string): boolean {
  try {
    return !decodeURIComponent(text).includes("\0");
  } catch {
    return false;
  }
}

/** What the machine calls itself: whatever looks after its health asks here, past the proxy. */
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Answers under its own name only: a page that anybody can lead to this machine under a name of theirs would be read
 * by their scripts. `hosts` are further names, such as the one a proxy uses. 421, since the address is right somewhere
 * else, and a browser that reused a connection then asks there.
 */
export function onlyOurHosts(publicOrigin: string, hosts: readonly string[], log: Log): RequestHandler {
  const { protocol, host } = new URL(publicOrigin);
  const named = (text: string) => new URL(`${protocol}//${text}`);
  const ours = new Set([host, ...hosts.map((text) => named(text).host)]);
  return (request, response, next) => {
    const asked = named(request.headers.host ?? "");
    if (ours.has(asked.host) || LOOPBACK.has(asked.hostname)) return next();
    sayRefused(log, "host not ours", request, response, { host: printable(asked.host) });
    refuse(response, 421, `This service is not known under that name. Its address is ${publicOrigin}/`);
  };
}

/** Remix 2 skips its own checks for `?_data=`; no page here uses it. The address is read as the framework reads it. */
export function noLegacyDataRequests(log: Log): RequestHandler {
  return (request, response, next) => {
    if (!new URL(`http://own.invalid${request.originalUrl}`).searchParams.has("_data")) return next();
    sayRefused(log, "legacy data request", request, response);
    refuse(response, 400, "The parameter _data is not used here.");
  };
}

/** A form is only taken from our own pages: by Sec-Fetch-Site, or by Origin where a browser sends no such header. */
export function onlyFromOurPages(publicOrigin: string, log: Log): RequestHandler {
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    const site = request.get("Sec-Fetch-Site");
    const origin = request.get("Origin");
    if (site === undefined ? origin === publicOrigin : site === "same-origin") return next();
    const from = { site: site && printable(site), origin: origin && printable(origin) };
    sayRefused(log, "form from elsewhere", request, response, from);
    refuse(response, 403, "This form was not sent from a page of this service. Go back and send it again.");
  };
}

/**
 * Drops what a request says of the way it came, unless a proxy of ours wrote it: then the addresses stay, of which the
 * server's `trust proxy` believes the last ones. Nothing else of it is used.
 */
export function onlyOurProxysWord(proxyHops: number): RequestHandler {
  return (request, _response, next) => {
    for (const name of Object.keys(request.headers)) {
      const isOurs = proxyHops > 0 && name === "x-forwarded-for";
      if (name === "forwarded" || (name.startsWith("x-forwarded-") && !isOurs)) delete request.headers[name];
    }
    next();
  };
}

/**
 * Drops the cookies that a decoder would rename or stumble over: `%5F%5FHost-sid=…` must never stand in for
 * `__Host-sid`, nor a stray `%` be a fault. No cookie of ours has a `%` in its name, or one that does not decode.
 */
export const onlyReadableCookies: RequestHandler = (request, _response, next) => {
  const cookies = pairsOf(request).filter(([name, value]) => !name.includes("%") && decodes(value));
  if (cookies.length === 0) delete request.headers.cookie;
  else request.headers.cookie = cookies.map(([name, value]) => `${name}=${value}`).join("; ");
  next();
};

function pairsOf({ headers }: Request): [name: string, value: string][] {
  return (headers.cookie ?? "").split(";").flatMap((pair): [string, string][] => {
    const equals = pair.indexOf("=");
    return equals < 1 ? [] : [[pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()]];
  });
}

/** Nobody keeps an answer unless what gives it says so: it may name a person. */
export const nothingKept: RequestHandler = (_request, response, next) => {
  response.set("Cache-Control", "no-store");
  next();
};

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

/** What a page could ask of the device and of the browser, and none of ours does; copying is a person's own doing. */
const NOT_USED = [
  "accelerometer",
  "autoplay",
  "bluetooth",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];

export function securityHeaders({ development, secure }: { development: boolean; secure: boolean }): RequestHandler {
  const rules = Object.entries(development ? { ...POLICY, ...WHILE_DEVELOPING } : POLICY);
  const policy = rules.map((rule) => rule.join(" ")).join("; ");
  const permissions = NOT_USED.map((feature) => `${feature}=()`).join(", ");
  return (_request, response, next) => {
    response.set({
      "Content-Security-Policy": policy,
      "X-Content-Type-Options": "nosniff",
      // For what does not know the policy's frame-ancestors.
      "X-Frame-Options": "DENY",
      // Not no-referrer: browsers would then send `Origin: null` with our own forms.
      "Referrer-Policy": "same-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Permissions-Policy": permissions,
    });
    if (secure) response.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    next();
  };
}
