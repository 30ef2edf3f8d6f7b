import { expect, test } from "vitest";
import { builtPortal } from "../support/built-portal";
import { PASSWORD } from "../support/database";
import { codeNow } from "../support/people";

const OFFICER = "officer@demo.example";
const credentials = (email: string, password: string) => `email=${encodeURIComponent(email)}&password=${password}`;
const pairOf = (cookie = "") => cookie.split(";")[0] ?? "";

test("R11, R9: the cookies of signing in are pinned to this host, hidden from scripts and from other sites", async () => {
  const { context, post } = await builtPortal();
  const half = await post("/sign-in", credentials(OFFICER, PASSWORD));
  expect([half.status, half.cookies]).toEqual([
    303,
    [expect.stringMatching(/^__Host-sid=[\w-]{43}; HttpOnly; Max-Age=\d+; Path=\/; SameSite=Lax; Secure$/)],
  ]);
  const whole = await post("/sign-in", `code=${codeNow(context)}`, `Cookie: ${pairOf(half.cookies[0])}`);
  expect([whole.status, whole.cookies]).toEqual([
    303,
    [
      expect.stringMatching(/^__Host-sid=[\w-]{43}; HttpOnly; Max-Age=\d+; Path=\/; SameSite=Lax; Secure$/),
      expect.stringMatching(
        /^__Host-known=[\w-]{43}\.[0-9a-f]{64}; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
      ),
    ],
  ]);
});

test("R9: a stranger who fails on purpose keeps nobody out of a browser they have signed in with", async () => {
  const { context, post, get } = await builtPortal();
  const half = await post("/sign-in", credentials(OFFICER, PASSWORD));
  const whole = await post("/sign-in", `code=${codeNow(context)}`, `Cookie: ${pairOf(half.cookies[0])}`);
  const known = `Cookie: ${pairOf(whole.cookies[1])}`;
  for (let attempt = 0; attempt < 12; attempt += 1) await post("/sign-in", credentials(OFFICER, "wrong"));
  expect((await post("/sign-in", credentials(OFFICER, PASSWORD))).status).toBe(422);
  expect((await post("/sign-in", credentials(OFFICER, PASSWORD), known)).status).toBe(303);
  // It opens nothing by itself.
  expect((await get("/submit", known)).status).toBe(302);
});

test("R8: at every door the answer to an address that is known is that to one that is not", async () => {
  const { db, neighbour, staff, post } = await builtPortal();
  await db.person.update({ where: { id: neighbour.id }, data: { disabledAt: new Date() } });
  await db.person.update({ where: { id: staff.id }, data: { passwordHash: null } });
  for (const door of ["/sign-in", "/forgotten-password"]) {
    const answerTo = async (email: string) => {
      const { status, headers, cookies, body } = await post(door, credentials(email, "wrong"));
      const constant = [...headers].filter(([name]) => name !== "date" && name !== "x-request-id");
      return [status, constant, cookies, body.replaceAll(email, "…")];
    };
    for (const email of [OFFICER, neighbour.email, staff.email]) {
      // As long as the other, so that the answers are too.
      const nobodys = email.replace(/^[^@]+/, (name) => "x".repeat(name.length));
      expect(await answerTo(email)).toEqual(await answerTo(nobodys));
    }
  }
});

test("R30: whoever tries what is not theirs is refused, and the log says who, what and which guard", async () => {
  const { officer, staff, lines, get, post, cookieOf } = await builtPortal();
  await get("/manage/people", `Cookie: ${await cookieOf(officer.id)}`);
  await post("/manage/people/invite", "", `Cookie: ${await cookieOf(staff.id)}`);
  await post("/submit/2025-26/form", "", `Cookie: ${await cookieOf(staff.id)}`);
  const refused = lines.filter(({ event }) => event === "refused");
  expect(
    refused.map(({ level, person, outcome, admits, method, path }) => [level, person, outcome, admits, method, path]),
  ).toEqual([
    ["security", officer.id, "refused", "admin", "GET", "/manage/people"],
    ["security", staff.id, "refused", "admin", "POST", "/manage/people/invite"],
    ["security", staff.id, "refused", "trust", "POST", "/submit/2025-26/form"],
  ]);
});

test("R30: a limit that was reached is in the log, at the doors too", async () => {
  const { db, lines, post } = await builtPortal();
  for (const door of ["/sign-in", "/forgotten-password"]) {
    await post(door, credentials(OFFICER, "wrong"));
    await db.attempt.updateMany({ data: { count: 1_000 } });
    expect((await post(door, credentials(OFFICER, "wrong"))).status).toBe(429);
  }
  const reached = lines.filter(({ event }) => event === "limit reached");
  expect(reached.map(({ limit, person, outcome }) => [limit, person, outcome])).toEqual([
    ["sign-in", null, "refused"],
    ["reset", null, "refused"],
  ]);
});
