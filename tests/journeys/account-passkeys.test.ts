import { expect, test } from "vitest";
import type { Person } from "../../app/domain/people/person";
import {
  addOwnPasskey,
  askForNewPasskey,
  ownPasskeys,
  removeOwnPasskey,
} from "../../app/journeys/account/own-passkeys";
import { askForPasskey, givePasskey, hasPasskey } from "../../app/journeys/account/prove-passkey";
import { giveCode } from "../../app/journeys/account/second-factor";
import { whoIs } from "../../app/journeys/account/who-is";
import type { Context } from "../../app/journeys/context";
import type { Session } from "../../app/platform/sessions";
import { deedsOf, lettersTo } from "../support/audit";
import { demonstration } from "../support/database";
import { makePasskey, type TestPasskey } from "../support/passkey";
import { codeNow, givenPassword, sent, sessionOf, signedIn, withClock } from "../support/people";

const OFFICER = "officer@demo.example";
const NEIGHBOUR = "officer2@demo.example";

/** The demonstration by a clock that goes on, and its officer with a passkey, signed in. */
async function withPasskey() {
  const world = await demonstration();
  const { clock, context } = withClock(world.context);
  const { session } = await signedIn(context, OFFICER);
  const { passkey, session: after } = await added(context, session, world.officer);
  clock.pass({ minutes: 1 });
  return { ...world, clock, context, passkey, session: after };
}

async function added(context: Context, session: Session, person: Person, name = "Work laptop") {
  const { challenge } = await askForNewPasskey(context, session, person);
  const passkey = makePasskey(challenge);
  const answer = await addOwnPasskey(context, session, person, { name, credential: passkey.made });
  if (!answer.ok) throw new Error(answer.problem);
  return { passkey, session: await sessionOf(context, sent(answer.cookie)) };
}

async function challengeFor(context: Context, session: Session): Promise<string> {
  const options = await askForPasskey(context, session);
  if (options === null) throw new Error("There is no passkey to ask for.");
  return options.challenge;
}

test("R6: a passkey is made for this site, for somebody who shows who they are, and not twice on one device", async () => {
  const { context, session, officer, passkey } = await withPasskey();
  expect(await askForNewPasskey(context, session, officer)).toMatchObject({
    rp: { id: "localhost", name: "Zero to Two" },
    user: { name: OFFICER, displayName: "First officer" },
    attestation: "none",
    authenticatorSelection: { userVerification: "required", residentKey: "preferred" },
    excludeCredentials: [{ id: passkey.id, transports: ["internal"] }],
  });
});

test("R6, R12: adding one is told and written down, ends other sessions, and goes on under a new token", async () => {
  const { context, officer, db } = await demonstration();
  const other = await givenPassword(context, OFFICER);
  const { session, cookie } = await signedIn(context, OFFICER);
  const { session: after } = await added(context, session, officer);
  expect((await whoIs(context, cookie)).kind).toBe("nobody");
  expect((await whoIs(context, other.cookie)).kind).toBe("nobody");
  expect(after.personId).toBe(officer.id);
  expect(await ownPasskeys(context, officer)).toMatchObject([{ name: "Work laptop", lastUsedAt: null }]);
  expect(await lettersTo(db, OFFICER)).toEqual(["A passkey was added – Zero to Two"]);
  expect((await deedsOf(db, officer.id)).at(-1)).toBe("passkey-added");
});

test.each([
  ["another site", { origin: "https://elsewhere.example" }],
  ["the same host at another port", { origin: "http://localhost:3001" }],
  ["another relying party", { rpId: "elsewhere.example" }],
  ["nobody who showed who they are", { verified: false }],
  ["a proof in place of a new one", { type: "webauthn.get" as const }],
])("R6: a new passkey from %s is refused", async (_, how) => {
  const { context, officer } = await demonstration();
  const { session } = await signedIn(context, OFFICER);
  const { challenge } = await askForNewPasskey(context, session, officer);
  const credential = makePasskey(challenge, how).made;
  expect(await addOwnPasskey(context, session, officer, { name: "x", credential })).toMatchObject({ ok: false });
  expect(await ownPasskeys(context, officer)).toEqual([]);
});

test("R6: what a new passkey is made for is used up by it, is the session's alone, and lasts five minutes", async () => {
  const { context, clock, session, officer, neighbour, passkey } = await withPasskey();
  const add = (by: Session, person: Person, one: TestPasskey) =>
    addOwnPasskey(context, by, person, { name: "Again", credential: one.made });
  expect(await add(session, officer, passkey)).toMatchObject({ ok: false });

  const { challenge } = await askForNewPasskey(context, session, officer);
  const other = await signedIn(context, NEIGHBOUR);
  expect(await add(other.session, neighbour, makePasskey(challenge))).toMatchObject({ ok: false });

  clock.pass({ minutes: 5 });
  expect(await add(session, officer, makePasskey(challenge))).toMatchObject({ ok: false });
  expect(await ownPasskeys(context, officer)).toHaveLength(1);
  expect(await ownPasskeys(context, neighbour)).toEqual([]);
});

test("R6: a passkey has a name", async () => {
  const { context, officer } = await demonstration();
  const { session } = await signedIn(context, OFFICER);
  for (const [name, problem] of [
    [" ", "Give the passkey a name"],
    ["x".repeat(61), "longer than 60 characters"],
  ] as const) {
    const { challenge } = await askForNewPasskey(context, session, officer);
    const answer = await addOwnPasskey(context, session, officer, { name, credential: makePasskey(challenge).made });
    expect(answer).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  }
});

test("R6: a passkey signs in after the password, and clears what had failed before", async () => {
  const { context, officer, passkey, db } = await withPasskey();
  const { session, cookie } = await givenPassword(context, OFFICER);
  expect(await giveCode(context, session, "000000")).toMatchObject({ ok: false });
  expect(await askForPasskey(context, session)).toMatchObject({
    rpId: "localhost",
    userVerification: "required",
    allowCredentials: [{ id: passkey.id }],
  });
  const answer = await givePasskey(context, session, passkey.prove(await challengeFor(context, session)));
  if (!answer.ok) throw new Error(answer.problem);
  expect(await whoIs(context, sent(answer.cookie))).toMatchObject({ kind: "signed in", person: { id: officer.id } });
  expect((await whoIs(context, cookie)).kind).toBe("nobody");
  expect(await db.attempt.count()).toBe(0);
  expect((await deedsOf(db, officer.id)).at(-1)).toBe("signed-in");
  expect((await ownPasskeys(context, officer))[0]?.lastUsedAt).toEqual(context.clock.now());
});

test("R6, R15: a passkey confirms that it is you", async () => {
  const { context, clock, session, passkey, db } = await withPasskey();
  clock.pass({ minutes: 20 });
  const answer = await givePasskey(context, session, passkey.prove(await challengeFor(context, session)));
  if (!answer.ok) throw new Error(answer.problem);
  expect((await sessionOf(context, sent(answer.cookie))).factorAt).toEqual(clock.now());
  expect((await deedsOf(db, session.personId)).at(-1)).toBe("identity-confirmed");
});

test("R6: a proof is taken once, however it fares", async () => {
  const { context, passkey } = await withPasskey();
  const { session } = await givenPassword(context, OFFICER);
  const proof = passkey.prove(await challengeFor(context, session));
  const answers = await Promise.all([givePasskey(context, session, proof), givePasskey(context, session, proof)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);

  const { session: next } = await givenPassword(context, OFFICER);
  expect(await givePasskey(context, next, proof)).toMatchObject({ ok: false });
  const challenge = await challengeFor(context, next);
  expect(await givePasskey(context, next, passkey.prove(challenge, { verified: false }))).toMatchObject({ ok: false });
  expect(await givePasskey(context, next, passkey.prove(challenge))).toMatchObject({ ok: false });
});

test.each([
  ["for another site", { origin: "https://elsewhere.example" }],
  ["for another relying party", { rpId: "elsewhere.example" }],
  ["by nobody who showed who they are", { verified: false }],
  ["as a new passkey", { type: "webauthn.create" as const }],
])("R6: a proof %s is refused", async (_, how) => {
  const { context, officer, passkey, db } = await withPasskey();
  const { session } = await givenPassword(context, OFFICER);
  const proof = passkey.prove(await challengeFor(context, session), how);
  expect(await givePasskey(context, session, proof)).toMatchObject({ ok: false });
  expect((await deedsOf(db, officer.id)).at(-1)).toBe("factor-refused!");
});

test("R6: a counter that does not go on is refused, since the key may have been copied", async () => {
  const { context, passkey } = await withPasskey();
  const give = async (counter: number) => {
    const { session } = await givenPassword(context, OFFICER);
    return (await givePasskey(context, session, passkey.prove(await challengeFor(context, session), { counter }))).ok;
  };
  expect(await give(7)).toBe(true);
  expect(await give(7)).toBe(false);
  expect(await give(6)).toBe(false);
  expect(await give(0)).toBe(false);
  expect(await give(8)).toBe(true);
});

test("R6: many a passkey never counts, and that is no reason to refuse it", async () => {
  const { context, passkey } = await withPasskey();
  for (const _ of [1, 2]) {
    const { session } = await givenPassword(context, OFFICER);
    const proof = passkey.prove(await challengeFor(context, session), { counter: 0 });
    expect(await givePasskey(context, session, proof)).toMatchObject({ ok: true });
  }
});

test("R6: another's passkey opens nothing, and neither does another's challenge", async () => {
  const { context, passkey, neighbour } = await withPasskey();
  const signedInNeighbour = await signedIn(context, NEIGHBOUR);
  const { passkey: theirs } = await added(context, signedInNeighbour.session, neighbour);
  const { session } = await givenPassword(context, NEIGHBOUR);
  const { session: officers } = await givenPassword(context, OFFICER);
  expect(await givePasskey(context, session, passkey.prove(await challengeFor(context, session)))).toMatchObject({
    ok: false,
  });
  const foreign = theirs.prove(await challengeFor(context, officers));
  await challengeFor(context, session);
  expect(await givePasskey(context, session, foreign)).toMatchObject({ ok: false });
});

test("R6: what is asked lasts five minutes, and asking again makes it void", async () => {
  const { context, clock, passkey } = await withPasskey();
  const { session } = await givenPassword(context, OFFICER);
  const first = await challengeFor(context, session);
  await challengeFor(context, session);
  expect(await givePasskey(context, session, passkey.prove(first))).toMatchObject({ ok: false });
  const third = await challengeFor(context, session);
  clock.pass({ minutes: 5 });
  expect(await givePasskey(context, session, passkey.prove(third))).toMatchObject({ ok: false });
});

test("R6, R9: failures count like those of codes, and the wait they bring holds for passkeys too", async () => {
  const { context, passkey } = await withPasskey();
  const { session } = await givenPassword(context, OFFICER);
  for (let tries = 0; tries < 5; tries++) {
    expect(await givePasskey(context, session, { nothing: "of the kind" })).toMatchObject({ ok: false });
  }
  const proof = passkey.prove(await challengeFor(context, session));
  expect(await givePasskey(context, session, proof)).toMatchObject({ ok: false });
});

test("R6: a passkey stands beside the authenticator and never instead of it", async () => {
  const { context, db, officer, passkey } = await withPasskey();
  const { session } = await givenPassword(context, OFFICER);
  const challenge = await challengeFor(context, session);
  await db.authenticator.deleteMany({ where: { personId: officer.id } });
  expect(await hasPasskey(context, officer.id)).toBe(false);
  expect(await askForPasskey(context, session)).toBeNull();
  expect(await givePasskey(context, session, passkey.prove(challenge))).toMatchObject({ ok: false });
});

test("R6, R12: a removed passkey opens nothing, which is told and written down; nobody removes another's", async () => {
  const { context, db, officer, neighbour, session, passkey } = await withPasskey();
  const theirs = await signedIn(context, NEIGHBOUR);
  expect(await removeOwnPasskey(context, theirs.session, neighbour, passkey.id)).toBeNull();
  expect(await ownPasskeys(context, officer)).toHaveLength(1);

  const half = await givenPassword(context, OFFICER);
  const proof = passkey.prove(await challengeFor(context, half.session));
  const cookie = await removeOwnPasskey(context, session, officer, passkey.id);
  expect((await whoIs(context, sent(cookie ?? ""))).kind).toBe("signed in");
  expect((await whoIs(context, half.cookie)).kind).toBe("nobody");
  expect(await givePasskey(context, half.session, proof)).toMatchObject({ ok: false });
  expect(await ownPasskeys(context, officer)).toEqual([]);
  expect(await lettersTo(db, OFFICER)).toEqual([
    "A passkey was added – Zero to Two",
    "A passkey was removed – Zero to Two",
  ]);
  expect(await deedsOf(db, officer.id)).toContain("passkey-removed");
});

test("R6: a code still signs in where a passkey could", async () => {
  const { context } = await withPasskey();
  const { session } = await givenPassword(context, OFFICER);
  expect(await giveCode(context, session, codeNow(context))).toMatchObject({ ok: true });
});
