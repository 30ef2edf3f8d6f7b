import { expect, test } from "vitest";
import { AUDIT_HEADINGS, auditRow } from "./audit-file";
import { GENESIS } from "./chain";

const entry = {
  at: "2026-07-01T23:30:05.000Z",
  by: "p1",
  trust: null,
  did: "access-ended",
  about: "p2",
  detail: "{}",
  outcome: "done",
  requestId: "r1",
  address: "203.0.113.7",
  agent: "=a browser",
};

test("a row has a cell below each heading, in UTC and as the United Kingdom tells it", () => {
  const row = auditRow({ id: 12, entry, previous: GENESIS, hash: "f".repeat(64) }, { byName: "A", aboutName: null });
  expect(row).toHaveLength(AUDIT_HEADINGS.length);
  expect(row.slice(0, 9)).toEqual([
    12,
    "2026-07-01T23:30:05.000Z",
    "2026-07-02",
    "00:30:05",
    "p1",
    "A",
    null,
    "access-ended",
    "Person’s access ended",
  ]);
});

test("an instant that somebody spoiled is given as it stands", () => {
  const row = auditRow(
    { id: 1, entry: { ...entry, at: "soon" }, previous: GENESIS, hash: "" },
    { byName: null, aboutName: null },
  );
  expect(row.slice(0, 4)).toEqual([1, "soon", null, null]);
});
