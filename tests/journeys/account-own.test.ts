import { expect, test } from "vitest";
import { findLink } from "../../app/db/email-links";
import { findPerson } from "../../app/db/people";
import { askForNewEmail, changeEmail, newEmailOf } from "../../app/journeys/account/change-email";
import { changePassword } from "../../app/journeys/account/change-password";
import { changeDetails } from "../../app/journeys/account/details";
import { askForNewPassword } from "../../app/journeys/account/forgotten-password";
import { ownAccount } from "../../app/journeys/account/own-account";
import { giveCode } from "../../app/journeys/account/second-factor";
import {
  authenticatorToSetUp,
  beginAuthenticator,
  renewRecoveryCodes,
  setUpAuthenticator,
} from "../../app/journeys/account/set-up-authenticator";
import { givePassword } from "../../app/journeys/account/sign-in";
import { whoIs } from "../../app/journeys/account/who-is";
import type { Context } from "../../app/journeys/context";
import { deedsOf, lettersTo } from "../support/audit";
import { demonstration, PASSWORD } from "../support/database";
import { codeNow, givenPassword, sent, sessionOf, signedIn, withClock } from "../support/people";

const OFFICER = "officer@demo.example";
const NEW = "new.officer@demo.example";
const BETTER = "lantern orchard quietly paddle";

const signsIn = async (context: Context, email: string, password: string) =>
  (await givePassword(context, { email, password }, null)).ok;

/** The token in the last letter to an address: only the letter holds it. */
async function tokenTo({ db, sealing }: Context, to: string): Promise<string> {
  const letter = await db.letter.findFirstOrThrow({ where: { to, sealed: true }, orderBy: { queuedAt: "desc" } });
  const text = new TextDecoder().decode(sealing.open(letter.body, `letter:${letter.key}`));
  return /\/account\/email\/([\w-]+)/.exec(text)?.[1] ?? "";
}

test("R12: a new password takes the place of the old, ends other sessions, and goes on under a new token", async () => {
  const { context, db, officer } = await demonstration();
  const other = await givenPassword(context, OFFICER);
  const { session, cookie } = await signedIn(context, OFFICER);
  await askForNewPassword(context, OFFICER);
  const answer = await changePassword(context, session, officer, { current: PASSWORD, password: BETTER });
  if (!answer.ok) throw new Error(answer.problem);
  expect((await whoIs(context, cookie)).kind).toBe("nobody");
  expect((await whoIs(context, other.cookie)).kind).toBe("nobody");
  expect((await whoIs(context, sent(answer.cookie))).kind).toBe("signed in");
  expect(await signsIn(context, OFFICER, PASSWORD)).toBe(false);
  expect(await signsIn(context, OFFICER, BETTER)).toBe(true);
  expect(await lettersTo(db, OFFICER)).toContain("Your password was changed – Zero to Two");
  expect(await deedsOf(db, officer.id)).toContain("password-changed");
  expect(await db.emailLink.count()).toBe(0);
});

test("R2: a password is not changed for itself, which costs no attempt", async () => {
  const { context, db, officer } = await demonstration();
  const { session } = await signedIn(context, OFFICER);
  const answer = await changePassword(context, session, officer, { current: PASSWORD, password: PASSWORD });
  expect(answer).toEqual({
    ok: false,
    field: "password",
    problem: "The new password is the same as the current one. Choose a different one.",
  });
  expect(await db.attempt.count()).toBe(0);
  expect(await deedsOf(db, officer.id)).not.toContain("password-changed");
});

test("a name and a job title are corrected, for their owner and nobody else, and the log says that and not what", async () => {
  const { context, db, officer, neighbour } = await demonstration();
  const before = await db.person.findUniqueOrThrow({ where: { id: neighbour.id } });
  expect(await changeDetails(context, officer, { name: "Nadia Officer", jobTitle: "" })).toEqual([]);
  expect(await findPerson(db, officer.id)).toMatchObject({ name: "Nadia Officer", jobTitle: "", email: OFFICER });
  expect(await db.person.findUniqueOrThrow({ where: { id: neighbour.id } })).toEqual(before);
  const entry = await db.auditEntry.findFirstOrThrow({ where: { did: "details-changed" } });
  expect(entry).toMatchObject({ by: officer.id, about: officer.id, outcome: "done", detail: "{}" });
});

test("a name that is saved as it was is no change", async () => {
  const { context, db, officer } = await demonstration();
  expect(await changeDetails(context, officer, officer)).toEqual([]);
  expect(await db.auditEntry.count({ where: { did: "details-changed" } })).toBe(0);
});

test("F15: a name that is corrected is one line, and is not empty", async () => {
  const { context, db, officer } = await demonstration();
  const fields = async (said: { name: string; jobTitle: string }) =>
    (await changeDetails(context, officer, said)).map(({ field }) => field);
  expect(await fields({ name: "", jobTitle: "" })).toEqual(["name"]);
  expect(await fields({ name: "Ann <ann@trust.example>", jobTitle: "Head\nof all" })).toEqual(["name", "jobTitle"]);
  expect(await fields({ name: "Ann", jobTitle: "x".repeat(121) })).toEqual(["jobTitle"]);
  expect(await findPerson(db, officer.id)).toMatchObject({ name: officer.name, jobTitle: officer.jobTitle });
});

test("R9: wrong passwords make the right one wait, change nothing, and leave signing in elsewhere alone", async () => {
  const { context, db, officer } = await demonstration();
  const { session } = await signedIn(context, OFFICER);
  const change = (current: string) => changePassword(context, session, officer, { current, password: BETTER });
  for (let tries = 0; tries < 5; tries++)
    expect(await change("not the password")).toMatchObject({ ok: false, field: "current" });
  expect(await change(PASSWORD)).toMatchObject({ ok: false, field: "current" });
  expect(await db.attempt.findMany({ where: { count: 6 } })).toHaveLength(1);
  expect((await givenPassword(context, OFFICER)).cookie).toContain("sid=");
  expect((await deedsOf(db, officer.id)).filter((did) => did === "password-changed!")).toHaveLength(6);
  expect(await lettersTo(db, OFFICER)).toEqual([]);
});

test("a right password forgives the wrong ones before it", async () => {
  const { context, db, officer } = await demonstration();
  const { session } = await signedIn(context, OFFICER);
  await changePassword(context, session, officer, { current: "not the password", password: BETTER });
  const answer = await changePassword(context, session, officer, { current: PASSWORD, password: BETTER });
  expect(answer.ok).toBe(true);
  expect(await db.attempt.findMany()).toEqual([]);
});

test("R2: a new password follows the rules, which costs no attempt", async () => {
  const { context, db, officer } = await demonstration();
  const { session } = await signedIn(context, OFFICER);
  for (const password of ["short", "first officer", "x".repeat(257)]) {
    const answer = await changePassword(context, session, officer, { current: PASSWORD, password });
    expect(answer).toMatchObject({ ok: false, field: "password" });
  }
  expect(await db.attempt.count()).toBe(0);
});

test("R5: new recovery codes make the old void, are counted, and end other sessions", async () => {
  const { context, db, officer } = await demonstration();
  const { session } = await signedIn(context, OFFICER);
  const first = await renewRecoveryCodes(context, session, officer);
  const { session: next } = { session: await sessionOf(context, sent(first.cookie)) };
  const other = await givenPassword(context, OFFICER);
  const second = await renewRecoveryCodes(context, next, officer);
  expect((await whoIs(context, other.cookie)).kind).toBe("nobody");
  expect((await whoIs(context, sent(first.cookie))).kind).toBe("nobody");
  expect((await whoIs(context, sent(second.cookie))).kind).toBe("signed in");
  expect(new Set([...first.codes, ...second.codes]).size).toBe(20);

  const give = async (code = "") => giveCode(context, (await givenPassword(context, OFFICER)).session, code);
  expect(await give(first.codes[0])).toMatchObject({ ok: false });
  expect((await ownAccount(context, officer)).recoveryCodesLeft).toBe(10);
  expect(await give(second.codes[0])).toMatchObject({ ok: true });
  expect(await give(second.codes[0])).toMatchObject({ ok: false });
  expect((await ownAccount(context, officer)).recoveryCodesLeft).toBe(9);
  expect((await lettersTo(db, OFFICER)).slice(0, 2)).toEqual([
    "You have new recovery codes – Zero to Two",
    "You have new recovery codes – Zero to Two",
  ]);
});

test("R12: the app in use counts until a code of the new one was given, and never after it", async () => {
  const { clock, context } = withClock((await demonstration()).context);
  const { session } = await signedIn(context, OFFICER);
  const person = { id: session.personId, email: OFFICER };
  await beginAuthenticator(context, person);
  const key = (await authenticatorToSetUp(context, person))?.key.replaceAll(" ", "") ?? "";
  clock.pass({ minutes: 1 });
  expect((await signedIn(context, OFFICER)).session.personId).toBe(session.personId);

  expect(await setUpAuthenticator(context, session, "000000")).toMatchObject({ ok: false });
  const answer = await setUpAuthenticator(context, session, codeNow(context, key));
  if (!answer.ok) throw new Error(answer.problem);
  expect(answer.recoveryCodes).toHaveLength(10);
  expect((await ownAccount(context, person)).authenticatorSince).toEqual(clock.now());
  clock.pass({ minutes: 1 });
  const half = await givenPassword(context, OFFICER);
  expect(await giveCode(context, half.session, codeNow(context))).toMatchObject({ ok: false });
  expect(await giveCode(context, half.session, codeNow(context, key))).toMatchObject({ ok: true });
});

test("R7: looking at the link of a new address changes nothing, and using it works once", async () => {
  const { context, db, officer } = await demonstration();
  const { session } = await signedIn(context, OFFICER);
  const other = await givenPassword(context, OFFICER);
  expect(await askForNewEmail(context, officer, ` ${NEW.toUpperCase()} `)).toEqual({ problem: null });
  const token = await tokenTo(context, NEW);
  for (let looks = 0; looks < 5; looks++) expect(await newEmailOf(context, officer, token)).toBe(NEW);
  expect(await signsIn(context, OFFICER, PASSWORD)).toBe(true);

  const [first, second] = await Promise.all([
    changeEmail(context, session, officer, token),
    changeEmail(context, session, officer, token),
  ]);
  expect([first.kind, second.kind].sort()).toEqual(["changed", "no link"]);
  expect((await whoIs(context, other.cookie)).kind).toBe("nobody");
  expect(await signsIn(context, OFFICER, PASSWORD)).toBe(false);
  expect(await signsIn(context, NEW, PASSWORD)).toBe(true);
  expect(await lettersTo(db, OFFICER)).toEqual([
    "Somebody asked to change your email address – Zero to Two",
    "Your email address was changed – Zero to Two",
  ]);
  expect(await lettersTo(db, NEW)).toEqual(["Confirm your new email address – Zero to Two"]);
  expect(await deedsOf(db, officer.id)).toEqual(expect.arrayContaining(["email-change-asked", "email-changed"]));
});

test("R12: after a new address the session goes on under a new token", async () => {
  const { context, officer } = await demonstration();
  const { session, cookie } = await signedIn(context, OFFICER);
  await askForNewEmail(context, officer, NEW);
  const answer = await changeEmail(context, session, officer, await tokenTo(context, NEW));
  if (answer.kind !== "changed") throw new Error(answer.kind);
  expect((await whoIs(context, cookie)).kind).toBe("nobody");
  expect(await whoIs(context, sent(answer.cookie))).toMatchObject({ kind: "signed in", person: { email: NEW } });
});

test("R7: the token of a new address is stored as its fingerprint, lasts an hour, and a newer one voids it", async () => {
  const { clock, context } = withClock((await demonstration()).context);
  const { session } = await signedIn(context, OFFICER);
  const who = await whoIs(
    context,
    (await signedIn(withClock(context, "2026-11-23T12:01:00Z").context, OFFICER)).cookie,
  );
  if (who.kind !== "signed in") throw new Error("nobody");
  await askForNewEmail(context, who.person, NEW);
  const first = await tokenTo(context, NEW);
  expect(await findLink(context.db, "email", first, clock.now())).toBeNull();
  clock.pass({ seconds: 1 });
  await askForNewEmail(context, who.person, NEW);
  const second = await tokenTo(context, NEW);
  expect(second).not.toBe(first);
  expect(await changeEmail(context, session, who.person, first)).toEqual({ kind: "no link" });
  clock.pass({ minutes: 59, seconds: 59 });
  expect(await newEmailOf(context, who.person, second)).toBe(NEW);
  clock.pass({ seconds: 1 });
  expect(await newEmailOf(context, who.person, second)).toBeNull();
  expect(await changeEmail(context, session, who.person, second)).toEqual({ kind: "no link" });
});

test("R8: an address of another account gets the same answer, and no letter; one's own address is told alike", async () => {
  const { context, db, officer } = await demonstration();
  expect(await askForNewEmail(context, officer, "officer2@demo.example")).toEqual({ problem: null });
  expect(await lettersTo(db, OFFICER)).toEqual(["Somebody asked to change your email address – Zero to Two"]);
  expect(await lettersTo(db, "officer2@demo.example")).toEqual([]);
  expect(await db.emailLink.count()).toBe(0);
});

test("what is no address, or the one there is, is said", async () => {
  const { context, officer } = await demonstration();
  expect((await askForNewEmail(context, officer, "name@")).problem).toContain("as in name@example.nhs.uk");
  expect((await askForNewEmail(context, officer, "a@b.example,c@d.example")).problem).toContain("Enter an email");
  expect((await askForNewEmail(context, officer, OFFICER.toUpperCase())).problem).toContain("already");
});

test("of two who take the same address one has it, and the other keeps theirs", async () => {
  const { context, officer, neighbour } = await demonstration();
  const own = await signedIn(context, OFFICER);
  const others = await signedIn(context, "officer2@demo.example");
  await askForNewEmail(context, officer, NEW);
  const first = await tokenTo(context, NEW);
  await context.db.letter.deleteMany({ where: { to: NEW } });
  await askForNewEmail(context, neighbour, NEW);
  const second = await tokenTo(context, NEW);
  const kinds = await Promise.all([
    changeEmail(context, own.session, officer, first),
    changeEmail(context, others.session, neighbour, second),
  ]);
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(["changed", "taken"]);
  expect(await context.db.person.count({ where: { email: NEW } })).toBe(1);
});

test("R17: nobody uses, or sees, the link of another", async () => {
  const { context, officer, neighbour } = await demonstration();
  const { session } = await signedIn(context, "officer2@demo.example");
  await askForNewEmail(context, officer, NEW);
  const token = await tokenTo(context, NEW);
  expect(await newEmailOf(context, neighbour, token)).toBeNull();
  expect(await changeEmail(context, session, neighbour, token)).toEqual({ kind: "no link" });
  expect(await newEmailOf(context, officer, token)).toBe(NEW);
});
