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
  expect(body).toContain("Very many attempts to sign in have come from your network. Wait 10 minutes");
  expect(body).toContain('value="nobody@demo.example"');
  expect((await post("/sign-in", CREDENTIALS, from("192.0.2.2"))).status).toBe(422);
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
  const upload = (who: string) => post("/submit/2025-26/upload", "", who);
  expect((await upload(cookie)).status).toBe(422);
  await db.attempt.updateMany({ data: { count: LIMITS.upload.most } });
  const { status, headers, body } = await upload(cookie);
  expect(status).toBe(429);
  expect(headers.get("retry-after")).toBe("3600");
  expect(body).toContain("Wait 60 minutes");
  expect((await upload(`Cookie: ${await cookieOf(neighbour.id)}`)).status).toBe(422);
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
