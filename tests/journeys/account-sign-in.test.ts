import { readFileSync } from "node:fs";
import { hash } from "@node-rs/argon2";
import { expect, test, vi } from "vitest";
import { replaceRecoveryCodes } from "../../app/db/factors";
import { forgetPassword, saveMembership, setPassword } from "../../app/db/people";
import { write } from "../../app/db/write";
import { chooseTrust } from "../../app/journeys/account/choose-trust";
import { knownBrowser } from "../../app/journeys/account/known-browser";
import { giveCode } from "../../app/journeys/account/second-factor";
import {
  authenticatorToSetUp,
  beginAuthenticator,
  setUpAuthenticator,
} from "../../app/journeys/account/set-up-authenticator";
import { givePassword } from "../../app/journeys/account/sign-in";
import { signOut } from "../../app/journeys/account/sign-out";
import { whoIs } from "../../app/journeys/account/who-is";
import { hashPassword } from "../../app/platform/passwords";
import { newRecoveryCodes, recoveryCodeHash } from "../../app/platform/recovery-codes";
import { demonstration, PASSWORD } from "../support/database";
import { codeNow, givenPassword, sent, signedIn, withClock } from "../support/people";

const OFFICER = "officer@demo.example";

test("R3: with the password alone somebody is nobody, and with a code they are signed in", async () => {
  const { context, officer } = await demonstration();
  const { cookie, session } = await givenPassword(context, OFFICER);
  expect((await whoIs(context, cookie)).kind).toBe("pending");
  const answer = await giveCode(context, session, codeNow(context));
  if (!answer.ok) throw new Error(answer.problem);
  const who = await whoIs(context, sent(answer.cookie));
  expect(who.kind === "signed in" && who.person.id).toBe(officer.id);
});

test("R4: the code of a step is taken once, also where it is sent twice at the same time", async () => {
  const { context } = await demonstration();
  const halves = await Promise.all([givenPassword(context, OFFICER), givenPassword(context, OFFICER)]);
  const code = codeNow(context);
  const answers = await Promise.all(halves.map(({ session }) => giveCode(context, session, code)));
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const third = await givenPassword(context, OFFICER);
  expect((await giveCode(context, third.session, code)).ok).toBe(false);
});

test("R4: the code of the step before is taken, of any other it is not, and an older one not after a newer", async () => {
  const { context, clock } = withClock((await demonstration()).context);
  const older = codeNow(context);
  clock.pass({ seconds: 30 });
  const { session } = await givenPassword(context, OFFICER);
  expect((await giveCode(context, session, older)).ok).toBe(true);
  const again = await givenPassword(context, OFFICER);
  const newer = codeNow(context);
  clock.pass({ seconds: 60 });
  expect((await giveCode(context, again.session, newer)).ok).toBe(false);
  const before = codeNow(context);
  clock.pass({ seconds: 30 });
  expect((await giveCode(context, again.session, codeNow(context))).ok).toBe(true);
  const last = await givenPassword(context, OFFICER);
  expect((await giveCode(context, last.session, before)).ok).toBe(false);
});

test("R5: each recovery code signs in once, in whatever way it is written", async () => {
  const { context, db, officer } = await demonstration();
  const codes = newRecoveryCodes();
  await write(db, (tx) =>
    replaceRecoveryCodes(
      tx,
      officer.id,
      codes.map((code) => recoveryCodeHash(officer.id, code)),
    ),
  );
  const [first = ""] = codes;
  const halves = await Promise.all([givenPassword(context, OFFICER), givenPassword(context, OFFICER)]);
  const typed = [first.toUpperCase(), ` ${first.replaceAll("-", " ")}`];
  const answers = await Promise.all(halves.map(({ session }, place) => giveCode(context, session, typed[place] ?? "")));
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const told = await db.letter.findFirst({ where: { to: OFFICER }, orderBy: { queuedAt: "desc" } });
  expect(told?.body).toContain("You have 9 left.");
  const neighbour = await givenPassword(context, "officer2@demo.example");
  expect((await giveCode(context, neighbour.session, codes[1] ?? "")).ok).toBe(false);
});

test("R8: unknown, disabled, waiting and uninvited accounts get the answer of a wrong password", async () => {
  const { context, db, neighbour, staff } = await demonstration();
  await db.person.update({ where: { id: neighbour.id }, data: { disabledAt: new Date() } });
  await db.person.update({ where: { id: staff.id }, data: { passwordHash: null } });
  for (let attempt = 0; attempt < 5; attempt += 1)
    await givePassword(context, { email: "admin@demo.example", password: "wrong" }, null);
  const wrong = await givePassword(context, { email: OFFICER, password: "not the password" }, null);
  expect(wrong.ok).toBe(false);
  for (const email of ["nobody@demo.example", neighbour.email, staff.email, "admin@demo.example"]) {
    expect(await givePassword(context, { email, password: PASSWORD }, null)).toEqual(wrong);
  }
});

test("R9: fifty attempts at once count as fifty, and all but the first few are not so much as looked at", async () => {
  const { context, db } = await demonstration();
  const attempts = Array.from({ length: 50 }, () => givePassword(context, { email: OFFICER, password: "wrong" }, null));
  const answers = await Promise.all(attempts);
  expect(answers.every(({ ok }) => !ok)).toBe(true);
  expect((await db.attempt.findMany()).map(({ count }) => count)).toEqual([50]);
  expect((await givePassword(context, { email: OFFICER, password: PASSWORD }, null)).ok).toBe(false);
});

test("R9: from the fifth failure on there is a wait that grows, ends, and outlives a restart", async () => {
  const { context, clock } = withClock((await demonstration()).context);
  const right = () => givePassword(context, { email: OFFICER, password: PASSWORD }, null);
  const wrong = () => givePassword(context, { email: OFFICER, password: "wrong" }, null);
  for (let attempt = 0; attempt < 5; attempt += 1) await wrong();
  // A process that starts anew knows it from the database.
  const restarted = withClock(context);
  expect((await givePassword(restarted.context, { email: OFFICER, password: PASSWORD }, null)).ok).toBe(false);
  clock.pass({ seconds: 31 });
  expect((await right()).ok).toBe(false);
  clock.pass({ seconds: 1 });
  expect((await right()).ok).toBe(true);
  for (let attempt = 0; attempt < 4; attempt += 1) await wrong();
  expect((await right()).ok).toBe(true);
});

test("R9: however often a stranger fails, the wait is a quarter of an hour at most, and live sessions go on", async () => {
  const { context, clock } = withClock((await demonstration()).context);
  const { cookie, session } = await signedIn(context, OFFICER);
  const wrong = () => givePassword(context, { email: OFFICER, password: "wrong" }, null);
  await Promise.all(Array.from({ length: 30 }, wrong));
  expect((await whoIs(context, cookie)).kind).toBe("signed in");
  clock.pass({ seconds: 32 });
  await wrong();
  expect((await giveCode(context, session, codeNow(context))).ok).toBe(true);
  clock.pass({ minutes: 14, seconds: 59 });
  expect((await givePassword(context, { email: OFFICER, password: PASSWORD }, null)).ok).toBe(false);
  clock.pass({ seconds: 1 });
  expect((await givePassword(context, { email: OFFICER, password: PASSWORD }, null)).ok).toBe(true);
});

test("R9: a browser that somebody has signed in with is counted by itself, and is no other’s or another person’s", async () => {
  const { context, officer, neighbour } = await demonstration();
  const own = sent(knownBrowser(context, officer.id));
  const give = (password: string, cookie: string | null) => givePassword(context, { email: OFFICER, password }, cookie);
  for (let attempt = 0; attempt < 20; attempt += 1) await give("wrong", null);
  const forged = [null, sent(knownBrowser(context, neighbour.id)), own.slice(0, -1), own.replace("=", "=x"), "known=."];
  for (const cookie of forged) expect([cookie, (await give(PASSWORD, cookie)).ok]).toEqual([cookie, false]);
  expect((await give(PASSWORD, `theme=dark; ${own}; other=1`)).ok).toBe(true);
  for (let attempt = 0; attempt < 5; attempt += 1) await give("wrong", own);
  expect((await give(PASSWORD, own)).ok).toBe(false);
  expect((await give(PASSWORD, sent(knownBrowser(context, officer.id)))).ok).toBe(true);
});

test("R9: whoever knows the password does not get more guesses at the code by giving it again", async () => {
  const { context } = await demonstration();
  const { session } = await givenPassword(context, OFFICER);
  for (let attempt = 0; attempt < 4; attempt += 1) {
    await giveCode(context, session, "000000");
    await givePassword(context, { email: OFFICER, password: PASSWORD }, null);
  }
  await giveCode(context, session, "000000");
  expect((await giveCode(context, session, codeNow(context))).ok).toBe(false);
  const { session: another } = await givenPassword(context, OFFICER);
  expect((await giveCode(context, another, codeNow(context))).ok).toBe(false);
});

test("R9: wrong codes of one person make nobody else wait", async () => {
  const { context } = await demonstration();
  const { session } = await givenPassword(context, OFFICER);
  for (let attempt = 0; attempt < 6; attempt += 1) await giveCode(context, session, "000000");
  expect((await giveCode(context, session, codeNow(context))).ok).toBe(false);
  expect((await signedIn(context, "officer2@demo.example")).cookie).toContain("sid=");
});

test("F16: a wait that a clock set which ran two hours ahead is none once it is put right", async () => {
  const world = (await demonstration()).context;
  const ahead = withClock(world, "2026-11-23T14:00:00Z").context;
  for (let attempt = 0; attempt < 20; attempt += 1)
    await givePassword(ahead, { email: OFFICER, password: "wrong" }, null);
  expect((await givePassword(ahead, { email: OFFICER, password: PASSWORD }, null)).ok).toBe(false);
  expect((await givePassword(world, { email: OFFICER, password: PASSWORD }, null)).ok).toBe(true);
});

test("R3: a password that stops being one while it is checked starts no session, and does not come back", async () => {
  const { context, db, officer } = await demonstration();
  const weaker = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
  await write(db, (tx) => setPassword(tx, officer.id, weaker));
  const checked = Promise.all(afterALine(6, () => givePassword(context, { email: OFFICER, password: PASSWORD }, null)));
  await vi.waitFor(async () => expect(await db.attempt.count()).toBe(1));
  await write(db, (tx) => forgetPassword(tx, officer.id));
  expect((await checked).map(({ ok }) => ok)).toEqual([false]);
  expect(await db.session.count()).toBe(0);
  const { passwordHash } = await db.person.findUniqueOrThrow({ where: { id: officer.id } });
  expect(passwordHash).toBeNull();
});

/** Asks once so many passwords stand in the line before it that something else can be done meanwhile. */
function afterALine<Answer>(length: number, ask: () => Promise<Answer>): Promise<Answer>[] {
  for (let place = 0; place < length; place += 1) void hashPassword("somebody else's password");
  return [ask()];
}

test("R1: a hash of older parameters is made anew when its password is given", async () => {
  const { context, db, officer } = await demonstration();
  const weaker = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
  await write(db, (tx) => setPassword(tx, officer.id, weaker));
  expect((await givePassword(context, { email: OFFICER, password: PASSWORD }, null)).ok).toBe(true);
  const { passwordHash } = await db.person.findUniqueOrThrow({ where: { id: officer.id } });
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect((await givePassword(context, { email: OFFICER, password: PASSWORD }, null)).ok).toBe(true);
});

test("R3: with the password alone nobody replaces an authenticator that is in use", async () => {
  const { context, db, officer } = await demonstration();
  await beginAuthenticator(context, officer);
  const { session } = await givenPassword(context, OFFICER);
  const begun = await authenticatorToSetUp(context, officer);
  const code = codeNow(context, begun?.key.replaceAll(" ", ""));
  expect((await setUpAuthenticator(context, session, code)).ok).toBe(false);
  expect(await db.authenticator.count({ where: { personId: officer.id, confirmedAt: { not: null } } })).toBe(1);
  const { session: whole } = await signedIn(context, OFFICER);
  expect((await setUpAuthenticator(context, whole, code)).ok).toBe(true);
});

test("R11: the database and its log hold no cookie, only its hash", async () => {
  const { context, url } = await demonstration();
  const { cookie } = await signedIn(context, OFFICER);
  const token = cookie.slice("sid=".length);
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  const path = url.slice("file:".length);
  for (const file of [path, `${path}-wal`]) {
    const bytes = readFileSync(file);
    expect(bytes.includes(token)).toBe(false);
    expect(bytes.includes(Buffer.from(token, "base64url"))).toBe(false);
  }
});

test("R12: every step of signing in, and choosing a trust, begins a new token and ends the old", async () => {
  const { context, db, officer, neighbour } = await demonstration();
  await write(db, (tx) => saveMembership(tx, officer.id, neighbour.trust.ods, "contributor"));
  const half = await givenPassword(context, OFFICER);
  const answer = await giveCode(context, half.session, codeNow(context));
  if (!answer.ok) throw new Error(answer.problem);
  const first = sent(answer.cookie);
  expect(await context.sessions.of(half.cookie)).toBeNull();
  const who = await whoIs(context, first);
  if (who.kind !== "signed in" || who.person.role !== "signatory") throw new Error("not signed in");
  const chosen = await chooseTrust(context, who.session, who.person, neighbour.trust.ods);
  expect(await context.sessions.of(first)).toBeNull();
  const now = await whoIs(context, sent(chosen ?? ""));
  expect(now.kind === "signed in" && now.person).toMatchObject({ role: "contributor", trust: neighbour.trust });
  expect(now.kind === "signed in" && now.session.createdAt).toEqual(who.session.createdAt);
});

test("R12: a session that was ended meanwhile does not go on under a new token", async () => {
  const { context, db, officer } = await demonstration();
  const { session } = await signedIn(context, OFFICER);
  await write(db, (tx) => context.sessions.endAll(tx, officer.id));
  await expect(chooseTrust(context, session, officer, officer.trust.ods)).rejects.toMatchObject({
    name: "SessionEnded",
  });
  expect(await db.session.count()).toBe(0);
});

test("R17: a trust that is not one's own cannot be chosen", async () => {
  const { context, officer, neighbour } = await demonstration();
  const { session } = await signedIn(context, OFFICER);
  expect(await chooseTrust(context, session, officer, neighbour.trust.ods)).toBeNull();
});

test("signing in again ends the session the browser had", async () => {
  const { context } = await demonstration();
  const { cookie } = await signedIn(context, OFFICER);
  await givePassword(context, { email: OFFICER, password: PASSWORD }, cookie);
  expect((await whoIs(context, cookie)).kind).toBe("nobody");
});

test("R13: a session ends 30 minutes after the last request, and 12 hours after it began", async () => {
  const { context, clock } = withClock((await demonstration()).context);
  const { cookie } = await signedIn(context, OFFICER);
  const kind = async () => (await whoIs(context, cookie)).kind;
  clock.pass({ minutes: 29, seconds: 59 });
  expect(await kind()).toBe("signed in");
  clock.pass({ minutes: 29, seconds: 59 });
  expect(await kind()).toBe("signed in");
  // Each request so far has begun another half-hour: 59:58 have gone by; 11:59:59 in steps of less than that.
  for (let step = 0; step < 22; step += 1) {
    clock.pass({ minutes: 29, seconds: 59 });
    expect(await kind()).toBe("signed in");
  }
  clock.pass({ seconds: 23 });
  expect(await kind()).toBe("signed in");
  clock.pass({ seconds: 1 });
  expect(await kind()).toBe("nobody");
});

test("R13: at 30:00 without a request it is over", async () => {
  const { context, clock } = withClock((await demonstration()).context);
  const { cookie } = await signedIn(context, OFFICER);
  clock.pass({ minutes: 30 });
  expect((await whoIs(context, cookie)).kind).toBe("nobody");
});

test("R13: a clock that runs backwards ends it", async () => {
  const { context, clock } = withClock((await demonstration()).context);
  const { cookie } = await signedIn(context, OFFICER);
  clock.pass({ hours: -2 });
  expect((await whoIs(context, cookie)).kind).toBe("nobody");
});

test("R14: signing out deletes the session, and fails where it cannot", async () => {
  const { context, db } = await demonstration();
  const { cookie, session } = await signedIn(context, OFFICER);
  await db.$executeRawUnsafe(
    `CREATE TRIGGER "stuck" BEFORE DELETE ON "Session" BEGIN SELECT RAISE(ABORT, 'stuck'); END`,
  );
  await expect(signOut(context, session)).rejects.toThrow();
  expect((await whoIs(context, cookie)).kind).toBe("signed in");
  await db.$executeRawUnsafe(`DROP TRIGGER "stuck"`);
  await signOut(context, session);
  expect(await db.session.count()).toBe(0);
  expect((await whoIs(context, cookie)).kind).toBe("nobody");
});

test("R14: whose access is ended, or whose trust's is, is nobody at the next request", async () => {
  const { context, db, officer, neighbour } = await demonstration();
  const mine = await signedIn(context, OFFICER);
  const theirs = await signedIn(context, neighbour.email);
  await db.person.update({ where: { id: officer.id }, data: { disabledAt: new Date() } });
  await db.trust.update({ where: { ods: neighbour.trust.ods }, data: { accessEndedAt: new Date() } });
  expect((await whoIs(context, mine.cookie)).kind).toBe("nobody");
  expect((await whoIs(context, theirs.cookie)).kind).toBe("nobody");
});

test("R14: whoever is taken from the trust they act for does not go on for another of theirs", async () => {
  const { context, db, officer, neighbour } = await demonstration();
  await write(db, (tx) => saveMembership(tx, officer.id, neighbour.trust.ods, "signatory"));
  const { cookie } = await signedIn(context, OFFICER);
  await db.membership.delete({ where: { personId_ods: { personId: officer.id, ods: officer.trust.ods } } });
  expect((await whoIs(context, cookie)).kind).toBe("nobody");
});

test("R31: signing in, and failing to, is written down", async () => {
  const { context, db, officer } = await demonstration();
  await givePassword(context, { email: OFFICER, password: "wrong" }, null);
  await signedIn(context, OFFICER);
  const entries = await db.auditEntry.findMany({ orderBy: { id: "desc" }, take: 3, select: { did: true, by: true } });
  expect(entries).toEqual([
    { did: "signed-in", by: officer.id },
    { did: "password-accepted", by: officer.id },
    { did: "sign-in-refused", by: officer.id },
  ]);
});
