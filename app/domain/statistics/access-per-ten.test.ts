import { expect, test } from "vitest";
import { accessPerTen } from "./access-per-ten";

const exactly = (value: number) => ({ lo: value, hi: value });

test("it may exceed 10 and is never clamped", () => {
  expect(accessPerTen(exactly(14), exactly(10))).toEqual({ shown: true, value: 14 });
});

test.each([
  ["0 of 0", exactly(0), exactly(0), "none-referred"],
  ["4 of 0", exactly(4), exactly(0), "none-referred"],
  ["9 of 9", exactly(9), exactly(9), "under-10-referred"],
  ["1–4 of 1–4", { lo: 1, hi: 4 }, { lo: 1, hi: 4 }, "not-exact"],
  ["5 of 20–24", exactly(5), { lo: 20, hi: 24 }, "not-exact"],
  ["not known of 20", null, exactly(20), "not-known"],
] as const)("%s is not shown, and the reason is", (_, accessed, referred, why) => {
  expect(accessPerTen(accessed, referred)).toEqual({ shown: false, why });
});
