import { expect, test } from "vitest";
import { nextLookIn } from "./when";

const MINUTE = 60_000;

test("R13: a session is looked at two minutes before its end, then every ten seconds, and once it is over", () => {
  expect(nextLookIn(0, 30 * MINUTE)).toBe(28 * MINUTE);
  expect(nextLookIn(0, 2 * MINUTE + 1)).toBe(1);
  expect(nextLookIn(0, 2 * MINUTE)).toBe(10_000);
  expect(nextLookIn(0, MINUTE)).toBe(10_000);
  expect(nextLookIn(0, 4_000)).toBe(5_000);
});

test("R13: a session that is over is not looked at again", () => {
  expect(nextLookIn(1_000, 1_000)).toBeNull();
  expect(nextLookIn(2_000, 1_000)).toBeNull();
});
