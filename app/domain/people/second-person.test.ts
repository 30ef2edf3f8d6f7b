import { expect, test } from "vitest";
import { whyNotSecond } from "./second-person";

const reset = {
  person: { id: "owner", name: "The owner" },
  starter: { id: "starter", name: "The starter" },
  startedAt: new Date("2026-05-02T12:00:00Z"),
};
const since = (id: string, instant: string | null) =>
  whyNotSecond(reset, { id, factorSince: instant === null ? null : new Date(instant) });

test("R10: the second person is neither who started a reset nor whose account it is", () => {
  expect(since("starter", "2026-01-01T12:00:00Z")).toMatch(/^You started this reset/);
  expect(since("owner", "2026-01-01T12:00:00Z")).toMatch(/^This is your own account/);
  expect(since("third", "2026-01-01T12:00:00Z")).toBeNull();
});

test("R10: the second person could sign in a day before the reset was started", () => {
  expect(since("third", "2026-05-01T12:00:00Z")).toBeNull();
  expect(since("third", "2026-05-01T12:00:01Z")).toMatch(/less than a day before/);
  expect(since("third", "2026-05-03T12:00:00Z")).toMatch(/less than a day before/);
  expect(since("third", null)).toMatch(/less than a day before/);
});
