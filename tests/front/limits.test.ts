import { expect, test } from "vitest";
import { LIMITS } from "../../app/journeys/account/limits";
import { builtPortal } from "../support/built-portal";

const CREDENTIALS = "email=nobody@demo.example&password=not-the-password";

test("R33: sign-in is limited by address, generously, and not for other addresses", async () => {
  const { post, db } = await builtPortal({ proxyHops: 1 });
  const from = (address: string) => `X-Forwarded-For: ${address}`;
  expect((await post("/sign-in", CREDENTIALS, from("192.0.2.1"))).status).toBe(422);
  expect(await db.attempt.count()).toBe(2);
  await db.attempt.updateMany({ data: { count: LIMITS["sign-in"].most } });
  const { status, body } = await post("/sign-in", CREDENTIALS, from("192.0.2.1"));
  expect(status).toBe(429);
  // The lengths of chunks stand between what is sent.
  expect(body.replace(/\r\n[\da-f]+\r\n/g, "")).toContain(
    "Very many attempts to sign in have come from your network. Wait 10 minutes",
  );
  expect(body).toContain('value="nobody@demo.example"');
  expect((await post("/sign-in", CREDENTIALS, from("192.0.2.2"))).status).toBe(422);
});

test("R33: of IPv6 addresses those of one network are counted together, and no others", async () => {
  const { post, db } = await builtPortal({ proxyHops: 1 });
  const from = async (address: string) => (await post("/sign-in", CREDENTIALS, `X-Forwarded-For: ${address}`)).status;
  expect(await from("2001:db8:0:1::7")).toBe(422);
  await db.attempt.updateMany({ data: { count: LIMITS["sign-in"].most } });
  expect(await from("2001:db8:0:1:ffff::8")).toBe(429);
  expect(await from("2001:db8:0:2::7")).toBe(422);
});

test.each([
  ["/account/confirm", "signed in", 422],
  ["/account/confirm/passkey", "signed in", 200],
  ["/account/set-up", "half way", 302],
  ["/sign-in/lost", "half way", 303],
] as const)("R33: %s is limited by person, and says how long to wait", async (path, how, usual) => {
  const { ask, cookieOf, officer, neighbour, db, lines } = await builtPortal();
  const passkey = path.endsWith("passkey");
  const body = passkey ? '{"kind":"ask"}' : "code=000000";
  const type = passkey ? "application/json" : "application/x-www-form-urlencoded";
  const fields = ["Sec-Fetch-Site: same-origin", `Content-Type: ${type}`, `Content-Length: ${body.length}`];
  const send = async (id: string) => {
    const cookie = await cookieOf(id, how === "half way" ? null : undefined);
    return ask(`POST ${path}`, [...fields, `Cookie: ${cookie}`], body);
  };
  expect((await send(officer.id)).status).toBe(usual);
  await db.attempt.updateMany({ data: { count: 60 } });
  const refused = await send(officer.id);
  expect(refused.status).toBe(429);
  expect(refused.body).toContain("Wait 60 minutes, then try again.");
  expect((await send(neighbour.id)).status).toBe(usual);
  expect(lines.filter(({ event }) => event === "limit reached")).toMatchObject([{ person: officer.id }]);
});

test("R33: asking for help writes to the administrators once a day, and no more into the log than that", async () => {
  const { post, cookieOf, officer, db } = await builtPortal();
  const half = `Cookie: ${await cookieOf(officer.id, null)}`;
  for (let time = 0; time < 3; time++) expect((await post("/sign-in/lost", "", half)).status).toBe(303);
  expect(await db.letter.count({ where: { to: "admin@demo.example" } })).toBe(1);
  expect(await db.auditEntry.count({ where: { did: "factor-help-asked" } })).toBe(1);
});

test("R33: asking for a new password is limited by address, whatever the account", async () => {
  const { post, db } = await builtPortal();
  for (const name of ["nobody", "officer"]) {
    expect((await post("/forgotten-password", `email=${name}@demo.example`)).status).toBe(303);
  }
  await db.attempt.updateMany({ data: { count: LIMITS.reset.most } });
  const letters = await db.letter.count();
  const refused = await post("/forgotten-password", "email=officer@demo.example");
  expect(refused.status).toBe(429);
  expect(await db.letter.count()).toBe(letters);
});

test("R33: uploading is limited by person, and says how long to wait", async () => {
  const { post, cookieOf, officer, neighbour, db } = await builtPortal();
  const cookie = `Cookie: ${await cookieOf(officer.id)}`;
  const upload = (who: string, ods = "ZD01") => post(`/submit/2025-26/upload?for=${ods}`, "", who);
  expect((await upload(cookie)).status).toBe(422);
  await db.attempt.updateMany({ data: { count: LIMITS.upload.most } });
  const { status, headers, body } = await upload(cookie);
  expect(status).toBe(429);
  expect(headers.get("retry-after")).toBe("3600");
  expect(body).toContain("Wait 60 minutes");
  expect((await upload(`Cookie: ${await cookieOf(neighbour.id)}`, "ZD02")).status).toBe(422);
});

test("R33: taking everything away is limited by person, on every export", async () => {
  const { get, db, cookieOf } = await builtPortal();
  const { id } = await db.person.findUniqueOrThrow({ where: { email: "admin@demo.example" }, select: { id: true } });
  const cookie = `Cookie: ${await cookieOf(id)}`;
  expect((await get("/manage/people.csv", cookie)).status).toBe(200);
  await db.attempt.updateMany({ data: { count: LIMITS.export.most } });
  for (const path of ["/manage/people.csv", "/manage/audit.csv"]) {
    expect([path, (await get(path, cookie)).status]).toEqual([path, 429]);
  }
});

test("R33: a limit is over when its time is", async () => {
  const { post, db, context } = await builtPortal();
  await post("/sign-in", CREDENTIALS);
  const longAgo = new Date(context.clock.now().getTime() - LIMITS["sign-in"].withinMs);
  await db.attempt.updateMany({ data: { count: LIMITS["sign-in"].most, since: longAgo } });
  expect((await post("/sign-in", CREDENTIALS)).status).toBe(422);
});
