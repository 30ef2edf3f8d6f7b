import { expect, test } from "vitest";
import { builtPortal } from "../support/built-portal";
import { ask } from "./answers";

// R32: what somebody is told of a fault is that it is ours, and the number under which the log has it.

const FORM = { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" };
const INNARDS = /Error:|prisma|sqlite|no such table|\.tsx?\b|\.js:|node_modules|\n\s+at /i;

test("R32: a page that fails says so, gives its number and nothing else", async () => {
  const { origin, db, lines, officer, cookieOf } = await builtPortal();
  const headers = { Cookie: await cookieOf(officer.id) };
  await db.$executeRawUnsafe("ALTER TABLE Round RENAME TO Gone");
  const { status, headers: said, body } = await ask(origin, { path: "/submit/2025-26", headers });
  const [number = "none"] = said.get("x-request-id") ?? [];
  expect(status).toBe(500);
  expect(body).toContain("Sorry, something went wrong</h1>");
  expect(body).toContain(` and quote this number: <code>${number}</code>`);
  expect(body).not.toMatch(INNARDS);
  const asData = await ask(origin, { path: "/submit/2025-26.data", headers });
  expect(asData.status).toBe(500);
  expect(asData.body).not.toMatch(INNARDS);
  expect(lines[0]).toMatchObject({ level: "error", event: "fault", requestId: number, path: "/submit/2025-26" });
});

test("R32: so does what is no page, and what fails outside the framework", async () => {
  const { origin, db, lines, officer, cookieOf } = await builtPortal();
  const headers = { Cookie: await cookieOf(officer.id) };
  await db.$executeRawUnsafe("ALTER TABLE Draft RENAME TO Gone");
  await db.$executeRawUnsafe("ALTER TABLE Release RENAME TO GoneToo");
  for (const path of ["/submit/2025-26/marked.csv", "/compare"]) {
    const { status, headers: said, body } = await ask(origin, { path, headers: path === "/compare" ? {} : headers });
    const [number = "none"] = said.get("x-request-id") ?? [];
    expect([path, status]).toEqual([path, 500]);
    expect(said.get("content-type")).toEqual(["text/plain; charset=utf-8"]);
    expect(body).toBe(
      `Sorry, something went wrong. The fault is ours, not yours. Try again in a few minutes. If you write to us, quote this number: ${number}\n`,
    );
    expect(lines).toContainEqual(expect.objectContaining({ level: "error", event: "fault", requestId: number }));
  }
});

test("R32: a refusal has no number and is no fault", async () => {
  const { origin, lines } = await builtPortal();
  const { status, body } = await ask(origin, { path: "/nowhere" });
  expect(status).toBe(404);
  expect(body).not.toContain("quote this number");
  expect(lines).toEqual([]);
});

test.each([
  ["text/garbage", "email=x"],
  ["application/json", '{"email": 1}'],
  ["multipart/form-data", "x"],
  ["multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data"],
  ["application/x-www-form-urlencoded", "%"],
  ["application/x-www-form-urlencoded", "email=%FF%FE&password=%00"],
  ["application/x-www-form-urlencoded", "email=a&email=b&__proto__=x&constructor=y"],
  ["", ""],
])("R32: what cannot be read as a form, %j with %j, is refused and is no fault", async (type, body) => {
  const { origin, lines, officer, staff, cookieOf } = await builtPortal();
  for (const [path, person] of [
    ["/sign-in", null],
    ["/sign-out", null],
    ["/submit/2025-26/upload?for=ZD01", officer],
    ["/submit/2025-26/form?for=ZD01", officer],
    ["/submit/2025-26/form/keep?for=ZD01", officer],
    ["/submit/2025-26/confirm?for=ZD01", officer],
    ["/submit/2025-26/declare?for=ZD01", officer],
    ["/chase/2025-26/ZD01/write", staff],
    ["/publish/2025-26", staff],
    ["/nowhere", null],
  ] as const) {
    const cookie: Record<string, string> = person === null ? {} : { Cookie: await cookieOf(person.id) };
    const headers = { ...FORM, "Content-Type": type, ...cookie };
    const { status } = await ask(origin, { path, method: "POST", headers, body });
    expect([path, status < 500]).toEqual([path, true]);
  }
  expect(lines.filter(({ level }) => level === "error")).toEqual([]);
});
