import { expect, test } from "vitest";
import { reportingYear } from "../calendar/reporting-year";
import { ACTIONS, actionInWords, deedInWords, isAction } from "./actions";
import { type AuditEntry, aboutRequest, writeEntry } from "./entry";

const entry: AuditEntry = {
  at: new Date("2026-11-23T12:00:00Z"),
  by: "person1",
  trust: "ZD01",
  did: "return-declared",
  about: aboutRequest(reportingYear("2025-26"), "ZD01"),
  detail: { version: 2, typed: true },
  outcome: "done",
  where: { requestId: "r1", address: "203.0.113.7", agent: "a browser" },
};

test("an entry is written as texts, its instant to the millisecond in UTC", () => {
  expect(writeEntry(entry)).toEqual({
    at: "2026-11-23T12:00:00.000Z",
    by: "person1",
    trust: "ZD01",
    did: "return-declared",
    about: "2025-26 ZD01",
    detail: '{"version":2,"typed":true}',
    outcome: "done",
    requestId: "r1",
    address: "203.0.113.7",
    agent: "a browser",
  });
});

test("what a database would not give back as it was is not kept: control characters, half a character, great length", () => {
  const where = { requestId: "r\u0000", address: "\uD800", agent: `a\r\nb\uFFFD${"x".repeat(1_000)}` };
  const written = writeEntry({ ...entry, where, detail: { code: "a\u0000b" } });
  expect([written.requestId, written.address]).toEqual(["r?", "?"]);
  expect(written.agent).toBe(`a??b?${"x".repeat(195)}`);
  expect(written.detail).toBe('{"code":"a?b"}');
});

test("every action has one slug and words of its own", () => {
  const all = Object.values(ACTIONS).flatMap((group) => Object.entries(group));
  expect(new Set(all.map(([slug]) => slug)).size).toBe(all.length);
  expect(new Set(all.map(([, words]) => words)).size).toBe(all.length);
  expect(all.filter(([slug]) => !/^[a-z]+(-[a-z]+)*$/.test(slug))).toEqual([]);
  expect(actionInWords("return-declared")).toBe("Return declared");
  expect(actionInWords("from-another-version")).toBe("from-another-version");
  expect(isAction("constructor")).toBe(false);
});

test("a deed that was refused says so itself, or is marked as refused", () => {
  expect(deedInWords("invitation-accepted", "refused")).toEqual({ words: "Invitation: wrong code", isMarked: false });
  expect(deedInWords("sign-in-refused", "refused")).toEqual({ words: "Sign-in refused", isMarked: false });
  expect(deedInWords("password-changed", "refused")).toEqual({ words: "Password changed", isMarked: true });
  expect(deedInWords("invitation-accepted", "done")).toEqual({ words: "Invitation accepted", isMarked: false });
  expect(deedInWords("constructor", "refused")).toEqual({ words: "constructor", isMarked: true });
});
