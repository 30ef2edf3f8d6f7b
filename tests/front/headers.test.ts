import { expect, test } from "vitest";
import { builtPages, builtPortal } from "../support/built-portal";
import { addressesOf, ask, type Question } from "./answers";

const OF_EVERY_ANSWER = {
  "content-security-policy": /^default-src 'none'; script-src 'self'; .*; frame-ancestors 'none'$/,
  "strict-transport-security": /^max-age=63072000; includeSubDomains$/,
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^same-origin$/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "permissions-policy": /^accelerometer=\(\), .*camera=\(\), .*xr-spatial-tracking=\(\)$/,
  "x-request-id": /^[0-9a-f]{8}-[0-9a-f-]{27}$/,
} as const;

const FORM = { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" };
const signingIn = { path: "/sign-in", method: "POST", headers: FORM };
const PASSWORD = "a-password-for-tests";

/** One question for every way in which the portal answers, each with the status that shows that it was that way. */
const WAYS: readonly [status: number, question: Question][] = [
  [200, { path: "/" }],
  [200, { path: "/", method: "HEAD" }],
  [200, { path: "/compare" }],
  [200, { path: "/sign-in" }],
  [200, { path: "/_root.data" }],
  [200, { path: "/favicon.svg" }],
  [200, { path: "/healthz" }],
  [200, { path: "/readyz" }],
  [206, { path: "/favicon.svg", headers: { Range: "bytes=0-9" } }],
  [302, { path: "/submit" }],
  [303, { ...signingIn, body: `email=officer@demo.example&password=${PASSWORD}` }],
  [400, { path: "/%" }],
  [400, { path: "/", headers: { Host: "a b" } }],
  [400, { path: "/?_data=root" }],
  [400, { ...signingIn, headers: { ...FORM, "Content-Type": "text/plain" }, body: "x" }],
  [403, { ...signingIn, headers: { ...FORM, "Sec-Fetch-Site": "cross-site" }, body: "x" }],
  [404, { path: "/nowhere" }],
  [404, { path: "/nowhere.data" }],
  [404, { path: "/assets" }],
  [405, { path: "/", method: "DELETE" }],
  [413, { ...signingIn, body: "x".repeat(70_000) }],
  [416, { path: "/favicon.svg", headers: { Range: "bytes=9999-" } }],
  [421, { path: "/", headers: { Host: "elsewhere.example" } }],
  [422, { ...signingIn, body: "email=officer@demo.example&password=wrong" }],
];

test("R27: every answer has every header once, whichever way it comes about", async () => {
  const { origin } = await builtPortal();
  for (const [status, question] of WAYS) {
    const answer = await ask(origin, question);
    expect([question, answer.status]).toEqual([question, status]);
    expectEveryHeader(question, answer.headers);
  }
});

test("R27: so has a page that has not changed, and every answer to a fault", async () => {
  const { origin, db } = await builtPortal();
  const [tag = ""] = (await ask(origin, { path: "/" })).headers.get("etag") ?? [];
  const unchanged = { path: "/", headers: { "If-None-Match": tag } };
  await db.$executeRawUnsafe("ALTER TABLE Person RENAME TO Nobody");
  const faulty: readonly [number, Question][] = [
    [304, unchanged],
    [500, { ...signingIn, body: `email=officer@demo.example&password=${PASSWORD}` }],
    [500, { ...signingIn, path: "/sign-in.data", body: `email=officer@demo.example&password=${PASSWORD}` }],
  ];
  for (const [status, question] of faulty) {
    const answer = await ask(origin, question);
    expect([question, answer.status]).toEqual([question, status]);
    expectEveryHeader(question, answer.headers);
  }
});

function expectEveryHeader(question: Question, headers: ReadonlyMap<string, readonly string[]>) {
  for (const [name, value] of Object.entries(OF_EVERY_ANSWER)) {
    expect([question, name, headers.get(name)]).toEqual([question, name, [expect.stringMatching(value)]]);
  }
  expect(headers.has("x-powered-by")).toBe(false);
}

test("R23: a file to be saved is an attachment that no browser opens, with a name of ours", async () => {
  const { origin, officer, cookieOf } = await builtPortal();
  const headers = { Cookie: await cookieOf(officer.id) };
  const answer = await ask(origin, { path: "/submit/2025-26/template.csv", headers });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")?.[0]).toMatch(/^attachment; filename="[a-z0-9-]+\.csv"$/i);
  expect(answer.headers.get("content-security-policy")).toEqual([expect.any(String), "sandbox"]);
  expect(answer.headers.get("x-content-type-options")).toEqual(["nosniff"]);
});

test("R28: nobody keeps an answer to somebody signed in, on any route, or to a session that has ended", async () => {
  const { origin, officer, staff, cookieOf } = await builtPortal();
  const cookies = [await cookieOf(officer.id), await cookieOf(staff.id), "__Host-sid=ended"];
  for (const Cookie of cookies) {
    for (const address of addressesOf(await builtPages())) {
      for (const path of [address, address === "/" ? "/_root.data" : `${address}.data`]) {
        const { headers } = await ask(origin, { path, headers: { Cookie } });
        expect([path, headers.get("cache-control")]).toEqual([path, ["no-store"]]);
      }
    }
  }
}, 120_000);

test("R28: nor a form’s answer, a redirect, a refusal or a fault; files and finished pages say what may be kept", async () => {
  const { origin } = await builtPortal();
  for (const [status, question] of WAYS) {
    const isFile = question.path === "/favicon.svg" && status < 400;
    const isFinished = ["/", "/compare"].includes(question.path) && status === 200;
    const kept = isFile ? "public, max-age=3600" : isFinished ? "no-cache" : "no-store";
    const { headers } = await ask(origin, question);
    expect([question, headers.get("cache-control")]).toEqual([question, [kept]]);
  }
});

test("R28: a finished page sets no cookie and names nobody, and who is signed in gets a page of their own", async () => {
  const { origin, officer, cookieOf } = await builtPortal();
  for (const path of ["/", "/compare", "/compare/trends"]) {
    const own = await ask(origin, { path, headers: { Cookie: await cookieOf(officer.id) } });
    expect([path, own.body.includes(officer.name)]).toEqual([path, true]);
    const finished = await ask(origin, { path });
    expect([path, finished.headers.get("cache-control")]).toEqual([path, ["no-cache"]]);
    expect(finished.headers.has("set-cookie")).toBe(false);
    expect(finished.body).not.toContain(officer.name);
  }
});
