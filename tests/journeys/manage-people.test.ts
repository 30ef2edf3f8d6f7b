import { expect, test } from "vitest";
import { addAuthenticator } from "../../app/db/factors";
import { findPerson, savePerson } from "../../app/db/people";
import { write } from "../../app/db/write";
import { readSearch } from "../../app/domain/audit/search";
import { standingOf } from "../../app/domain/people/account";
import { type Admin, isAdmin, type Staff } from "../../app/domain/people/person";
import { forEveryone } from "../../app/guards.server";
import { askForHelp } from "../../app/journeys/account/ask-for-help";
import { askForNewPassword, canSetPassword } from "../../app/journeys/account/forgotten-password";
import { acceptInvitation, invitationOf } from "../../app/journeys/account/invitation";
import { whoIs } from "../../app/journeys/account/who-is";
import { addTrust, changeFoundationRole, changeTrustRole, takeTrust } from "../../app/journeys/manage/change-role";
import { endAccess, restoreAccess } from "../../app/journeys/manage/end-access";
import { exportAudit } from "../../app/journeys/manage/export-audit";
import { exportPeople } from "../../app/journeys/manage/export-people";
import { invite } from "../../app/journeys/manage/invite";
import { inviteAgain } from "../../app/journeys/manage/invite-again";
import { makeAdmin } from "../../app/journeys/manage/make-admin";
import { people, personFile } from "../../app/journeys/manage/people";
import { approve, askedForHelp, cancel, howManyWait, waitingResets } from "../../app/journeys/manage/resets";
import { startReset } from "../../app/journeys/manage/start-reset";
import { endTrustAccess, restoreTrustAccess } from "../../app/journeys/manage/trust-access";
import { AccessChanged } from "../../app/journeys/manage/write-as";
import { demonstration, type World } from "../support/database";
import { codeIn, lettersSent, tokenIn } from "../support/letters";
import { givenPassword, sent, signedIn, withClock } from "../support/people";

const NEWCOMER = { email: "ann@demo.example", name: "Ann Other", role: "contributor", trust: "ZD03" };
const ACCEPTANCE = { name: "Ann Other", jobTitle: "", password: "plum lantern seventeen" };

/** A world whose clock can be put on, and its admin. */
async function managed() {
  const world = await demonstration();
  const { context, clock } = withClock(world.context);
  return { ...world, context, clock, admin: await adminOf(world, "admin@demo.example") };
}

async function adminOf({ db }: Pick<World, "db">, email: string): Promise<Admin> {
  const { id } = await db.person.findUniqueOrThrow({ where: { email }, select: { id: true } });
  const person = await findPerson(db, id);
  if (person === null || !isAdmin(person)) throw new Error(`${email} is no admin.`);
  return person;
}

/** Another admin, who can sign in as the demonstration's own do. */
async function secondAdmin(world: Pick<World, "db" | "context">): Promise<Admin> {
  const { db, context } = world;
  const { passwordHash } = await db.person.findUniqueOrThrow({ where: { email: "admin@demo.example" } });
  const row = {
    email: "second@demo.example",
    name: "Second admin",
    role: "admin",
    jobTitle: "",
    passwordHash,
  } as const;
  await write(db, async (tx) => {
    const id = await savePerson(tx, row);
    await addAuthenticator(tx, id, "sealed", new Date(context.clock.now().getTime() - 48 * 60 * 60_000));
  });
  return adminOf(world, row.email);
}

async function invited(world: Awaited<ReturnType<typeof managed>>, typed: Partial<typeof NEWCOMER> = {}) {
  const answer = await invite(world.context, world.admin, { ...NEWCOMER, ...typed });
  if (answer.kind === "problems") throw new Error(answer.problems.map(({ message }) => message).join("\n"));
  return answer.id;
}

async function standing({ context }: Pick<World, "context">, id: string) {
  return (await personFile(context, id))?.account.standing;
}

async function deeds({ db }: Pick<World, "db">, about: string): Promise<string[]> {
  const entries = await db.auditEntry.findMany({ where: { about }, orderBy: { id: "asc" }, select: { did: true } });
  return entries.map(({ did }) => did);
}

test("an invitation is one letter to one address, and its owner comes in with it", async () => {
  const world = await managed();
  const id = await invited(world, { email: " Ann@Demo.Example " });
  expect(await standing(world, id)).toBe("invited");
  const letters = await lettersSent(world.context);
  expect(letters.map(({ to }) => to)).toEqual(["ann@demo.example"]);
  const [letter = { body: "" }] = letters;
  const accepted = await acceptInvitation(world.context, tokenIn(letter), { ...ACCEPTANCE, code: codeIn(letter) });
  expect(accepted.kind).toBe("accepted");
  expect(await standing(world, id)).toBe("set-up");
  expect(await deeds(world, id)).toEqual(["person-invited", "invitation-accepted"]);
});

test("R7, F23: a link looked at five times and accepted twice at once lets in one", async () => {
  const world = await managed();
  await invited(world);
  const [letter = { body: "" }] = await lettersSent(world.context);
  const token = tokenIn(letter);
  for (let look = 0; look < 5; look += 1) {
    expect((await invitationOf(world.context, token))?.email).toBe("ann@demo.example");
  }
  const given = { ...ACCEPTANCE, code: codeIn(letter) };
  const answers = await Promise.all([
    acceptInvitation(world.context, token, given),
    acceptInvitation(world.context, token, given),
  ]);
  expect(answers.map(({ kind }) => kind).sort()).toEqual(["accepted", "no invitation"]);
  expect(await invitationOf(world.context, token)).toBeNull();
});

test("R7: ten wrong codes make an invitation void, however many come at once", async () => {
  const world = await managed();
  const id = await invited(world);
  const [letter = { body: "" }] = await lettersSent(world.context);
  const right = Number(codeIn(letter));
  const guesses = Array.from({ length: 30 }, (_, more) => `${(right + 1 + more) % 1_000_000}`.padStart(6, "0"));
  const answers = await Promise.all(
    [...guesses, codeIn(letter)].map((code) =>
      acceptInvitation(world.context, tokenIn(letter), { ...ACCEPTANCE, code }),
    ),
  );
  expect(answers.map(({ kind }) => kind)).toEqual([
    ...Array.from({ length: 9 }, () => "problems"),
    // The tenth wrong one, and whatever comes after it, be it right.
    ...Array.from({ length: 22 }, () => "no invitation"),
  ]);
  expect(await standing(world, id)).toBe("closed");
  expect(await inviteAgain(world.context, world.admin, id)).toEqual({ kind: "done" });
});

test("R7: from the seventh wrong code on it is said how many tries are left; what is not six digits is no try", async () => {
  const world = await managed();
  await invited(world);
  const [letter = { body: "" }] = await lettersSent(world.context);
  const wrong = codeIn(letter) === "000000" ? "000001" : "000000";
  const said = async (code: string) => {
    const answer = await acceptInvitation(world.context, tokenIn(letter), { ...ACCEPTANCE, code });
    return answer.kind === "problems" ? answer.problems.map(({ message }) => message) : answer.kind;
  };
  for (const code of ["", " ", "12345", "1234567", "abcdef"]) {
    expect(await said(code)).toEqual(["Enter the six digits from the email."]);
  }
  for (let tries = 1; tries <= 6; tries += 1) {
    expect(await said(wrong)).toEqual(["That is not the code in the email. Enter its six digits."]);
  }
  const left = (times: string) => [
    `That is not the code in the email. You can try ${times}; then you need a new invitation.`,
  ];
  expect(await said(wrong)).toEqual(left("3 more times"));
  expect(await said(wrong)).toEqual(left("2 more times"));
  expect(await said(wrong)).toEqual(left("once more"));
  expect(await said(wrong)).toBe("no invitation");
});

test("F15: the name and the job title of whoever accepts are one line each, and the right code may be sent again", async () => {
  const world = await managed();
  const id = await invited(world);
  const [letter = { body: "" }] = await lettersSent(world.context);
  const accept = (typed: Partial<typeof ACCEPTANCE>) =>
    acceptInvitation(world.context, tokenIn(letter), { ...ACCEPTANCE, ...typed, code: codeIn(letter) });
  const refused = await accept({ name: "Ann\n\nYour password expires today", jobTitle: "Officer <b>" });
  expect(refused).toEqual({
    kind: "problems",
    problems: [
      {
        field: "name",
        message: "Write your name on one line, without angle brackets or invisible characters.",
      },
      {
        field: "jobTitle",
        message: "Write your job title on one line, without angle brackets or invisible characters.",
      },
    ],
  });
  expect((await accept({ jobTitle: "Officer" })).kind).toBe("accepted");
  const row = await world.db.person.findUniqueOrThrow({ where: { id }, select: { name: true, jobTitle: true } });
  expect(row).toEqual({ name: "Ann Other", jobTitle: "Officer" });
});

test("R7: a newer invitation makes the older one void, and after seven days either is", async () => {
  const world = await managed();
  const id = await invited(world);
  const [first = { body: "" }] = await lettersSent(world.context);
  world.clock.pass({ hours: 1 });
  expect(await inviteAgain(world.context, world.admin, id)).toEqual({ kind: "done" });
  const [second = { body: "" }] = await lettersSent(world.context);
  expect(await invitationOf(world.context, tokenIn(first))).toBeNull();
  expect(await invitationOf(world.context, tokenIn(second))).not.toBeNull();
  world.clock.pass({ hours: 7 * 24 });
  expect(await invitationOf(world.context, tokenIn(second))).toBeNull();
  expect(await standing(world, id)).toBe("expired");
});

test("F9: the same invitation sent twenty times at once is one person and one letter", async () => {
  const world = await managed();
  const answers = await Promise.all(Array.from({ length: 20 }, () => invite(world.context, world.admin, NEWCOMER)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]?.kind).toBe("invited");
  expect(await lettersSent(world.context)).toHaveLength(1);
});

test("inviting again once the invitation has expired sends another", async () => {
  const world = await managed();
  const id = await invited(world);
  world.clock.pass({ hours: 7 * 24 });
  expect(await invited(world)).toBe(id);
  expect(await standing(world, id)).toBe("invited");
  const staff = { email: "new-staff@demo.example", role: "staff", trust: "" };
  const staffId = await invited(world, staff);
  world.clock.pass({ hours: 7 * 24 });
  expect(await invited(world, staff)).toBe(staffId);
  expect(await standing(world, staffId)).toBe("invited");
});

test("an account gets a further trust and a letter that says so; who was only invited gets a new invitation", async () => {
  const world = await managed();
  const { officer } = world;
  const answer = await invite(world.context, world.admin, { ...NEWCOMER, email: officer.email, trust: "ZD02" });
  expect(answer).toEqual({ kind: "added", id: officer.id });
  const [told] = await lettersSent(world.context);
  expect(told).toMatchObject({ to: officer.email });
  expect(told?.subject).toMatch(/^You can now act for /);
  expect(await findPerson(world.db, officer.id, "ZD02")).toMatchObject({ role: "contributor", name: officer.name });
  const id = await invited(world);
  const [first = { body: "" }] = await lettersSent(world.context);
  expect(await invited(world, { trust: "ZD04", role: "signatory" })).toBe(id);
  const [second = { body: "" }] = await lettersSent(world.context);
  expect(second.body).toMatch(/, as contributor: .*\n- .*, as signatory: /);
  expect(await invitationOf(world.context, tokenIn(first))).toBeNull();
  expect(await invitationOf(world.context, tokenIn(second))).not.toBeNull();
});

const refusals: readonly (readonly [string, Partial<typeof NEWCOMER>, string, RegExp])[] = [
  ["the Foundation's people act for no trust", { email: "staff@demo.example" }, "email", /nobody of the Foundation/],
  [
    "a trust's people are not of the Foundation",
    { email: "officer@demo.example", role: "staff", trust: "" },
    "email",
    /acts for a trust/,
  ],
  [
    "a role is changed on the person's page",
    { email: "staff@demo.example", role: "admin", trust: "" },
    "email",
    /on their page/,
  ],
  [
    "a trust's role is changed there too",
    { email: "officer@demo.example", trust: "ZD01" },
    "trust",
    /already, as signatory/,
  ],
  ["a trust has to be in the register", { trust: "ZZZZ" }, "trust", /from the list/],
  ["F15: one address", { email: "ann@demo.example, bob@demo.example" }, "email", /one email address/],
];
test.each(refusals)("an invitation is refused: %s", async (_, typed, field, words) => {
  const world = await managed();
  const answer = await invite(world.context, world.admin, { ...NEWCOMER, ...typed });
  if (answer.kind !== "problems") throw new Error("It was not refused.");
  expect(answer.problems).toHaveLength(1);
  expect(answer.problems[0]?.field).toBe(field);
  expect(answer.problems[0]?.message).toMatch(words);
  expect(await lettersSent(world.context)).toEqual([]);
});

test("R14: ending somebody's access ends their sessions at the next request, and every link they were sent", async () => {
  const world = await managed();
  const { context, admin, officer } = world;
  const { cookie } = await signedIn(context, officer.email);
  await askForNewPassword(context, officer.email);
  const [reset = { body: "" }] = await lettersSent(context);
  expect(await canSetPassword(context, tokenIn(reset))).toBe(true);
  expect(await endAccess(context, admin, officer.id)).toEqual({ kind: "done" });
  expect(await endAccess(context, admin, officer.id)).toEqual({ kind: "done" });
  expect((await whoIs(context, cookie)).kind).toBe("nobody");
  expect(await context.db.session.count({ where: { personId: officer.id } })).toBe(0);
  expect(await canSetPassword(context, tokenIn(reset))).toBe(false);
  await expect(givenPassword(context, officer.email)).rejects.toThrow();
  expect(await deeds(world, officer.id)).toContain("access-ended");
  expect((await deeds(world, officer.id)).filter((did) => did === "access-ended")).toHaveLength(1);
  const again = await invite(context, admin, { ...NEWCOMER, email: officer.email });
  expect(again.kind === "problems" && again.problems[0]?.message).toMatch(/access was ended/);
  expect(await restoreAccess(context, admin, officer.id)).toEqual({ kind: "done" });
  world.clock.pass({ minutes: 1 });
  expect((await signedIn(context, officer.email)).session.personId).toBe(officer.id);
});

test("an invitation that was open when access ended opens nothing after it is given back", async () => {
  const world = await managed();
  const id = await invited(world);
  const [letter = { body: "" }] = await lettersSent(world.context);
  await endAccess(world.context, world.admin, id);
  expect((await inviteAgain(world.context, world.admin, id)).kind).toBe("problem");
  await restoreAccess(world.context, world.admin, id);
  expect(await invitationOf(world.context, tokenIn(letter))).toBeNull();
  expect(await standing(world, id)).toBe("closed");
  expect(await invited(world)).toBe(id);
  expect(await standing(world, id)).toBe("invited");
});

test("nobody ends their own access, or changes their own role", async () => {
  const world = await managed();
  await secondAdmin(world);
  expect((await endAccess(world.context, world.admin, world.admin.id)).kind).toBe("problem");
  expect((await changeFoundationRole(world.context, world.admin, world.admin.id, "staff")).kind).toBe("problem");
  expect(await standing(world, world.admin.id)).toBe("active");
});

test("the last admin stays: of two who end each other's access, or role, at the same time, one does", async () => {
  for (const change of [
    endAccess,
    (context: World["context"], by: Admin, id: string) => changeFoundationRole(context, by, id, "staff"),
  ]) {
    const world = await managed();
    const other = await secondAdmin(world);
    const answers = await Promise.allSettled([
      change(world.context, world.admin, other.id),
      change(world.context, other, world.admin.id),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const left = await world.db.person.count({ where: { role: "admin", disabledAt: null } });
    expect(left).toBe(1);
  }
});

/** What an admin does, each as somebody who is asked for it with the request of a moment ago. */
const DEEDS: Readonly<Record<string, (world: Awaited<ReturnType<typeof managed>>, by: Admin) => Promise<unknown>>> = {
  "invite somebody": ({ context }, by) => invite(context, by, NEWCOMER),
  "invite somebody again": ({ context, officer }, by) => inviteAgain(context, by, officer.id),
  "change a role": ({ context, officer }, by) =>
    changeTrustRole(context, by, officer.id, { ods: "ZD01", role: "contributor" }),
  "add a trust": ({ context, officer }, by) => addTrust(context, by, officer.id, { ods: "ZD02", role: "signatory" }),
  "take a trust": ({ context, officer }, by) => takeTrust(context, by, officer.id, "ZD01"),
  "make an admin": ({ context, staff }, by) => changeFoundationRole(context, by, staff.id, "admin"),
  "end access": ({ context, officer }, by) => endAccess(context, by, officer.id),
  "restore access": ({ context, officer }, by) => restoreAccess(context, by, officer.id),
  "end a trust's access": ({ context }, by) => endTrustAccess(context, by, "ZD01"),
  "restore a trust's access": ({ context }, by) => restoreTrustAccess(context, by, "ZD01"),
  "start a reset": ({ context, officer }, by) => startReset(context, by, officer.id),
  "approve a reset": ({ context }, by) => approve(context, by, "a reset"),
  "cancel a reset": ({ context }, by) => cancel(context, by, "a reset"),
  "export people": ({ context }, by) => exportPeople(context, by),
  "export the audit log": ({ context }, by) =>
    exportAudit(
      context,
      by,
      readSearch(() => null),
    ),
};
test.each(Object.keys(DEEDS))(
  "R12: whoever is no admin any more does not %s with what they sent before",
  async (name) => {
    const world = await managed();
    const { context, admin, db } = world;
    const other = await secondAdmin(world);
    for (const change of [
      () => changeFoundationRole(context, admin, other.id, "staff"),
      () => endAccess(context, admin, other.id),
      async () => {
        await db.person.update({
          where: { id: other.id },
          data: { role: "admin", disabledAt: null, passwordHash: null },
        });
      },
    ]) {
      await change();
      const before = await db.auditEntry.count();
      await expect(DEEDS[name]?.(world, other)).rejects.toThrow(/^Your own access was changed/);
      expect(await db.auditEntry.count()).toBe(before);
    }
  },
);

test("R12: whoever is no admin any more is told so, by a refusal", async () => {
  const { context } = await managed();
  const called = forEveryone(async () => {
    throw new AccessChanged();
  });
  const cookies = { current: () => null, set: () => undefined };
  const request = new Request("http://localhost:3000/manage/people", { method: "POST" });
  const answer = await called({ request, params: {}, context: { app: context, cookies } }).catch((thrown) => thrown);
  if (!(answer instanceof Response)) throw answer;
  expect(answer.status).toBe(403);
  expect(await answer.text()).toMatch(/^Your own access was changed after you opened this page, so nothing was done\./);
});

test("R12: a changed role, and a trust taken away, end the sessions that were begun with it", async () => {
  const world = await managed();
  const { context, admin, officer } = world;
  const before = await signedIn(context, officer.email);
  const to = { ods: "ZD01", role: "contributor" } as const;
  expect(await changeTrustRole(context, admin, officer.id, to)).toEqual({ kind: "done" });
  expect((await whoIs(context, before.cookie)).kind).toBe("nobody");
  expect(await findPerson(context.db, officer.id)).toMatchObject({ role: "contributor" });
  expect((await changeTrustRole(context, admin, officer.id, { ...to, ods: "ZD02" })).kind).toBe("problem");

  world.clock.pass({ minutes: 1 });
  const after = await signedIn(context, officer.email);
  expect(await addTrust(context, admin, officer.id, { ods: "ZD02", role: "signatory" })).toEqual({ kind: "done" });
  expect((await whoIs(context, after.cookie)).kind).toBe("signed in");
  expect(await takeTrust(context, admin, officer.id, "ZD01")).toEqual({ kind: "done" });
  expect((await whoIs(context, after.cookie)).kind).toBe("nobody");
  expect(await takeTrust(context, admin, officer.id, "ZD02")).toEqual({ kind: "done" });
  expect(await standing(world, officer.id)).toBe("no-trust");
  expect((await deeds(world, officer.id)).filter((did) => !did.startsWith("signed"))).toEqual([
    "role-changed",
    "trust-added",
    "trust-taken",
    "trust-taken",
  ]);
});

test("R12: an admin made of somebody of the staff signs in again", async () => {
  const world = await managed();
  const { context, admin, staff } = world;
  const { cookie } = await signedIn(context, staff.email);
  expect(await changeFoundationRole(context, admin, staff.id, "admin")).toEqual({ kind: "done" });
  expect((await whoIs(context, cookie)).kind).toBe("nobody");
  expect(await findPerson(context.db, staff.id)).toMatchObject({ role: "admin" });
  expect((await changeFoundationRole(context, admin, world.officer.id, "admin")).kind).toBe("problem");
});

test("R14: ending a trust's access ends the sessions of those acting for it, and of nobody else", async () => {
  const world = await managed();
  const { context, admin, officer, neighbour } = world;
  const [own, other] = [await signedIn(context, officer.email), await signedIn(context, neighbour.email)];
  expect(await endTrustAccess(context, admin, "ZD01")).toEqual({ kind: "done" });
  expect((await whoIs(context, own.cookie)).kind).toBe("nobody");
  expect(await context.db.session.count({ where: { personId: officer.id } })).toBe(0);
  expect((await whoIs(context, other.cookie)).kind).toBe("signed in");
  expect(await standing(world, officer.id)).toBe("no-trust");
  const invitation = await invite(context, admin, { ...NEWCOMER, trust: "ZD01" });
  expect(invitation.kind === "problems" && invitation.problems[0]?.field).toBe("trust");
  expect(await context.db.person.count({ where: { email: NEWCOMER.email } })).toBe(0);
  expect((await addTrust(context, admin, neighbour.id, { ods: "ZD01", role: "contributor" })).kind).toBe("problem");
  expect(await restoreTrustAccess(context, admin, "ZD01")).toEqual({ kind: "done" });
  expect(await standing(world, officer.id)).toBe("active");
  expect(await deeds(world, "ZD01")).toEqual(["trust-access-ended", "trust-access-restored"]);
  expect(await endTrustAccess(context, admin, "ZZZZ")).toEqual({ kind: "nobody" });
});

/** The one reset that waits. */
async function onlyReset({ context, staff }: Pick<World, "context" | "staff">) {
  const [waiting] = await waitingResets(context, staff);
  if (waiting === undefined) throw new Error("There is no reset.");
  return waiting.reset;
}

/** A reset of the officer's account, and who could approve it. */
async function resetStarted() {
  const world = await managed();
  expect(await startReset(world.context, world.admin, world.officer.id)).toEqual({ kind: "done" });
  return { ...world, reset: await onlyReset(world) };
}

test("R10: a reset waits for a second person, then forgets every credential and invites the owner anew", async () => {
  const world = await resetStarted();
  const { context, admin, staff, officer, reset } = world;
  const { cookie } = await signedIn(context, officer.email);
  expect((await lettersSent(context)).map(({ to }) => to)).toEqual([staff.email]);
  expect(await standing(world, officer.id)).toBe("active");
  await askForNewPassword(context, officer.email);
  const [password = { body: "" }] = await lettersSent(context);

  expect(await approve(context, staff, reset.id)).toEqual({ kind: "done" });
  expect(await approve(context, staff, reset.id)).toEqual({ kind: "done" });
  expect((await whoIs(context, cookie)).kind).toBe("nobody");
  expect(await standing(world, officer.id)).toBe("invited");
  expect(await canSetPassword(context, tokenIn(password))).toBe(false);
  await expect(givenPassword(context, officer.email)).rejects.toThrow();
  const letters = await lettersSent(context);
  expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
    [officer.email, "Your sign-in was reset – Zero to Two"],
    [officer.email, "Set up your sign-in again – Zero to Two"],
  ]);
  const entry = await context.db.auditEntry.findFirstOrThrow({ where: { did: "factor-reset-approved" } });
  expect(entry).toMatchObject({ by: staff.id, about: officer.id });
  expect(JSON.parse(entry.detail)).toEqual({ reset: reset.id, startedBy: admin.id });

  const letter = letters[1] ?? { body: "" };
  const given = { ...ACCEPTANCE, code: codeIn(letter) };
  expect((await acceptInvitation(context, tokenIn(letter), given)).kind).toBe("accepted");
  expect(await standing(world, officer.id)).toBe("set-up");
});

test("R10: neither who started a reset nor whose account it is can approve it, nor somebody of a trust", async () => {
  const world = await managed();
  const { context, admin, staff, officer } = world;
  const other = await secondAdmin(world);
  await startReset(context, admin, other.id);
  const reset = await onlyReset(world);
  const by = (person: Staff) => approve(context, person, reset.id);
  expect(await by(admin)).toMatchObject({ kind: "problem", problem: expect.stringMatching(/^You started/) });
  expect(await by(other)).toMatchObject({ kind: "problem", problem: expect.stringMatching(/your own account/) });
  await expect(by({ ...staff, id: officer.id })).rejects.toThrow(AccessChanged);
  expect((await by(staff)).kind).toBe("done");
});

test("R10: an admin alone is not both people of a reset: whom they invite is told to the others, and waits a day", async () => {
  const world = await managed();
  const { context, admin, staff, officer, db } = world;
  const puppetId = await invited(world, { email: "puppet@demo.example", name: "A puppet", role: "staff", trust: "" });
  const letters = await lettersSent(context);
  expect(letters.map(({ to }) => to).sort()).toEqual(["puppet@demo.example", staff.email]);
  expect(letters.find(({ to }) => to === staff.email)?.body).toMatch(
    /Foundation admin has invited A puppet to Zero to Two as Foundation staff.*Account: puppet@demo\.example/s,
  );
  const { passwordHash } = await db.person.findUniqueOrThrow({ where: { id: admin.id } });
  await write(db, async (tx) => {
    await tx.person.update({ where: { id: puppetId }, data: { passwordHash } });
    await addAuthenticator(tx, puppetId, "sealed", context.clock.now());
  });
  const puppet = { ...staff, id: puppetId };
  world.clock.pass({ hours: 23, minutes: 59 });
  await startReset(context, admin, officer.id);
  const early = await onlyReset(world);
  world.clock.pass({ hours: 1 });
  expect(await approve(context, puppet, early.id)).toMatchObject({
    kind: "problem",
    problem: expect.stringMatching(/less than a day before/),
  });
  expect((await waitingResets(context, puppet))[0]?.whyNot).toMatch(/less than a day before/);
  expect((await waitingResets(context, staff))[0]?.whyNot).toBeNull();
  expect(await standing(world, officer.id)).toBe("active");
});

test("R10: of two who approve a reset at the same time one does", async () => {
  const world = await resetStarted();
  const { context, staff, officer, reset } = world;
  const other = await secondAdmin(world);
  await lettersSent(context);
  const answers = await Promise.all([approve(context, staff, reset.id), approve(context, other, reset.id)]);
  expect(answers.map(({ kind }) => kind).sort()).toEqual(["done", "problem"]);
  expect(await lettersSent(context)).toHaveLength(2);
  expect((await deeds(world, officer.id)).filter((did) => did === "factor-reset-approved")).toHaveLength(1);
});

test("a reset that waited for 24 hours, was cancelled, or whose starter is no admin any more, cannot be approved", async () => {
  const late = await resetStarted();
  late.clock.pass({ hours: 24 });
  expect(await waitingResets(late.context, late.staff)).toEqual([]);
  expect((await approve(late.context, late.staff, late.reset.id)).kind).toBe("problem");

  const called = await resetStarted();
  expect(await cancel(called.context, called.staff, called.reset.id)).toEqual({ kind: "done" });
  expect((await approve(called.context, called.staff, called.reset.id)).kind).toBe("problem");
  expect(await standing(called, called.officer.id)).toBe("active");

  const left = await resetStarted();
  const other = await secondAdmin(left);
  await endAccess(left.context, other, left.admin.id);
  expect(await waitingResets(left.context, left.staff)).toEqual([]);
  expect((await approve(left.context, left.staff, left.reset.id)).kind).toBe("problem");
  expect(await standing(left, left.officer.id)).toBe("active");
});

test("an account has one open reset, and the same form again finds it", async () => {
  const world = await resetStarted();
  const { context, admin, officer } = world;
  const other = await secondAdmin(world);
  expect(await startReset(context, admin, officer.id)).toEqual({ kind: "done" });
  expect((await startReset(context, other, officer.id)).kind).toBe("problem");
  expect(await context.db.factorReset.count()).toBe(1);
  expect((await startReset(context, admin, admin.id)).kind).toBe("problem");
  const id = await invited(world);
  expect((await startReset(context, admin, id)).kind).toBe("problem");
});

test("a request for help is seen until a reset is started, its owner signs in, or seven days have passed", async () => {
  const asked = async () => {
    const world = await managed();
    const { context, officer } = world;
    await askForHelp(context, { ...officer, trustNames: [], hasFactor: true });
    expect((await askedForHelp(context)).map(({ id }) => id)).toEqual([officer.id]);
    expect((await personFile(context, officer.id))?.askedForHelpAt).toEqual(new Date("2026-11-23T12:00:00Z"));
    expect(await howManyWait(context)).toBe(1);
    return world;
  };
  const seen = await asked();
  await startReset(seen.context, seen.admin, seen.officer.id);
  expect(await askedForHelp(seen.context)).toEqual([]);
  expect(await howManyWait(seen.context)).toBe(1);
  await cancel(seen.context, seen.admin, (await onlyReset(seen)).id);
  expect(await howManyWait(seen.context)).toBe(0);

  const found = await asked();
  await signedIn(found.context, found.officer.email);
  expect(await howManyWait(found.context)).toBe(0);

  const late = await asked();
  late.clock.pass({ hours: 7 * 24 });
  expect(await askedForHelp(late.context)).toEqual([]);
  expect((await personFile(late.context, late.officer.id))?.askedForHelpAt).toBeNull();

  const ended = await asked();
  await endAccess(ended.context, ended.admin, ended.officer.id);
  expect(await howManyWait(ended.context)).toBe(0);
});

test("an id of nobody is nobody's, and changes nobody", async () => {
  const { context, admin, staff } = await managed();
  const nobody = { kind: "nobody" };
  expect(await personFile(context, "nobody")).toBeNull();
  expect(await inviteAgain(context, admin, "nobody")).toEqual(nobody);
  expect(await endAccess(context, admin, "")).toEqual(nobody);
  expect(await restoreAccess(context, admin, "nobody")).toEqual(nobody);
  expect(await takeTrust(context, admin, "nobody", "ZD01")).toEqual(nobody);
  expect(await changeFoundationRole(context, admin, "nobody", "admin")).toEqual(nobody);
  expect(await startReset(context, admin, "nobody")).toEqual(nobody);
  expect(await approve(context, staff, "nobody")).toEqual(nobody);
});

test("R18: what is listed of people holds no hash, seed or token", async () => {
  const world = await managed();
  await invited(world);
  const shown = JSON.stringify(await people(world.context));
  expect(shown).toContain("ann@demo.example");
  const rows = await world.db.person.findMany({ include: { authenticators: true, links: true } });
  const secrets = rows.flatMap(({ passwordHash, authenticators, links }) => [
    ...(passwordHash === null ? [] : [passwordHash]),
    ...authenticators.map(({ seed }) => seed),
    ...links.flatMap(({ tokenSha256, codeSha256 }) => [tokenSha256, codeSha256 ?? tokenSha256]),
  ]);
  expect(secrets.length).toBeGreaterThan(8);
  expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
});

test("R35: the export holds everybody with role, trust, state, last sign-in and second factor, and is recorded", async () => {
  const world = await managed();
  await invited(world);
  await signedIn(world.context, world.officer.email);
  const file = await exportPeople(world.context, world.admin);
  expect(file).toContain("First officer,officer@demo.example,Signatory,ZD01,");
  expect(file).toMatch(/officer@demo\.example,.*,open,Active,,,,2026-11-23T12:00:00\.000Z,yes,0\r\n/);
  expect(file).toMatch(/Ann Other,ann@demo\.example,Contributor,ZD03,.*,open,Invited,2026-11-23T12:00:00\.000Z,/);
  const { detail, by } = await world.db.auditEntry.findFirstOrThrow({ where: { did: "people-exported" } });
  expect({ by, detail }).toEqual({ by: world.admin.id, detail: '{"people":5}' });
});

test("the command makes an admin by an invitation that no letter holds", async () => {
  const world = await managed();
  const { context } = world;
  const made = await makeAdmin(context, " First@Foundation.example");
  if (!made.ok) throw new Error(made.problem);
  expect(made).toMatchObject({ email: "first@foundation.example", expiresAt: new Date("2026-11-30T12:00:00Z") });
  expect(await lettersSent(context)).toEqual([]);
  const token = tokenIn({ body: made.link });
  const accepted = await acceptInvitation(context, token, { ...ACCEPTANCE, code: made.code });
  if (accepted.kind !== "accepted") throw new Error(accepted.kind);
  expect((await whoIs(context, sent(accepted.cookie))).kind).toBe("pending");
  expect((await makeAdmin(context, "officer@demo.example")).ok).toBe(false);
  expect((await makeAdmin(context, "staff@demo.example")).ok).toBe(false);
  expect((await makeAdmin(context, "nobody")).ok).toBe(false);
});

test("an admin invited by the command loses password and factors once they accept, and not before", async () => {
  const world = await managed();
  const { context, db, admin } = world;
  const made = await makeAdmin(context, admin.email);
  if (!made.ok) throw new Error(made.problem);
  const { cookie } = await signedIn(context, admin.email);
  await db.recoveryCode.create({ data: { personId: admin.id, hash: "hash" } });
  await db.passkey.create({
    data: {
      id: "key",
      personId: admin.id,
      publicKey: new Uint8Array([1]),
      counter: 0,
      name: "A key",
      createdAt: context.clock.now(),
    },
  });
  expect(await standing(world, admin.id)).toBe("active");
  const accepted = await acceptInvitation(context, tokenIn({ body: made.link }), { ...ACCEPTANCE, code: made.code });
  expect(accepted.kind).toBe("accepted");
  expect((await whoIs(context, cookie)).kind).toBe("nobody");
  await expect(givenPassword(context, admin.email)).rejects.toThrow();
  const account = (await personFile(context, admin.id))?.account;
  expect(account).toMatchObject({ hasAuthenticator: false, passkeys: 0 });
  expect(account && standingOf(account, context.clock.now())).toBe("set-up");
  expect(await db.recoveryCode.count({ where: { personId: admin.id } })).toBe(0);
});
