import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { askForNewPassword, canSetPassword, setNewPassword } from "../../app/journeys/account/forgotten-password";
import { givePassword } from "../../app/journeys/account/sign-in";
import { whoIs } from "../../app/journeys/account/who-is";
import { demonstration, PASSWORD } from "../support/database";
import { lettersSent, tokenIn } from "../support/letters";
import { sent, signedIn, withClock } from "../support/people";

const OFFICER = "officer@demo.example";
const NEW = "harbour velvet tuesday lamp";

test("R7: a link sets a new password once, ends every session, tells the owner, and is no second factor", async () => {
  const { context } = await demonstration();
  const { cookie } = await signedIn(context, OFFICER);
  expect(await askForNewPassword(context, ` ${OFFICER.toUpperCase()} `)).toEqual({ problem: null });
  const [letter] = await lettersSent(context);
  if (letter === undefined) throw new Error("no letter");
  expect(letter.to).toBe(OFFICER);
  const token = tokenIn(letter);
  for (let look = 0; look < 5; look += 1) expect(await canSetPassword(context, token)).toBe(true);
  const answers = await Promise.all([setNewPassword(context, token, NEW), setNewPassword(context, token, NEW)]);
  expect(answers.map(({ kind }) => kind).sort()).toEqual(["no link", "set"]);
  expect(await canSetPassword(context, token)).toBe(false);
  expect((await whoIs(context, cookie)).kind).toBe("nobody");
  expect((await lettersSent(context)).map(({ subject }) => subject)).toEqual(["Your password was reset – Zero to Two"]);
  expect((await givePassword(context, { email: OFFICER, password: PASSWORD }, null)).ok).toBe(false);
  const half = await givePassword(context, { email: OFFICER, password: NEW }, null);
  if (!half.ok) throw new Error(half.problem);
  expect((await whoIs(context, sent(half.cookie))).kind).toBe("pending");
});

test("R7: a newer link makes the older one void, and after an hour a link is over", async () => {
  const { context, clock } = withClock((await demonstration()).context);
  await askForNewPassword(context, OFFICER);
  await askForNewPassword(context, OFFICER);
  const [older = "", newer = ""] = (await lettersSent(context)).map(tokenIn);
  expect(await canSetPassword(context, older)).toBe(false);
  clock.pass({ minutes: 59, seconds: 59 });
  expect(await canSetPassword(context, newer)).toBe(true);
  clock.pass({ seconds: 1 });
  expect(await canSetPassword(context, newer)).toBe(false);
  expect(await setNewPassword(context, newer, NEW)).toEqual({ kind: "no link" });
});

test("R7: neither the database nor the outbox holds the link, before it is sent or after", async () => {
  const { context, db, url } = await demonstration();
  await askForNewPassword(context, OFFICER);
  const files = () => ["", "-wal"].map((end) => readFileSync(`${url.slice("file:".length)}${end}`));
  const before = files();
  const [letter] = await lettersSent(context);
  const token = tokenIn(letter ?? { body: "" });
  expect(token).toHaveLength(43);
  for (const bytes of [...before, ...files()]) expect(bytes.includes(token)).toBe(false);
  expect((await db.letter.findFirst({ where: { sealed: true } }))?.body).toBe("");
});

test("R8: the answer is the same whether or not there is an account, and only an account gets a letter", async () => {
  const { context, db, neighbour } = await demonstration();
  await db.person.update({ where: { id: neighbour.id }, data: { disabledAt: new Date() } });
  const answers = [];
  for (const email of [OFFICER, "nobody@demo.example", neighbour.email]) {
    const asked = performance.now();
    answers.push(await askForNewPassword(context, email));
    // Never sooner than all that there may be to do takes; a timer's milliseconds may be a little short.
    expect(performance.now() - asked).toBeGreaterThan(490);
  }
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect((await lettersSent(context)).map(({ to }) => to)).toEqual([OFFICER]);
});

test("F15: an address that could be two is refused, and nothing is sent", async () => {
  const { context } = await demonstration();
  for (const typed of [`${OFFICER},spy@evil.example`, `${OFFICER}\r\nBcc: spy@evil.example`, `<${OFFICER}>`, ""]) {
    expect((await askForNewPassword(context, typed)).problem).toContain("Enter an email address");
  }
  expect(await lettersSent(context)).toEqual([]);
});

test("R2: a password that is too short or too common is refused with its reason, and the link goes on working", async () => {
  const { context } = await demonstration();
  await askForNewPassword(context, OFFICER);
  const [token = ""] = (await lettersSent(context)).map(tokenIn);
  for (const password of ["short", "passwordpassword", "zerototwozerototwo"]) {
    expect((await setNewPassword(context, token, password)).kind).toBe("problem");
  }
  expect((await setNewPassword(context, token, NEW)).kind).toBe("set");
});
