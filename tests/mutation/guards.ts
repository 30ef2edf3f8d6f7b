// F28: every guard can be switched off, and a test goes red for each. `npm run test:mutation-guards` does it to a copy
// of the project, row by row; `-- --only R28` does the rows whose name has R28 in it.
//
// To add a guard: name it with its requirement, give its file, the piece of source that is the guard (found exactly
// once in it), what stands there when it is off, and a test that is to go red. Say `anew: "pages"` where the piece is
// part of the built pages (routes, components, journeys as the pages call them), `anew: "databases"` where it decides
// what the tests' databases hold (migrations, the seed).

import { ACCOUNT_GUARDS } from "./accounts";
import { AUDIT_GUARDS } from "./audit";
import { ISOLATION_GUARDS } from "./isolation";
import { OWN_ACCOUNT_GUARDS } from "./own-account";
import { SECRETS_GUARDS } from "./secrets";

export interface Guard {
  readonly name: string;
  readonly file: string;
  readonly piece: string;
  readonly becomes: string;
  /** Of these at least one test must fail. */
  readonly tests: readonly GuardTest[];
  readonly anew?: "pages" | "databases";
}

export interface GuardTest {
  /** A file of unit, journey or front tests, or a `.spec.ts` of the browser's. */
  readonly file: string;
  /** Part of the name of the tests to run, as it stands in the file; all of them without. */
  readonly named?: string;
}

const SERVER = "app/server.ts";
const FRONT = "app/platform/front.ts";
const refusals = (named?: string): GuardTest => ({ file: "tests/front/refusals.test.ts", ...(named && { named }) });
const front = (named: string): GuardTest => ({ file: "app/platform/front.test.ts", named });
const seam = (named: string): GuardTest => ({ file: "tests/front/seam.test.ts", named });
const headers = (named: string): GuardTest => ({ file: "tests/front/headers.test.ts", named });
const faults: GuardTest = { file: "tests/front/faults.test.ts" };

/** A middleware that is left out of the server. */
const leftOut = (name: string, piece: string, test: GuardTest): Guard => ({
  name,
  file: SERVER,
  piece: `    ${piece},\n`,
  becomes: "",
  tests: [test],
});

/** A header that no answer has any more. */
const headerLeftOut = (header: string, piece: string): Guard => ({
  name: `R27 ${header}`,
  file: FRONT,
  piece,
  becomes: "",
  tests: [headers("R27: every answer")],
});

export const GUARDS: readonly Guard[] = [
  ...ACCOUNT_GUARDS,
  ...OWN_ACCOUNT_GUARDS,
  ...ISOLATION_GUARDS,
  ...AUDIT_GUARDS,
  ...SECRETS_GUARDS,

  // In front of the framework: each left out, and then each made too lenient.
  leftOut("Methods are allow-listed", "onlyKnownMethods", refusals("a method that no page uses")),
  leftOut("R32 Addresses that cannot be read are refused", "onlyReadableAddresses", {
    file: "tests/front/malformed.test.ts",
    named: "F22",
  }),
  leftOut(
    "Names that are not ours are refused",
    "onlyOurHosts(publicOrigin, hosts, log)",
    refusals("a name that is not ours"),
  ),
  leftOut("Legacy data requests are refused", "noLegacyDataRequests(log)", refusals("a legacy data request")),
  leftOut("Forms from elsewhere are refused", "onlyFromOurPages(publicOrigin, log)", refusals("a form from elsewhere")),
  leftOut("What a forger says of the way is dropped", "onlyOurProxysWord(proxyHops)", seam("a forger says")),
  leftOut("Cookies that decode to others are dropped", "onlyReadableCookies", seam("no cookie comes through")),
  leftOut("Bodies are limited", "onlyBodiesWithinLimit(log)", refusals("a body over its limit")),
  {
    name: "The address of a sender is believed of our own proxies only",
    file: SERVER,
    piece: `app.set("trust proxy", proxyHops);`,
    becomes: `app.set("trust proxy", true);`,
    tests: [refusals("cannot be forged")],
  },
  {
    name: "Our proxies are believed",
    file: SERVER,
    piece: `app.set("trust proxy", proxyHops);`,
    becomes: "",
    tests: [refusals("cannot be forged")],
  },
  {
    name: "A body is limited by its announced length",
    file: "app/platform/body-limit.ts",
    piece: `Number(request.headers["content-length"] ?? 0) > limit.bytes`,
    becomes: "Number.isNaN(limit.bytes)",
    tests: [refusals("a body over its limit")],
  },
  {
    name: "A body in chunks is counted",
    file: "app/platform/body-limit.ts",
    piece: "if (taken <= bytes) return;",
    becomes: "if (bytes > 0) return;",
    tests: [refusals("a body over its limit")],
  },
  {
    name: "A form needs an Origin where Sec-Fetch-Site is absent",
    file: FRONT,
    piece: "site === undefined ? origin === publicOrigin",
    becomes: "site === undefined ? origin === undefined || origin === publicOrigin",
    tests: [front("a form gets")],
  },
  {
    name: "An Origin is compared whole",
    file: FRONT,
    piece: "site === undefined ? origin === publicOrigin",
    becomes: "site === undefined ? origin?.startsWith(publicOrigin)",
    tests: [front("a form gets")],
  },
  {
    name: "A page of the same site is not of the same origin",
    file: FRONT,
    piece: `: site === "same-origin")`,
    becomes: `: site.startsWith("same-"))`,
    tests: [front("a form gets")],
  },
  {
    name: "A name is compared with its port",
    file: FRONT,
    piece: "ours.has(asked.host) ||",
    becomes: "ours.has(asked.hostname) ||",
    tests: [front("under the name")],
  },
  {
    name: "A cookie's name is not decoded",
    file: FRONT,
    piece: `!name.includes("%") && `,
    becomes: "",
    tests: [front("come through")],
  },
  {
    name: "A stray % in a cookie is dropped",
    file: FRONT,
    piece: ` && decodes(value)`,
    becomes: "",
    tests: [front("come through")],
  },
  {
    name: "F13 Headers must come within 15 seconds",
    file: SERVER,
    piece: "headersTimeout: 15_000",
    becomes: "headersTimeout: 0",
    tests: [refusals("F13")],
  },
  {
    name: "F13 A request must be whole within 60 seconds",
    file: SERVER,
    piece: "requestTimeout: 60_000",
    becomes: "requestTimeout: 0",
    tests: [refusals("F13")],
  },
  {
    name: "A page is not told the Origin a proxy changed",
    file: "app/platform/framework.ts",
    piece: `if (name === "origin") continue;`,
    becomes: "",
    tests: [seam("an action is told no Origin")],
  },
  {
    name: "A page is told the configured address",
    file: "app/platform/framework.ts",
    piece: `told.set("Host", new URL(publicOrigin).host);`,
    becomes: "",
    tests: [seam("a loader is told")],
  },

  // R23, R26, R27: headers.
  headerLeftOut("Content-Security-Policy", `      "Content-Security-Policy": policy,\n`),
  headerLeftOut("X-Content-Type-Options", `      "X-Content-Type-Options": "nosniff",\n`),
  headerLeftOut("X-Frame-Options", `      "X-Frame-Options": "DENY",\n`),
  headerLeftOut("Referrer-Policy", `      "Referrer-Policy": "same-origin",\n`),
  headerLeftOut("Cross-Origin-Opener-Policy", `      "Cross-Origin-Opener-Policy": "same-origin",\n`),
  headerLeftOut("Cross-Origin-Resource-Policy", `      "Cross-Origin-Resource-Policy": "same-origin",\n`),
  headerLeftOut("Permissions-Policy", `      "Permissions-Policy": permissions,\n`),
  {
    name: "R27 Strict-Transport-Security",
    file: FRONT,
    piece: "if (secure) response.set(",
    becomes: "if (!secure) response.set(",
    tests: [{ file: "tests/front/grades.test.ts", named: "R27: so have files" }],
  },
  {
    name: "R27 Headers come before anything that answers",
    file: SERVER,
    piece: `    securityHeaders({ development, secure: publicOrigin.startsWith("https:") }),\n    onlyOurProxysWord(proxyHops),\n    onlyKnownMethods,\n`,
    becomes: `    onlyOurProxysWord(proxyHops),\n    onlyKnownMethods,\n    securityHeaders({ development, secure: publicOrigin.startsWith("https:") }),\n`,
    tests: [headers("R27: every answer")],
  },
  {
    name: "R27 X-Powered-By is left out",
    file: SERVER,
    piece: `app.disable("x-powered-by");`,
    becomes: "",
    tests: [headers("R27: every answer")],
  },
  {
    name: "R26 No script that stands in a page runs",
    file: FRONT,
    piece: `"script-src": "'self'",`,
    becomes: `"script-src": "'self' 'unsafe-inline'",`,
    tests: [{ file: "tests/front/grades.test.ts", named: "R27: so have files" }],
  },
  {
    name: "R23 A download is sandboxed",
    file: "app/downloads.server.ts",
    piece: `      "Content-Security-Policy": "sandbox",\n`,
    becomes: "",
    tests: [headers("R23")],
    anew: "pages",
  },
  {
    name: "R23 A download is an attachment",
    file: "app/downloads.server.ts",
    piece: "`attachment; filename",
    becomes: "`inline; filename",
    tests: [headers("R23")],
    anew: "pages",
  },
  {
    name: "R23 A page's own policy stands beside ours",
    file: "app/platform/framework.ts",
    piece: "response.append(name, value)",
    becomes: "response.set(name, value)",
    tests: [headers("R23")],
  },

  // R28: nobody keeps what may name a person.
  leftOut("R28 Nobody keeps an answer", "nothingKept", headers("R28: nobody keeps")),
  {
    ...leftOut("R28 The way back shows nothing", "nothingKept", { file: "tests/e2e/front.spec.ts", named: "R28" }),
  },
  {
    name: "R28 A finished page is for nobody who is signed in",
    file: "app/platform/finished-pages.ts",
    piece: `request.method !== "POST" && !/`,
    becomes: `request.method !== "POST" || !/`,
    tests: [{ file: "app/platform/finished-pages.test.ts", named: "R28" }],
  },
  {
    name: "R28 A finished page sets no cookie",
    file: "app/platform/finished-pages.ts",
    piece: ` || answer.headers.has("Set-Cookie")`,
    becomes: "",
    tests: [{ file: "app/platform/finished-pages.test.ts", named: "R28" }],
  },

  // R29: whoever is sent on stays here.
  {
    name: "R29 A target is no other host",
    file: "app/own-path.ts",
    piece: "return origin === base &&",
    becomes: "return origin !== null &&",
    tests: [{ file: "app/own-path.test.ts", named: "R29" }],
  },
  {
    name: "R29 A target has no white space and no other alphabet",
    file: "app/own-path.ts",
    piece: "[\\x21-\\x7e]*$/",
    becomes: "/",
    tests: [{ file: "app/own-path.test.ts", named: "R29" }],
  },
  {
    name: "R29 A target that tidies up to another is refused",
    file: "app/own-path.ts",
    piece: " && !/^\\/[/\\\\]/.test(pathname)",
    becomes: "",
    tests: [{ file: "app/own-path.test.ts", named: "R29" }],
  },
  {
    name: "R29 Signing in leads to a path of ours",
    file: "app/routes/account/sign-in/route.tsx",
    piece: "onwards(answer.person, ownPath(to))",
    becomes: "onwards(answer.person, to)",
    tests: [{ file: "tests/front/redirects.test.ts", named: "R29" }],
    anew: "pages",
  },

  // R30: what the log says, and what it does not.
  {
    name: "R30 A request's number is our own",
    file: "app/platform/where.ts",
    piece: "const requestId = randomUUID();",
    becomes: `const requestId = _request.get("X-Request-Id") ?? randomUUID();`,
    tests: [refusals("R30: a request, its answer")],
  },
  {
    name: "R30 An answer has its number",
    file: "app/platform/where.ts",
    piece: `response.set("X-Request-Id", requestId);`,
    becomes: "",
    tests: [refusals("R30: a request, its answer")],
  },
  {
    name: "R30 A fault's line has its request's number",
    file: SERVER,
    piece: "log: log.with(where)",
    becomes: "log",
    tests: [faults],
  },
  {
    name: "R30 A refusal is in the log",
    file: "app/platform/faults.ts",
    piece: `.security(event, { outcome: "refused", ...what });`,
    becomes: ";",
    tests: [refusals("R30")],
  },
  {
    name: "R30 The log has no token of a letter's link",
    file: "app/platform/loggable-path.ts",
    piece: `return isToken || part.length > LONGEST ? "…" : part;`,
    becomes: "return isToken && part.length > 99 ? null : part;",
    tests: [{ file: "tests/e2e/canaries.spec.ts" }],
  },
  {
    name: "R30 The log has no query",
    file: "app/platform/faults.ts",
    piece: "path: loggablePath(request.path), ...facts };",
    becomes: "path: request.url, ...facts };",
    tests: [{ file: "tests/e2e/canaries.spec.ts" }],
  },
  {
    name: "R30 The log has no message of an error",
    file: "app/platform/faults.ts",
    piece: "    code: codeOf(error),\n",
    becomes: "    code: message,\n",
    tests: [{ file: "tests/e2e/canaries.spec.ts" }],
    anew: "pages",
  },
  {
    name: "R30 What a stranger says of itself is cut and printable",
    file: "app/platform/where.ts",
    piece: `return text.slice(0, LONGEST).replace(/[^\\x20-\\x7e]/g, "?");`,
    becomes: "return text.slice(0, 99 * LONGEST);",
    tests: [{ file: "app/platform/where.test.ts", named: "R30" }],
  },

  // R32: what is said of a fault.
  {
    name: "R32 The framework's last words are not passed on",
    file: "app/platform/framework.ts",
    piece: "if (isLastWords(answer)) refuse(",
    becomes: "if (answer.status === 0) refuse(",
    tests: [faults],
  },
  {
    name: "R32 The page of a fault gives its number",
    file: "app/components/frame/error-page.tsx",
    piece: "(trouble === BUSY || trouble === OUR_FAULT) &&",
    becomes: "trouble === BUSY &&",
    tests: [faults],
    anew: "pages",
  },
  {
    name: "R32 The page of a fault says nothing of it",
    file: "app/components/frame/error-page.tsx",
    piece: "if (!isRouteErrorResponse(error)) return OUR_FAULT;",
    becomes: "if (!isRouteErrorResponse(error)) return { ...OUR_FAULT, sentence: String(error) };",
    tests: [faults],
    anew: "pages",
  },
  {
    name: "R32 The answer of last resort gives its number",
    file: "app/platform/faults.ts",
    piece: "ourFault = (response: Answer) =>",
    becomes: "ourFault = (response: Answer) => !response.headersSent ? OUR_FAULT :",
    tests: [faults],
  },
];
