import type { RequestHandler } from "express";

// What stands in front of the framework: each is a small refusal that needs no knowledge of any page.

const METHODS = new Set(["GET", "HEAD", "POST"]);

export const onlyKnownMethods: RequestHandler = (request, response, next) => {
  if (METHODS.has(request.method)) return next();
  response
    .status(405)
    .set("Allow", [...METHODS].join(", "))
    .type("text/plain")
    .send("This method is not used here.\n");
};

/** Remix 2 skips its own checks for `?_data=`; no page here uses it. */
export const noLegacyDataRequests: RequestHandler = (request, response, next) => {
  if (!("_data" in request.query)) return next();
  response.status(400).type("text/plain").send("The parameter _data is not used here.\n");
};

/** A form is only taken from our own pages: by Sec-Fetch-Site, or by Origin where a browser sends no such header. */
export function onlyFromOurPages(publicOrigin: string): RequestHandler {
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    const site = request.get("Sec-Fetch-Site");
    const ours = site === undefined ? request.get("Origin") === publicOrigin : site === "same-origin";
    if (ours) return next();
    response
      .status(403)
      .type("text/plain")
      .send("This form was not sent from a page of this service. Go back and send it again.\n");
  };
}

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];
/** Vite's client reloads the page while developing; nothing else ever runs a script. */
const WHILE_DEVELOPING = [
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self' ws:",
];

export function securityHeaders({ development, secure }: { development: boolean; secure: boolean }): RequestHandler {
  const policy = development
    ? [...POLICY.filter((rule) => !rule.startsWith("style-src")), ...WHILE_DEVELOPING].join("; ")
    : POLICY.join("; ");
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
