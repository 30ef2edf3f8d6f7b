import { expect, test } from "vitest";
import { outcomeOf, pauseAfter } from "./outcome";

const answer = (status: number, body: unknown = "") =>
  outcomeOf({ status, redirected: false, body: typeof body === "string" ? body : JSON.stringify(body) });

test("what was saved is said, with the draft it now is", () => {
  expect(answer(200, { draftId: "d2", says: "Saved by you" })).toEqual({
    kind: "saved",
    draftId: "d2",
    says: "Saved by you",
  });
});

test("a colleague's draft stops it, a refused answer waits for the next change, in the portal's words", () => {
  expect(answer(409, { says: "Saved by Cy" })).toEqual({ kind: "stop", says: "Saved by Cy" });
  expect(answer(422, { says: "Not saved: too long" })).toEqual({ kind: "refused", says: "Not saved: too long" });
  expect(answer(413, "That is too long.\n")).toMatchObject({
    kind: "refused",
    says: expect.stringContaining("longer"),
  });
});

test("no connection, a busy portal, and nobody signed in are tried again, and hold the form back", () => {
  expect(outcomeOf(null)).toEqual({
    kind: "later",
    says: "Not saved yet: no connection. We keep trying",
    holds: true,
    signIn: false,
  });
  expect(answer(503)).toMatchObject({ kind: "later", holds: true });
  expect(outcomeOf({ status: 0, redirected: true, body: "" })).toMatchObject({
    says: expect.stringContaining("You have been signed out."),
    holds: true,
    signIn: true,
  });
  expect(answer(403, "This page is for trusts.")).toMatchObject({
    says: expect.stringContaining("another account"),
    holds: true,
    signIn: true,
  });
});

test("where the portal fails at keeping, the form itself is still sent", () => {
  expect(answer(500)).toMatchObject({ kind: "later", holds: false });
});

test("an answer that is none of ours saves nothing", () => {
  for (const body of ["<html>", "null", "[]", '"x"', '{"draftId":"d2"}', '{"says":"Saved"}'])
    expect(answer(200, body).kind).toBe("refused");
});

test("attempts become rarer, and never stop", () => {
  expect([1, 2, 3, 4, 5, 50].map(pauseAfter)).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});
