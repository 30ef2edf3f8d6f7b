import { expect, test } from "vitest";
import { isFirm, proportion, wilson95 } from "./proportion";

const tenths = (share: number | undefined) => Math.round(1000 * (share ?? Number.NaN)) / 10;

test.each([
  ["2024 accept", 36, 45, 47, 76.6, 80, 80.9],
  ["all answered", 36, 47, 47, 76.6, 76.6, 76.6],
])("%s: %i of %i in %i has certain bounds", (_, yes, known, inScope, low, point, high) => {
  const { share, bounds } = proportion(yes, known, inScope);
  expect([tenths(bounds?.lo), tenths(share ?? undefined), tenths(bounds?.hi)]).toEqual([low, point, high]);
});

test("nobody answered: no share, and anything is possible", () => {
  expect(proportion(0, 0, 47)).toEqual({
    yes: 0,
    known: 0,
    inScope: 47,
    share: null,
    bounds: { lo: 0, hi: 1 },
    wilson: null,
  });
});

test("nobody in scope: nothing to divide by", () => {
  expect(proportion(0, 0, 0)).toMatchObject({ share: null, bounds: null, wilson: null });
});

test.each([
  [36, 45, 66.2, 89.1],
  [9, 45, 10.9, 33.8],
  [19, 36, 37.0, 68.0],
  [0, 5, 0, 43.4],
  [5, 5, 56.6, 100],
  [47, 47, 92.4, 100],
])("Wilson 95%% of %i of %i is %d%% to %d%%", (yes, n, lo, hi) => {
  const interval = wilson95(yes, n);
  expect([tenths(interval?.lo), tenths(interval?.hi)]).toEqual([lo, hi]);
});

test("a share is firm where the answers that are not known could move it by at most ten points", () => {
  expect(isFirm(proportion(36, 45, 47))).toBe(true);
  expect(isFirm(proportion(3, 3, 46))).toBe(false);
  expect(isFirm(proportion(0, 0, 0))).toBe(false);
});
