import { expect, test } from "vitest";
import { type Graded, grade, type Headed, type Result } from "./observatory";

// The grader itself: what it is to find, it finds, and takes as many points as Mozilla's own does.

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; frame-ancestors 'none'";
const GOOD: Readonly<Record<string, string[]>> = {
  "content-security-policy": [POLICY],
  "strict-transport-security": ["max-age=63072000; includeSubDomains"],
  "x-content-type-options": ["nosniff"],
  "referrer-policy": ["same-origin"],
  "cross-origin-resource-policy": ["same-origin"],
  "content-type": ["text/html; charset=utf-8"],
};
const NONE: Headed = new Map();
const cors = { origin: "https://elsewhere.example", headers: NONE };
const graded = (headers: Record<string, string[]>, more: Partial<Graded> = {}) =>
  grade({ host: "portal.example", headers: new Map(Object.entries(headers)), body: "", cors, http: null, ...more });

test("everything right, without a cookie, is 130", () => {
  expect(graded(GOOD).score).toBe(130);
});

test("nothing at all is 100 − 25 − 20 − 5 − 20", () => {
  expect(graded({}).score).toBe(30);
});

test.each<[number, Result, string, string[]]>([
  [125, "csp-implemented-with-no-unsafe", "content-security-policy", ["default-src 'self'; frame-ancestors 'none'"]],
  [
    120,
    "csp-implemented-with-unsafe-inline-in-style-src-only",
    "content-security-policy",
    [`${POLICY}; style-src-x; style-src 'self' 'unsafe-inline'`.replace("style-src 'self'; ", "")],
  ],
  [
    80,
    "csp-implemented-with-unsafe-inline",
    "content-security-policy",
    [POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")],
  ],
  [
    80,
    "csp-implemented-with-unsafe-inline",
    "content-security-policy",
    [POLICY.replace("script-src 'self'", "script-src https:")],
  ],
  [80, "csp-implemented-with-insecure-scheme", "content-security-policy", [`${POLICY}; connect-src http://x.example`]],
  [
    110,
    "csp-implemented-with-insecure-scheme-in-passive-content-only",
    "content-security-policy",
    [`${POLICY}; img-src http://x.example`],
  ],
  [
    110,
    "csp-implemented-with-unsafe-eval",
    "content-security-policy",
    [POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'")],
  ],
  [55, "csp-header-invalid", "content-security-policy", [`${POLICY}; script-src *`]],
  [130, "csp-implemented-with-no-unsafe-default-src-none", "content-security-policy", [POLICY, "sandbox"]],
  [
    130,
    "csp-implemented-with-no-unsafe-default-src-none",
    "content-security-policy",
    [POLICY.replace("script-src 'self'", "script-src 'unsafe-inline' 'nonce-abc'")],
  ],
  [80, "hsts-header-invalid", "strict-transport-security", ["includeSubDomains"]],
  [120, "hsts-implemented-max-age-less-than-six-months", "strict-transport-security", ["max-age=86400"]],
  [125, "x-content-type-options-header-invalid", "x-content-type-options", ["sniff"]],
  [120, "referrer-policy-unsafe", "referrer-policy", ["same-origin, unsafe-url"]],
  [120, "referrer-policy-header-invalid", "referrer-policy", ["sometimes"]],
  [115, "corp-header-invalid", "cross-origin-resource-policy", ["sometimes"]],
  [120, "corp-implemented-with-cross-origin", "cross-origin-resource-policy", ["cross-origin"]],
  [
    135,
    "cookies-secure-with-httponly-sessions-and-samesite",
    "set-cookie",
    ["__Host-sid=x; Secure; HttpOnly; SameSite=Lax"],
  ],
  [130, "cookies-secure-with-httponly-sessions", "set-cookie", ["__Host-sid=x; Secure; HttpOnly"]],
  [125, "cookies-without-secure-flag-but-protected-by-hsts", "set-cookie", ["sid=x; HttpOnly; SameSite=Lax"]],
  [70, "cookies-session-without-httponly-flag", "set-cookie", ["session=x; Secure; SameSite=Lax"]],
  [80, "cookies-samesite-flag-invalid", "set-cookie", ["sid=x; Secure; HttpOnly; SameSite=No"]],
])("%i: %s", (score, result, name, values) => {
  const answer = graded({ ...GOOD, [name]: values });
  expect(answer.results).toContain(result);
  expect(answer.score).toBe(score);
});

test.each<[number, Result, string]>([
  [55, "csp-not-implemented", "content-security-policy"],
  [80, "hsts-not-implemented", "strict-transport-security"],
  [125, "x-content-type-options-not-implemented", "x-content-type-options"],
  [125, "referrer-policy-not-implemented", "referrer-policy"],
  [120, "corp-not-implemented", "cross-origin-resource-policy"],
])("%i: %s", (score, result, left) => {
  const answer = graded(Object.fromEntries(Object.entries(GOOD).filter(([name]) => name !== left)));
  expect(answer.results).toContain(result);
  expect(answer.score).toBe(score);
});

test("what another site may read with its visitor’s cookies costs 50", () => {
  const allowed = { "access-control-allow-origin": [cors.origin], "access-control-allow-credentials": ["true"] };
  const headers = new Map(Object.entries(allowed));
  expect(graded(GOOD, { cors: { ...cors, headers } }).score).toBe(50);
});

test.each<[number, Result, string[]]>([
  [130, "redirection-to-https", ["http://portal.example/", "https://portal.example/"]],
  [80, "redirection-missing", ["http://portal.example/"]],
  [125, "redirection-off-host-from-http", ["http://portal.example/", "https://www.portal.example/"]],
])("%i: %s", (score, result, addresses) => {
  const answer = graded(GOOD, { http: addresses.map((address) => new URL(address)) });
  expect(answer.results).toContain(result);
  expect(answer.score).toBe(score);
});

test.each<[number, Result, string]>([
  [130, "sri-not-implemented-but-all-scripts-loaded-from-secure-origin", '<script src="/a.js"></script>'],
  [135, "sri-implemented-and-all-scripts-loaded-securely", '<script src="/a.js" integrity="sha256-x"></script>'],
  [125, "sri-not-implemented-but-external-scripts-loaded-securely", '<script src="https://x.example/a.js"></script>'],
  [50, "sri-not-implemented-and-external-scripts-not-loaded-securely", '<script src="//x.example/a.js"></script>'],
])("%i: %s", (score, result, script) => {
  const answer = graded(GOOD, { body: `<!DOCTYPE html><html><head>${script}</head></html>` });
  expect(answer.results).toContain(result);
  expect(answer.score).toBe(score);
});
