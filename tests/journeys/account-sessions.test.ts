import { expect, test } from "vitest";
import { write } from "../../app/db/write";
import { endOtherSessions, endOwnSession, ownSessions } from "../../app/journeys/account/own-sessions";
import { whoIs } from "../../app/journeys/account/who-is";
import { deedsOf } from "../support/audit";
import { demonstration } from "../support/database";
import { givenPassword, sent, sessionOf, signedIn, withClock } from "../support/people";

const OFFICER = "officer@demo.example";

test("R14: people see where they are signed in, this browser first, and nobody else's", async () => {
  const { clock, context } = withClock((await demonstration()).context);
  const phone = {
    ...context,
    where: { ...context.where, agent: "Mozilla/5.0 (iPhone) AppleWebKit/1 Version/26.0 Mobile/1 Safari/604.1" },
  };
  await signedIn(phone, OFFICER);
  clock.pass({ minutes: 1 });
  const { session } = await signedIn(context, OFFICER);
  clock.pass({ minutes: 1 });
  await givenPassword(context, OFFICER);
  await signedIn(context, "officer2@demo.example");
  const sessions = await ownSessions(context, session);
  expect(sessions.map(({ browser, isThis, isHalfWay }) => [browser, isThis, isHalfWay])).toEqual([
    ["A browser that we do not know", true, false],
    ["A browser that we do not know", false, true],
    ["Safari on an iPhone", false, false],
  ]);
  expect(sessions.map(({ begunAt }) => begunAt.toISOString().slice(11, 19))).toEqual([
    "12:01:00",
    "12:02:00",
    "12:00:00",
  ]);
});

test("R18: what a page calls a session by is not what the database knows it by", async () => {
  const { context } = await demonstration();
  const { session } = await signedIn(context, OFFICER);
  const [own] = await ownSessions(context, session);
  expect(own?.handle).toMatch(/^[0-9a-f]{16}$/);
  expect(session.id).not.toContain(own?.handle);
});

test("R14: ending another session ends that one at its next request, and no other", async () => {
  const { clock, context } = withClock((await demonstration()).context);
  const other = await signedIn(context, OFFICER);
  clock.pass({ minutes: 1 });
  const third = await signedIn(context, OFFICER);
  clock.pass({ minutes: 1 });
  const { session, cookie } = await signedIn(context, OFFICER);
  const listed = await ownSessions(context, session);
  const meant = listed.find(({ begunAt }) => begunAt.getTime() === other.session.createdAt.getTime());
  await endOwnSession(context, session, meant?.handle ?? "");
  expect((await whoIs(context, other.cookie)).kind).toBe("nobody");
  expect((await whoIs(context, third.cookie)).kind).toBe("signed in");
  expect((await whoIs(context, cookie)).kind).toBe("signed in");
  expect((await deedsOf(context.db, session.personId)).at(-1)).toBe("session-ended");
});

test("R14: what has moved on, or is over, is not said to be ended, nor written down", async () => {
  const { clock, context } = withClock((await demonstration()).context);
  const other = await signedIn(context, OFFICER);
  clock.pass({ minutes: 1 });
  const { session } = await signedIn(context, OFFICER);
  const listed = await ownSessions(context, session);
  const meant = listed.find(({ isThis }) => !isThis)?.handle ?? "";
  const renewed = await write(context.db, (tx) => context.sessions.renew(tx, other.session, {}));
  expect(await endOwnSession(context, session, meant)).toBe(false);
  expect((await whoIs(context, sent(renewed))).kind).toBe("signed in");
  expect(await deedsOf(context.db, session.personId)).not.toContain("session-ended");
  const now = await ownSessions(context, session);
  expect(await endOwnSession(context, session, now.find(({ isThis }) => !isThis)?.handle ?? "")).toBe(true);
  expect(await endOtherSessions(context, session)).toBe(false);
  expect((await deedsOf(context.db, session.personId)).filter((did) => did === "session-ended")).toHaveLength(1);
});

test("R14: nobody ends another's session, nor this one, by what a form says", async () => {
  const { context } = await demonstration();
  const officer = await signedIn(context, OFFICER);
  const neighbour = await signedIn(context, "officer2@demo.example");
  for (const { session } of [neighbour, officer]) {
    for (const { handle } of await ownSessions(context, officer.session)) await endOwnSession(context, session, handle);
  }
  await endOwnSession(context, neighbour.session, officer.session.id);
  expect((await whoIs(context, officer.cookie)).kind).toBe("signed in");
  expect(await deedsOf(context.db, neighbour.session.personId)).not.toContain("session-ended");
});

test("R14: ending all others leaves this one", async () => {
  const { clock, context } = withClock((await demonstration()).context);
  const other = await signedIn(context, OFFICER);
  const half = await givenPassword(context, OFFICER);
  clock.pass({ minutes: 1 });
  const { session, cookie } = await signedIn(context, OFFICER);
  await endOtherSessions(context, session);
  expect((await whoIs(context, other.cookie)).kind).toBe("nobody");
  expect((await whoIs(context, half.cookie)).kind).toBe("nobody");
  expect((await whoIs(context, cookie)).kind).toBe("signed in");
});

test("R13: to look at how long a session lasts does not lengthen it, and a request does", async () => {
  const { clock, context } = withClock((await demonstration()).context);
  const { cookie } = await signedIn(context, OFFICER);
  clock.pass({ minutes: 29 });
  expect((await whoIs(context, cookie, false)).kind).toBe("signed in");
  clock.pass({ minutes: 1 });
  expect((await whoIs(context, cookie, false)).kind).toBe("nobody");

  const { cookie: busy } = await signedIn(context, OFFICER);
  clock.pass({ minutes: 29 });
  const before = clock.now();
  expect((await sessionOf(context, busy)).lastSeenAt).toEqual(before);
  clock.pass({ minutes: 29 });
  expect((await whoIs(context, busy, false)).kind).toBe("signed in");
});

test("R14: what ended meanwhile is not in the list", async () => {
  const { clock, context } = withClock((await demonstration()).context);
  await signedIn(context, OFFICER);
  clock.pass({ minutes: 30 });
  const { session } = await signedIn(context, OFFICER);
  expect(await ownSessions(context, session)).toHaveLength(1);
  await write(context.db, (tx) => context.sessions.end(tx, session.id));
  expect(await ownSessions(context, session)).toEqual([]);
});
