import { expect, test } from "vitest";
import { shareOf } from "../count/interval";
import {
  changeInWords,
  figureOrRange,
  membershipOf,
  outOf,
  outwards,
  percentRange,
  shareInWords,
  shareOfReferrals,
} from "./in-words";

const exactly = (value: number) => ({ lo: value, hi: value });

test("a number of trusts carries its base", () => {
  expect(outOf(36, 45)).toBe("36 of 45 (80%)");
  expect(outOf(45, 47)).toBe("45 of 47 (96%)");
  expect(outOf(0, 0)).toBe("0 of 0");
});

test("0% and 100% mean none and all", () => {
  expect(outOf(1, 250)).toBe("1 of 250 (under 1%)");
  expect(outOf(249, 250)).toBe("249 of 250 (over 99%)");
  expect(outOf(0, 47)).toBe("0 of 47 (0%)");
  expect(outOf(47, 47)).toBe("47 of 47 (100%)");
});

test("an uncertain number of trusts is a range of trusts", () => {
  expect(membershipOf({ certain: 19, possible: 23 }, 36)).toBe("between 19 and 23 of 36");
  expect(membershipOf({ certain: 19, possible: 19 }, 36)).toBe("19 of 36 (53%)");
});

test("bounds of a share of trusts", () => {
  expect(percentRange({ lo: 36 / 47, hi: 38 / 47 })).toBe("76.6% to 80.9%");
});

test("children are a figure, a range, a least number, or not known", () => {
  expect([exactly(1031), { lo: 412, hi: 447 }, { lo: 101, hi: null }, null].map(figureOrRange)).toEqual([
    "1,031",
    "between 412 and 447",
    "at least 101",
    "not known",
  ]);
});

test.each([
  [exactly(9), exactly(8586), "0.10%"],
  [exactly(30), exactly(6240), "0.48%"],
  [exactly(291), exactly(22_187), "1.3%"],
  [exactly(123), exactly(1000), "12.3%"],
  [exactly(0), exactly(2400), "0.0%"],
  [{ lo: 3, hi: 12 }, exactly(2400), "0.12% to 0.50%"],
  [{ lo: 3, hi: 12 }, { lo: 2398, hi: 2402 }, "0.12% to 0.51%"],
  [{ lo: 0, hi: 4 }, exactly(4896), "0.0% to 0.082%"],
  [exactly(3), exactly(2400), "not shown"],
  [null, exactly(2400), "not known"],
  [exactly(9), { lo: 0, hi: 4 }, "not known"],
])("the share of %o in %o reads %s", (part, total, words) => {
  expect(shareOfReferrals(part, shareOf(part, total))).toBe(words);
});

test("rounding outwards keeps what is exact and widens what is not", () => {
  expect(outwards({ lo: 3 / 2398, hi: 12 / 2398 })).toEqual({ lo: 0.0012, hi: 0.0051 });
  expect(outwards({ lo: 0.29, hi: 0.999 })).toEqual({ lo: 0.29, hi: 0.999 });
  expect(outwards({ lo: 0, hi: 1 })).toEqual({ lo: 0, hi: 1 });
});

test("a published share reads as it stands", () => {
  expect(shareInWords({ lo: 0.0012, hi: 0.0051 })).toBe("0.12% to 0.51%");
});

test.each([
  [{ lo: 0.4, hi: 0.4 }, "+40.0%"],
  [{ lo: 0.16931, hi: 0.27924 }, "+16.9% to +28.0%"],
  [{ lo: -0.0311, hi: 0.1608 }, "−3.2% to +16.1%"],
  [{ lo: 0, hi: 0 }, "0.0%"],
  [{ lo: 0.25, hi: null }, "+25.0% or more"],
])("the change %o reads %s", (change, words) => {
  expect(changeInWords(change)).toBe(words);
});
