import { expect, test } from "vitest";
import { findEntrant, findPerson } from "../../app/db/people";
import { write } from "../../app/db/write";
import { reportingYear } from "../../app/domain/calendar/reporting-year";
import { type Admin, isAdmin } from "../../app/domain/people/person";
import { askForHelp } from "../../app/journeys/account/ask-for-help";
import { askForNewEmail } from "../../app/journeys/account/change-email";
import { askForNewPassword } from "../../app/journeys/account/forgotten-password";
import { queueAccountLetter } from "../../app/journeys/account/letters";
import type { OwnDeed } from "../../app/journeys/account/letters/own-deeds";
import { clarify } from "../../app/journeys/chase/write-to-trust";
import { addTrust, changeFoundationRole, changeTrustRole, takeTrust } from "../../app/journeys/manage/change-role";
import { endAccess, restoreAccess } from "../../app/journeys/manage/end-access";
import { invite } from "../../app/journeys/manage/invite";
import { inviteAgain } from "../../app/journeys/manage/invite-again";
import { approve, waitingResets } from "../../app/journeys/manage/resets";
import { startReset } from "../../app/journeys/manage/start-reset";
import { endTrustAccess, restoreTrustAccess } from "../../app/journeys/manage/trust-access";
import { askClarification } from "../../app/journeys/submit/ask-clarification";
import { receiptLetter } from "../../app/journeys/submit/receipt-letter";
import { deedsOf } from "../support/audit";
import { demonstration, type World } from "../support/database";
import { lettersSent } from "../support/letters";
import { withClock } from "../support/people";

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
const OFFICER = "officer@demo.example";
const FOOT =
  "Zero to Two is run by the Parent-Infant Foundation. We never ask for your password or a code by email or telephone.";
const ASHENCOTE = "Ashencote Partnership NHS Trust (demo)";
const BEACONHITHE = "Beaconhithe Healthcare NHS Foundation Trust (demo)";

/** A world in which everything is asked for in Chrome on Windows. */
async function inChrome() {
  const world = await demonstration();
  const { context, clock } = withClock({ ...world.context, where: { ...world.context.where, agent: CHROME } });
  return { ...world, context, clock, admin: await adminOf(world) };
}

async function adminOf({ db }: Pick<World, "db">): Promise<Admin> {
  const data = { name: "Grace Hopper" };
  const { id } = await db.person.update({ where: { email: "admin@demo.example" }, data, select: { id: true } });
  const person = await findPerson(db, id);
  if (person === null || !isAdmin(person)) throw new Error("no admin");
  return person;
}

/** What was queued, as it arrives: to whom, and what it is about. */
async function told({ context }: Pick<World, "context">): Promise<(readonly [string, string])[]> {
  return (await lettersSent(context)).map(({ to, subject }) => [to, subject] as const);
}

/** The body of the one letter that was queued. */
async function theLetter({ context }: Pick<World, "context">): Promise<string> {
  const [letter, ...more] = await lettersSent(context);
  if (letter === undefined || more.length > 0) throw new Error("There is not one letter.");
  return letter.body;
}

test("an email about an account says whose, when, in which browser, what to do, and who writes", async () => {
  const world = await inChrome();
  const { context, db, officer } = world;
  await write(db, (tx) => queueAccountLetter(tx, context, officer, { about: "password changed" }));
  expect(await lettersSent(context)).toMatchObject([
    {
      to: OFFICER,
      subject: "Your password was changed – Zero to Two",
      body: [
        "Dear First officer",
        "The password of your Zero to Two account was changed, and every other browser was signed out.",
        "Account: officer@demo.example\nWhen: 23 November 2026 at 12:00\nBrowser: Chrome on Windows",
        "If you did not do this, email help@demo.example straight away.",
        FOOT,
      ].join("\n\n"),
    },
  ]);
});

const DEEDS: readonly OwnDeed[] = [
  { about: "password changed" },
  { about: "password reset" },
  { about: "authenticator replaced" },
  { about: "recovery code used", left: 0 },
  { about: "recovery codes renewed" },
  { about: "passkey added", name: "Work laptop" },
  { about: "passkey removed", name: "Work laptop" },
  { about: "email change asked", to: "nadia.khan@trust.example" },
  { about: "email changed", to: "nadia.khan@trust.example" },
  { about: "second-factor help asked", forTrust: true },
];
test.each(DEEDS)("so does that of $about, in summer time and by telephone as well", async (deed) => {
  const world = await demonstration();
  const context = {
    ...withClock(world.context, "2026-06-30T23:30:00Z").context,
    help: { email: "help@demo.example", phone: "020 7946 0000" },
  };
  await write(world.db, (tx) => queueAccountLetter(tx, context, world.officer, deed));
  const body = await theLetter({ context });
  // The browser is not known, so nothing is said of it.
  expect(body).toContain("\n\nAccount: officer@demo.example\nWhen: 1 July 2026 at 00:30\n\n");
  expect(body).toMatch(/If (you did not|it was not you).*email help@demo\.example or telephone 020 7946 0000/);
  expect(body.endsWith(`\n\n${FOOT}`)).toBe(true);
  expect(body).not.toContain("nadia.khan");
});

test("the address in use is told at once that another was asked for, and of that no more than its owner needs", async () => {
  const world = await inChrome();
  expect(await askForNewEmail(world.context, world.officer, "nadia.khan@trust.example")).toEqual({ problem: null });
  const letters = await lettersSent(world.context);
  const [old, link] = [OFFICER, "nadia.khan@trust.example"].map((address) => letters.find(({ to }) => to === address));
  expect(letters).toHaveLength(2);
  expect(old?.body).toContain("with n***@trust.example from now on. Nothing changes until that address is confirmed.");
  expect(old?.body).not.toContain("nadia.khan");
  expect(old?.body).not.toContain("/account/email/");
  expect(link?.body).toContain("New address: nadia.khan@trust.example\n");
  expect(link?.body).not.toContain(OFFICER);
});

test("the link for a new password says whose account, when and in which browser it was asked for", async () => {
  const world = await inChrome();
  await askForNewPassword(world.context, OFFICER);
  expect(await theLetter(world)).toContain(
    "Account: officer@demo.example\nWhen: 23 November 2026 at 12:00\nBrowser: Chrome on Windows\n",
  );
});

test("whoever asks for help gets an email that says what happens next, and so do the admins, once a day", async () => {
  const world = await inChrome();
  const { context, clock, db, officer } = world;
  const entrant = await findEntrant(db, officer.id);
  if (entrant === null) throw new Error("nobody");
  await askForHelp(context, entrant);
  await askForHelp(context, entrant);
  const letters = await lettersSent(context);
  expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
    ["admin@demo.example", "First officer cannot sign in and asks for help – Zero to Two"],
    [OFFICER, "We have your request for help with signing in – Zero to Two"],
  ]);
  expect(letters[0]?.body).toContain(
    `Account: officer@demo.example\nTrust: ${ASHENCOTE}\nWhen: 23 November 2026 at 12:00\nBrowser: Chrome on Windows\n`,
  );
  expect(letters[0]?.body).toContain(`/manage/people/${officer.id}`);
  expect(letters[1]?.body).toContain("What happens next:\n1. The Foundation makes sure that it is you.");
  expect(letters[1]?.body).toContain("your trust’s return");
  clock.pass({ hours: 24 });
  await askForHelp(context, entrant);
  expect(await told(world)).toHaveLength(2);
  expect(await deedsOf(db, officer.id)).toEqual(["factor-help-asked", "factor-help-asked"]);
});

test("an admin who asks for help is not told to help themselves", async () => {
  const world = await inChrome();
  const entrant = await findEntrant(world.db, world.admin.id);
  if (entrant === null) throw new Error("nobody");
  await askForHelp(world.context, entrant);
  expect(await told(world)).toEqual([
    ["admin@demo.example", "We have your request for help with signing in – Zero to Two"],
  ]);
});

test("somebody is told of every change to what they may do, once, and not by whom it was made", async () => {
  const world = await inChrome();
  const { context, admin, officer, staff } = world;
  const told: string[] = [];
  const after = async (changed: Promise<unknown>) => {
    await changed;
    const [letter, ...more] = await lettersSent(context);
    expect(more).toEqual([]);
    if (letter === undefined) throw new Error("Nobody was told.");
    told.push(`${letter.to}: ${letter.subject}`);
    expect(letter.body).toContain(`\n\nAccount: ${letter.to}\nWhen: 23 November 2026 at 12:00\n\n`);
    expect(letter.body).toContain(
      "If you did not expect this, or think that it is a mistake, email help@demo.example.",
    );
    // Neither who did it nor in which browser.
    expect(letter.body).not.toMatch(/Grace|Chrome/);
    return letter.body;
  };
  const to = { ods: "ZD01", role: "contributor" } as const;
  const role = await after(changeTrustRole(context, admin, officer.id, to));
  expect(role).toContain("You can prepare its return, which a signatory then declares.");
  await changeTrustRole(context, admin, officer.id, to);
  const added = await after(addTrust(context, admin, officer.id, { ods: "ZD02", role: "signatory" }));
  expect(added).toContain(
    `- ${BEACONHITHE}, as signatory: you can prepare its return and declare it on the trust’s behalf. Its return for 2025–26 is due by 2 December 2026.`,
  );
  const taken = await after(takeTrust(context, admin, officer.id, "ZD01"));
  expect(taken).toContain(`You can still act for:\n- ${BEACONHITHE}\n`);
  await takeTrust(context, admin, officer.id, "ZD01");
  expect(await after(endAccess(context, admin, officer.id))).toContain("You cannot sign in any more");
  await endAccess(context, admin, officer.id);
  expect(await after(restoreAccess(context, admin, officer.id))).toContain("http://localhost:3000/sign-in");
  await restoreAccess(context, admin, officer.id);
  const last = await after(takeTrust(context, admin, officer.id, "ZD02"));
  expect(last).toContain("You have no other trust to act for, so you cannot sign in at the moment.");
  await after(changeFoundationRole(context, admin, staff.id, "admin"));
  expect(told).toEqual([
    `${OFFICER}: Your role for ${ASHENCOTE} has changed – Zero to Two`,
    `${OFFICER}: You can now act for ${BEACONHITHE} – Zero to Two`,
    `${OFFICER}: You no longer act for ${ASHENCOTE} – Zero to Two`,
    `${OFFICER}: Your access has ended – Zero to Two`,
    `${OFFICER}: You can sign in again – Zero to Two`,
    `${OFFICER}: You no longer act for ${BEACONHITHE} – Zero to Two`,
    "staff@demo.example: Your role has changed – Zero to Two",
  ]);
});

test("nobody is told that they can sign in again who cannot", async () => {
  const world = await inChrome();
  const { context, admin, officer } = world;
  await takeTrust(context, admin, officer.id, "ZD01");
  await endAccess(context, admin, officer.id);
  await lettersSent(context);
  await restoreAccess(context, admin, officer.id);
  expect(await told(world)).toEqual([]);
});

test("everybody who acts for a trust is told when its access is ended and given back, and nobody else", async () => {
  const world = await inChrome();
  const { context, admin, officer, neighbour } = world;
  await addTrust(context, admin, neighbour.id, { ods: "ZD01", role: "contributor" });
  await lettersSent(context);
  await endTrustAccess(context, admin, "ZD01");
  await endTrustAccess(context, admin, "ZD01");
  const ended = await lettersSent(context);
  expect(ended.map(({ to, subject }) => [to, subject])).toEqual([
    [officer.email, `Access has ended for ${ASHENCOTE} – Zero to Two`],
    [neighbour.email, `Access has ended for ${ASHENCOTE} – Zero to Two`],
  ]);
  expect(ended[0]?.body).toContain("You have no other trust to act for");
  expect(ended[1]?.body).toContain(`You can still act for:\n- ${BEACONHITHE}\n`);
  await endAccess(context, admin, neighbour.id);
  await lettersSent(context);
  await restoreTrustAccess(context, admin, "ZD01");
  await restoreTrustAccess(context, admin, "ZD01");
  expect(await told(world)).toEqual([[officer.email, `You can act for ${ASHENCOTE} again – Zero to Two`]]);
});

test("an invitation says for which trust, what the role is for, by when its return is due, and how long the link works", async () => {
  const world = await inChrome();
  const { context, admin } = world;
  const ann = { email: "ann@demo.example", name: "Ann Other", role: "signatory", trust: "ZD01" };
  await invite(context, admin, ann);
  const [letter] = await lettersSent(context);
  expect(letter?.subject).toBe(`Set up your account for ${ASHENCOTE} – Zero to Two`);
  const inRest = letter?.body
    .replace(/\/invitation\/[\w-]{43}/, "/invitation/TOKEN")
    .replace(/\d{3} \d{3}\n/, "CODE\n")
    .split("\n\n");
  expect(inRest).toEqual([
    "Dear Ann Other",
    "The Parent-Infant Foundation invites you to Zero to Two, its yearly survey of how many children aged 0–2 the mental health trusts of England see.",
    `You are to act for:\n- ${ASHENCOTE}, as signatory: you can prepare its return and declare it on the trust’s behalf. Its return for 2025–26 is due by 2 December 2026.`,
    [
      "1. Open this link: http://localhost:3000/invitation/TOKEN",
      "2. Enter this code: CODE",
      "3. Choose a password, and set up an app that shows codes, such as Microsoft Authenticator, Google Authenticator or the Passwords app of an iPhone.",
    ].join("\n"),
    "It takes about five minutes. Have your phone ready.",
    "You will sign in with: ann@demo.example\nThe link works once, until: 30 November 2026 at 12:00",
    "If you are not the right person, or did not expect this, please email help@demo.example, so that we can ask the right person.",
    FOOT,
  ]);
  await invite(context, admin, { ...ann, trust: "ZD02", role: "contributor" });
  const [both] = await lettersSent(context);
  expect(both?.subject).toBe("Set up your account – Zero to Two");
  expect(both?.body).toMatch(/\n- Ashencote .*, as signatory: .*\n- Beaconhithe .*, as contributor: .*\n\n/);
  await invite(context, admin, { ...ann, email: "new-staff@demo.example", role: "staff", trust: "" });
  const own = (await lettersSent(context)).find(({ to }) => to === "new-staff@demo.example");
  expect(own?.body).toContain(
    "You will be Foundation staff: you can follow up and check the returns of trusts, and release rounds.",
  );
});

test("an invitation says that a return was due, and nothing of one that was sent or stands still", async () => {
  const late = await inChrome();
  late.clock.pass({ hours: 24 * 30 });
  const ann = { email: "ann@demo.example", name: "Ann Other", role: "contributor", trust: "ZD01" };
  await invite(late.context, late.admin, ann);
  expect(await theLetter(late)).toContain("Its return for 2025–26 was due by 2 December 2026.");

  const asked = await inChrome();
  const words = { words: "Do you count referrals or children?", formId: crypto.randomUUID() };
  await askClarification(asked.context, asked.officer, reportingYear("2025-26"), words);
  await lettersSent(asked.context);
  await invite(asked.context, asked.admin, ann);
  expect(await theLetter(asked)).not.toContain("due by");

  const answered = await inChrome();
  await invite(answered.context, answered.admin, { ...ann, trust: "ZD31" });
  expect(await theLetter(answered)).not.toContain("due by");
});

test("R10: a reset is told to who is asked to approve it and to its owner, whose invitation is to set up again", async () => {
  const world = await inChrome();
  const { context, admin, staff, officer } = world;
  await startReset(context, admin, officer.id);
  expect(await theLetter(world)).toContain(
    `Grace Hopper has started to reset how First officer signs in. Nothing changes unless a second person of the Foundation approves it by 24 November 2026 at 12:00.\n\nAccount: officer@demo.example\nTrust: ${ASHENCOTE}\nWhen: 23 November 2026 at 12:00\n\n`,
  );
  const [waiting] = await waitingResets(context, staff);
  await approve(context, staff, waiting?.reset.id ?? "");
  const letters = await lettersSent(context);
  expect(letters.map(({ subject }) => subject).toSorted()).toEqual([
    "Set up your sign-in again – Zero to Two",
    "Your sign-in was reset – Zero to Two",
  ]);
  for (const { body } of letters) {
    expect(body).toContain("somebody may be pretending to be you: email help@demo.example straight away.");
    expect(body).not.toContain("invites you");
    expect(body).not.toMatch(/Grace|Foundation staff|Chrome/);
  }
  await inviteAgain(context, admin, officer.id);
  expect(await told(world)).toEqual([[OFFICER, "Set up your sign-in again – Zero to Two"]]);
});

test("the emails about a return have the same foot, and say how to get help", async () => {
  const world = await inChrome();
  const words = { words: "Do you count referrals or children?", formId: crypto.randomUUID() };
  await askClarification(world.context, world.officer, reportingYear("2025-26"), words);
  const asked = await theLetter(world);
  const year = reportingYear("2025-26");
  const request = { year, ods: "ZD01" };
  await clarify(world.context, world.staff, request, { words: "Children.", formId: crypto.randomUUID() });
  const answered = await theLetter(world);
  const receipt = receiptLetter(world.context, world.officer, year, { reference: "ZD01-2526-1", version: 1 });
  expect(receipt.subject).toBe("Received: return for 2025–26, reference ZD01-2526-1 – Zero to Two");
  for (const body of [asked, answered, receipt.body]) {
    expect(body.endsWith(`\n\nIf you have a question, email help@demo.example.\n\n${FOOT}`)).toBe(true);
  }
});
