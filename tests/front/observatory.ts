import { parseHTML } from "linkedom";
import { cookiesResult } from "./observatory/cookies";
import { policyResult, policySays } from "./observatory/policy";

// Mozilla's HTTP Observatory as published: algorithm version 4, mdn-http-observatory 1.4.8, `src/analyzer/tests` and
// `src/grader/charts.js`. Left out: policies in <meta>, of which there are none, and the list of preloaded hosts.

/** One answer of a site that is reached by HTTPS. */
export interface Graded {
  readonly host: string;
  /** By name in lower case, each value apart. */
  readonly headers: Headed;
  readonly body: string;
  /** The headers of the answer to the same question from another site, and that site. */
  readonly cors: { readonly origin: string; readonly headers: Headed };
  /** Where a request by plain HTTP is led, from its own address on; null where nothing listens. */
  readonly http: readonly URL[] | null;
}
export type Headed = ReadonlyMap<string, readonly string[]>;

const MODIFIERS = {
  "csp-implemented-with-no-unsafe-default-src-none": 10,
  "csp-implemented-with-no-unsafe": 5,
  "csp-implemented-with-unsafe-inline-in-style-src-only": 0,
  "csp-implemented-with-insecure-scheme-in-passive-content-only": -10,
  "csp-implemented-with-unsafe-eval": -10,
  "csp-implemented-with-unsafe-inline": -20,
  "csp-implemented-with-insecure-scheme": -20,
  "csp-header-invalid": -25,
  "csp-not-implemented": -25,
  "csp-not-implemented-but-reporting-enabled": -25,
  "cookies-secure-with-httponly-sessions-and-samesite": 5,
  "cookies-secure-with-httponly-sessions": 0,
  "cookies-not-found": 0,
  "cookies-without-secure-flag-but-protected-by-hsts": -5,
  "cookies-session-without-secure-flag-but-protected-by-hsts": -10,
  "cookies-without-secure-flag": -20,
  "cookies-samesite-flag-invalid": -20,
  "cookies-anticsrf-without-samesite-flag": -20,
  "cookies-session-without-httponly-flag": -30,
  "cookies-session-without-secure-flag": -40,
  "cross-origin-resource-sharing-not-implemented": 0,
  "cross-origin-resource-sharing-implemented-with-public-access": 0,
  "cross-origin-resource-sharing-implemented-with-restricted-access": 0,
  "cross-origin-resource-sharing-implemented-with-universal-access": -50,
  "redirection-to-https": 0,
  "redirection-not-needed-no-http": 0,
  "redirection-off-host-from-http": -5,
  "redirection-not-to-https-on-initial-redirection": -10,
  "redirection-not-to-https": -20,
  "redirection-missing": -20,
  "referrer-policy-private": 5,
  "referrer-policy-not-implemented": 0,
  "referrer-policy-unsafe": -5,
  "referrer-policy-header-invalid": -5,
  "hsts-implemented-max-age-at-least-six-months": 0,
  "hsts-implemented-max-age-less-than-six-months": -10,
  "hsts-not-implemented": -20,
  "hsts-header-invalid": -20,
  "sri-implemented-and-all-scripts-loaded-securely": 5,
  "sri-implemented-and-external-scripts-loaded-securely": 5,
  "sri-not-implemented-response-not-html": 0,
  "sri-not-implemented-but-no-scripts-loaded": 0,
  "sri-not-implemented-but-all-scripts-loaded-from-secure-origin": 0,
  "sri-not-implemented-but-external-scripts-loaded-securely": -5,
  "sri-implemented-but-external-scripts-not-loaded-securely": -20,
  "sri-not-implemented-and-external-scripts-not-loaded-securely": -50,
  "x-content-type-options-nosniff": 0,
  "x-content-type-options-not-implemented": -5,
  "x-content-type-options-header-invalid": -5,
  "x-frame-options-implemented-via-csp": 5,
  "x-frame-options-sameorigin-or-deny": 0,
  "x-frame-options-allow-from-origin": 0,
  "x-frame-options-not-implemented": -20,
  "x-frame-options-header-invalid": -20,
  "corp-implemented-with-same-origin": 10,
  "corp-implemented-with-same-site": 10,
  "corp-implemented-with-cross-origin": 0,
  "corp-not-implemented": 0,
  "corp-header-invalid": -5,
} as const;

export type Result = keyof typeof MODIFIERS;

const BASE = 100;
const LEAST_FOR_A_BONUS = 90;

/** The score of an answer, 100 and what each test adds or takes; what they add counts only for whoever has 90 without. */
export function grade(graded: Graded): { score: number; results: readonly Result[] } {
  const results = [
    policyResult(graded.headers),
    cookiesResult(graded.headers, hstsResult(graded) === "hsts-implemented-max-age-at-least-six-months"),
    corsResult(graded),
    redirectionResult(graded),
    referrerResult(graded),
    hstsResult(graded),
    scriptsResult(graded),
    sniffingResult(graded),
    framingResult(graded),
    resourceResult(graded),
  ];
  const modifiers = results.map((result) => MODIFIERS[result]);
  const sum = (numbers: readonly number[]) => numbers.reduce((left, right) => left + right, 0);
  const withoutBonus = BASE + sum(modifiers.filter((modifier) => modifier < 0));
  const score = withoutBonus >= LEAST_FOR_A_BONUS ? BASE + sum(modifiers) : withoutBonus;
  return { score: Math.max(score, 0), results };
}

const first = (headers: Headed, name: string) => headers.get(name)?.[0];
const plain = (headers: Headed, name: string) => first(headers, name)?.trim().toLowerCase();

function corsResult({ cors: { origin, headers } }: Graded): Result {
  const allowed = first(headers, "access-control-allow-origin");
  if (allowed === undefined) return "cross-origin-resource-sharing-not-implemented";
  if (allowed.trim() === "*") return "cross-origin-resource-sharing-implemented-with-public-access";
  return allowed === origin && plain(headers, "access-control-allow-credentials") === "true"
    ? "cross-origin-resource-sharing-implemented-with-universal-access"
    : "cross-origin-resource-sharing-implemented-with-restricted-access";
}

function redirectionResult({ http }: Graded): Result {
  if (http === null) return "redirection-not-needed-no-http";
  const [start, next] = http;
  if (start === undefined || next === undefined) return "redirection-missing";
  if (http.at(-1)?.protocol !== "https:") return "redirection-not-to-https";
  if (next.protocol === "http:") return "redirection-not-to-https-on-initial-redirection";
  return start.hostname === next.hostname ? "redirection-to-https" : "redirection-off-host-from-http";
}

const PRIVATE = new Set(["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"]);
const TELLING = new Set(["origin", "origin-when-cross-origin", "unsafe-url", "no-referrer-when-downgrade"]);

function referrerResult({ headers }: Graded): Result {
  const values = headers.get("referrer-policy");
  if (values === undefined) return "referrer-policy-not-implemented";
  const known = values
    .flatMap((value) => value.split(","))
    .map((value) => value.trim().toLowerCase())
    .filter((value) => PRIVATE.has(value) || TELLING.has(value))
    .at(-1);
  if (known === undefined) return "referrer-policy-header-invalid";
  return PRIVATE.has(known) ? "referrer-policy-private" : "referrer-policy-unsafe";
}

/** Six months in seconds, and a little less. */
const SIX_MONTHS_S = 15_552_000;

function hstsResult({ headers }: Graded): Result {
  const header = plain(headers, "strict-transport-security");
  if (header === undefined) return "hsts-not-implemented";
  const age = header
    .split(";")
    .map((part) => part.trim())
    .findLast((part) => part.startsWith("max-age="));
  if (header.includes(",") || age === undefined) return "hsts-header-invalid";
  return Number.parseInt(age.slice("max-age=".length), 10) < SIX_MONTHS_S
    ? "hsts-implemented-max-age-less-than-six-months"
    : "hsts-implemented-max-age-at-least-six-months";
}

/** From the best result to the worst, of those that scripts from elsewhere can have. */
const FROM_ELSEWHERE = [
  "sri-implemented-and-external-scripts-loaded-securely",
  "sri-implemented-but-external-scripts-not-loaded-securely",
  "sri-not-implemented-but-external-scripts-loaded-securely",
  "sri-not-implemented-and-external-scripts-not-loaded-securely",
] as const;

function scriptsResult({ headers, body, host }: Graded): Result {
  const type = first(headers, "content-type")?.split(";")[0];
  if (type !== "text/html" && type !== "application/xhtml+xml") return "sri-not-implemented-response-not-html";
  const scripts = [...parseHTML(body).document.querySelectorAll("script")];
  if (scripts.length === 0) return "sri-not-implemented-but-no-scripts-loaded";
  const loaded = scripts.flatMap((script) => {
    const address = script.getAttribute("src");
    return address ? [{ address, isChecked: script.hasAttribute("integrity") }] : [];
  });
  const isOurs = (address: string) =>
    /^https?:\/\//.test(address) ? new URL(address).hostname === host : !/^\/\/[^/]/.test(address);
  const elsewhere = loaded.filter(({ address }) => !isOurs(address));
  if (elsewhere.length === 0) {
    return loaded.some(({ isChecked }) => isChecked)
      ? "sri-implemented-and-all-scripts-loaded-securely"
      : "sri-not-implemented-but-all-scripts-loaded-from-secure-origin";
  }
  const ranks = elsewhere.map(({ address, isChecked }) => {
    const isSecure = address.startsWith("https:");
    return isChecked ? (isSecure ? 0 : 1) : isSecure ? 2 : 3;
  });
  return FROM_ELSEWHERE[Math.max(...ranks)] ?? FROM_ELSEWHERE[3];
}

function sniffingResult({ headers }: Graded): Result {
  const header = plain(headers, "x-content-type-options");
  if (header === undefined) return "x-content-type-options-not-implemented";
  return header === "nosniff" ? "x-content-type-options-nosniff" : "x-content-type-options-header-invalid";
}

function framingResult({ headers }: Graded): Result {
  if (policySays(headers, "frame-ancestors")) return "x-frame-options-implemented-via-csp";
  const header = plain(headers, "x-frame-options");
  if (header === undefined) return "x-frame-options-not-implemented";
  if (header === "deny" || header === "sameorigin") return "x-frame-options-sameorigin-or-deny";
  return header.startsWith("allow-from") ? "x-frame-options-allow-from-origin" : "x-frame-options-header-invalid";
}

function resourceResult({ headers }: Graded): Result {
  switch (plain(headers, "cross-origin-resource-policy")) {
    case undefined:
      return "corp-not-implemented";
    case "same-origin":
      return "corp-implemented-with-same-origin";
    case "same-site":
      return "corp-implemented-with-same-site";
    case "cross-origin":
      return "corp-implemented-with-cross-origin";
    default:
      return "corp-header-invalid";
  }
}
