import { expect, test } from "vitest";
import { countInterval95, ratePer1000 } from "./count-interval";

const hundredths = (value: number | null) => (value === null ? null : Math.round(100 * value) / 100);

test.each([
  [0, 0, 3.69],
  [4, 1.09, 10.24],
  [7, 2.81, 14.42],
  [9, 4.12, 17.08],
  [10, 4.79, 18.39],
  [25, 16.17, 36.91],
  [56, 42.3, 72.72],
  [100, 81.36, 121.63],
])("a count of %i varies from %d to %d", (count, lo, hi) => {
  const limits = countInterval95(count);
  expect([hundredths(limits.lo), hundredths(limits.hi)]).toEqual([lo, hi]);
});

test("56 in 17,000 is 3.29 per 1,000", () => {
  const { rate, limits } = ratePer1000({ lo: 56, hi: 56 }, 17_000);
  expect([rate.lo, rate.hi, limits.lo, limits.hi].map(hundredths)).toEqual([3.29, 3.29, 2.49, 4.28]);
});

test("a count that is a range has the outer limits of its ends", () => {
  const { limits } = ratePer1000({ lo: 4, hi: 56 }, 1000);
  expect([limits.lo, limits.hi].map(hundredths)).toEqual([1.09, 72.72]);
  expect(ratePer1000({ lo: 101, hi: null }, 1000).limits.hi).toBeNull();
});

test("no population, no rate", () => {
  expect(() => ratePer1000({ lo: 1, hi: 1 }, 0)).toThrow(RangeError);
});
