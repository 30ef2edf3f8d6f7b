import { expect, test } from "vitest";
import { keepForm, keptForm, throwAwayForm } from "../../app/journeys/account/keep-form";
import { LIMITS } from "../../app/journeys/account/limits";
import { demonstration } from "../support/database";
import { withClock } from "../support/people";

const BODY = "questions=1&questions=2&words=Caf%C3%A9+%26+more%0D%0Aline";
const SENT = { path: "/submit/2025-26/reply?for=ZD01", page: "/submit/:year/reply", body: BODY };

test("R13: what was sent too late is kept as it was, sealed, for nobody but its owner, until they throw it away", async () => {
  const { context, db, officer, neighbour } = await demonstration();
  const id = await keepForm(context, officer.id, SENT);
  if (id === null) throw new Error("not kept");
  const kept = await keptForm(context, officer.id, id);
  expect(kept?.path).toBe("/submit/2025-26/reply?for=ZD01");
  expect(kept?.fields).toEqual([
    ["questions", "1"],
    ["questions", "2"],
    ["words", "Café & more\r\nline"],
  ]);
  expect((await db.keptForm.findUniqueOrThrow({ where: { id } })).fields).not.toContain("Caf");
  expect(await keptForm(context, neighbour.id, id)).toBeNull();
  await throwAwayForm(context, neighbour.id, id);
  expect(await keptForm(context, officer.id, id)).not.toBeNull();
  await throwAwayForm(context, officer.id, id);
  expect(await keptForm(context, officer.id, id)).toBeNull();
});

test("a form with a password or a code is never kept", async () => {
  const { context, db, officer } = await demonstration();
  for (const path of ["/sign-in", "/account/password", "/Account/Password", "/invitation/x", "/forgotten-password/x"]) {
    expect(await keepForm(context, officer.id, { path, page: path, body: "password=canary" })).toBeNull();
  }
  expect(await db.keptForm.count()).toBe(0);
});

test("what is larger than any form of ours is not kept", async () => {
  const { context, officer } = await demonstration();
  const kept = async (body: string) => (await keepForm(context, officer.id, { ...SENT, body })) !== null;
  expect(await kept(`words=${"x".repeat(786_426)}`)).toBe(true);
  expect(await kept(`words=${"x".repeat(786_427)}`)).toBe(false);
  expect(await kept(`words=${"é".repeat(393_214)}`)).toBe(false);
  expect(await kept(Array(120).fill("a=1").join("&"))).toBe(true);
  expect(await kept(Array(121).fill("a=1").join("&"))).toBe(false);
});

test("of one person ten are kept, and the oldest goes; of others none does", async () => {
  const world = await demonstration();
  const { officer, neighbour, db } = world;
  const { context, clock } = withClock(world.context);
  const keep = (id: string) => keepForm(context, id, SENT);
  const ofNeighbour = await keep(neighbour.id);
  const first = await keep(officer.id);
  clock.pass({ minutes: 1 });
  const second = await keep(officer.id);
  for (let more = 0; more < 9; more++) {
    clock.pass({ minutes: 1 });
    await keep(officer.id);
  }
  expect(await db.keptForm.count({ where: { personId: officer.id } })).toBe(10);
  expect(await keptForm(context, officer.id, first ?? "")).toBeNull();
  expect(await keptForm(context, officer.id, second ?? "")).not.toBeNull();
  expect(await keptForm(context, neighbour.id, ofNeighbour ?? "")).not.toBeNull();
});

test("R33: keeping is limited by person", async () => {
  const { context, db, officer, neighbour } = await demonstration();
  await keepForm(context, officer.id, SENT);
  await db.attempt.updateMany({ data: { count: LIMITS["kept form"].most } });
  expect(await keepForm(context, officer.id, SENT)).toBeNull();
  expect(await keepForm(context, neighbour.id, SENT)).not.toBeNull();
});
