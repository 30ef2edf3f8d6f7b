import { expect, test } from "vitest";
import { keepForm, keptForm, throwAwayForm } from "../../app/journeys/account/keep-form";
import { demonstration } from "../support/database";

const BODY = "questions=1&questions=2&words=Caf%C3%A9+%26+more%0D%0Aline";

test("R13: what was sent too late is kept as it was, sealed, for nobody but its owner, until they throw it away", async () => {
  const { context, db, officer, neighbour } = await demonstration();
  const id = await keepForm(context, officer.id, "/submit/2025-26/reply?said=x", BODY);
  if (id === null) throw new Error("not kept");
  const kept = await keptForm(context, officer.id, id);
  expect(kept?.path).toBe("/submit/2025-26/reply?said=x");
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
    expect(await keepForm(context, officer.id, path, "password=canary")).toBeNull();
  }
  expect(await db.keptForm.count()).toBe(0);
});
