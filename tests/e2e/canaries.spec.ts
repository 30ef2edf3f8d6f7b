import { createClient } from "@libsql/client";
import type { Portal } from "./support/portal";
import { expect, test } from "./support/test";
import { cookieOf, FORM, file, page, uploadOf } from "./support/upload";
import { type Answer, exchange } from "./support/wire";

// R30: what somebody entered, or could sign in with, is nowhere in what the portal writes: neither when all goes well,
// nor when it refuses, nor when it breaks. Each secret is a canary, which sings if it is found.

const OFFICER = "officer@demo.example";
const TOKEN = "CanaryToken0Zk3vTn8Qw1Xy5Lr0Pb7Jd2Hs9Gf4Mc6";
const HEADERS = [
  "Referer: http://localhost/invitation/canary-referer",
  "Authorization: Bearer canary-authorization",
  "X-Canary: canary-header",
  "X-Request-Id: canary-request-id",
  "X-Forwarded-For: canary-forwarded",
  "Accept-Language: canary-language",
];
const CELLS = [
  "ODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed,Notes",
  "ZD01,canary-name,2025-26,0-12 months,yes,canary-referred,5,canary-note",
  "ZD01,,2025-26,12-24 months,yes,12,9,",
].join("\r\n");

function send(portal: Portal, path: string, fields: Record<string, string>, ...lines: string[]): Promise<Answer> {
  const body = new URLSearchParams(fields).toString();
  const head = [`POST ${path} HTTP/1.1`, `Content-Length: ${body.length}`, ...HEADERS];
  const form = ["Content-Type: application/x-www-form-urlencoded", "Sec-Fetch-Site: same-origin"];
  const said = (name: string) => lines.some((line) => line.startsWith(name));
  const usual = [...(said("Host:") ? [] : ["Host: localhost"]), ...(said("Sec-") ? [form[0] ?? ""] : form)];
  return exchange(portal.origin, [...head, ...usual, ...lines], body);
}

/** Everything in which a secret can come, each by every way; answers with the statuses. */
async function release(portal: Portal, cookie: string): Promise<number[]> {
  const grid = { seen: "canary-draft", intent: "canary-intent", "referred-0-12m": "canary-cell" };
  const typed = JSON.stringify({ referred: { "0-12m": "canary-typed" }, canary: "canary-key" });
  const upload = uploadOf(cookie, file(CELLS, "canary-file.csv"));
  const mistyped = uploadOf(cookie, { disposition: 'name="canary-field"; filename="canary"', body: "canary-body" });
  const answers = [
    await send(portal, "/sign-in?to=/canary-to", { email: "canary@trust.example", password: "canary-password" }),
    await send(portal, "/sign-in", { email: OFFICER, password: "canary-password", canary: "canary-field" }),
    await send(portal, `${FORM}?for=ZD01`, grid, cookie),
    await send(portal, `${FORM}/keep?for=ZD01`, { seen: "", texts: typed }, cookie),
    await send(portal, `${FORM}/keep?for=ZD01`, { seen: "", texts: "{canary" }, cookie),
    await exchange(portal.origin, [...upload.head, ...HEADERS], upload.body),
    await exchange(portal.origin, [...mistyped.head, ...HEADERS], mistyped.body),
    await page(portal, "/submit/2025-26/check?canary=canary-query", cookie),
    await page(portal, "/compare?takes=canary-query", cookie),
    await page(portal, `/invitation/${TOKEN}?code=canary-query`, "Cookie: sid=canary-cookie; canary=x"),
    await page(portal, `/compare?_data=canary-data&token=${TOKEN}`, cookie),
    await page(portal, `/forgotten-password/${TOKEN}?_data=x`, cookie),
    await page(portal, `/account/email/${TOKEN}/%?canary`, cookie),
    await send(portal, `/invitation/${TOKEN}`, { password: "canary-password" }, "Sec-Fetch-Site: cross-site", cookie),
    await send(portal, `/invitation/${TOKEN}`, { password: "canary-password" }, "Host: elsewhere.example", cookie),
    await send(portal, `/sign-in?${TOKEN}`, { password: "canary-password".repeat(5_000) }, cookie),
    await exchange(portal.origin, ["CANARY / HTTP/1.1", "Host: localhost", "canary header: x"]),
  ];
  return answers.map(({ status }) => status);
}

test("R30: no secret, no cookie, no token and no cell is in what the portal writes", async ({ ownPortal }) => {
  const cookie = await cookieOf(ownPortal, OFFICER);
  const session = cookie.slice("Cookie: sid=".length);
  expect(session.length).toBeGreaterThan(20);

  const calm = await release(ownPortal, cookie);
  expect(calm.filter((status) => status >= 500)).toEqual([]);
  expect(calm).toEqual(expect.arrayContaining([200, 400, 403, 404, 413, 421, 422]));

  // First a draft is damaged, and whoever reads it is told with a part of it; then every question to a table fails.
  const database = createClient({ url: ownPortal.databaseUrl });
  expect((await database.execute("UPDATE Draft SET texts = 'canary-in-a-draft'")).rowsAffected).toBe(1);
  expect(await release(ownPortal, cookie)).toContain(500);
  await database.execute("ALTER TABLE Draft RENAME TO Gone");
  await database.execute("ALTER TABLE Person RENAME COLUMN email TO gone");
  const broken = await release(ownPortal, cookie);
  expect(broken.filter((status) => status === 500).length).toBeGreaterThan(4);
  await database.execute("DROP TABLE Session");
  expect(await release(ownPortal, cookie)).toContain(500);
  await ownPortal.stop();

  const said = ownPortal.said();
  for (const event of ["fault", "form from elsewhere", "host not ours", "body over its limit", "legacy data request"]) {
    expect(said).toContain(`"event":"${event}"`);
  }
  const lines = said.split("\n").filter((line) => line.startsWith("{"));
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({ at: expect.any(String), level: expect.any(String) });
  const singing = said.split("\n").filter((line) => /canary/i.test(line) || line.includes(session));
  expect(singing).toEqual([]);
});
