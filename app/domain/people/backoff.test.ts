import { expect, test } from "vitest";
import { waitAfter } from "./backoff";

test("R9: the first four failures cost nothing, the fifth 32 seconds, and each later one twice as much", () => {
  expect([0, 1, 2, 3, 4].map(waitAfter)).toEqual([0, 0, 0, 0, 0]);
  expect([5, 6, 7, 8, 9].map(waitAfter)).toEqual([32, 64, 128, 256, 512]);
});

test("R9: no wait is longer than fifteen minutes, however many failures there were", () => {
  expect([10, 11, 1_000, 1_000_000].map(waitAfter)).toEqual([900, 900, 900, 900]);
});
