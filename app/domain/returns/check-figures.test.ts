import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Count } from "../count/count";
import { checkFigures } from "./check-figures";
import type { BandAnswer, Figures, Takes } from "./return";

const exact = (value: number): Count => ({ kind: "exact", value });
const range = (lo: number, hi: number | null): Count => ({ kind: "range", lo, hi });
const notHeld: Count = { kind: "not-held" };

function band(referred: Count | number, accessed: Count | number, takes: Takes = "yes"): BandAnswer {
  return { takes, takesWords: null, ...counts(referred, accessed) };
}
function counts(referred: Count | number, accessed: Count | number) {
  const asCount = (count: Count | number) => (typeof count === "number" ? exact(count) : count);
  return { referred: asCount(referred), accessed: asCount(accessed) };
}
function figures(
  changes: { first?: BandAnswer; second?: BandAnswer; third?: BandAnswer; all?: Figures["all"] } = {},
): Figures {
  const { first = band(6, 5), second = band(9, 7), third = band(14, 11), all = counts(2140, 1675) } = changes;
  return { bands: { "0-12m": first, "12-24m": second, "24-36m": third }, all };
}
/** As "situation line question fact". */
function found(now: Figures, lastYear: Figures | null = null): string[] {
  return checkFigures(now, lastYear).map(({ situation, at, fact }) =>
    [situation, at?.line ?? "-", at?.question ?? "-", fact].join(" ").trim(),
  );
}

test("nothing is said about plain figures", () => expect(found(figures(), figures())).toEqual([]));

describe("bands against the 0–18 total", () => {
  test("the lowest the bands can be against the highest the total can be", () => {
    expect(found(figures({ all: counts(range(100, 120), 60), third: band(106, 11) }))).toEqual([
      "bands-exceed-total all referred 121",
    ]);
    expect(found(figures({ all: counts(range(100, 121), 60), third: band(106, 11) }))).toEqual([]);
  });
  test("referred and accessed each by themselves", () => {
    expect(found(figures({ all: counts(2140, 22) }))).toEqual(["bands-exceed-total all accessed 23"]);
  });
  test("a band that is not known counts with what is certain: nothing", () => {
    expect(found(figures({ second: band(notHeld, notHeld), all: counts(120, 16), third: band(14, 10) }))).toEqual([]);
    expect(found(figures({ second: band(notHeld, notHeld), all: counts(120, 15) }))).toEqual([
      "bands-exceed-total all accessed 16",
    ]);
  });
  test("a total without an upper end is never exceeded", () =>
    expect(found(figures({ all: counts(range(101, null), notHeld) }))).toEqual([]));
});

describe("accessed against referred", () => {
  test("in a band and in the total", () => {
    expect(found(figures({ first: band(6, 7) }))).toEqual(["accessed-over-referred 0-12m accessed 6"]);
    expect(found(figures({ all: counts(1675, 2140) }))).toEqual(["accessed-over-referred all accessed 1,675"]);
  });
  test("only where no reading of the ranges avoids it", () => {
    expect(found(figures({ first: band(range(1, 4), range(4, 9)) }))).toEqual([]);
    expect(found(figures({ first: band(range(1, 4), range(5, 9)) }))).toEqual([
      "accessed-over-referred 0-12m accessed 4",
    ]);
  });
});

describe("question 1 against the counts", () => {
  test("no beside referrals", () => {
    expect(found(figures({ first: band(4, 0, "no") }))).toEqual(["takes-no-with-referrals 0-12m referred"]);
    expect(found(figures({ first: band(range(0, 4), 0, "no") }))).toEqual([]);
    expect(found(figures({ first: band(4, 0, "partial") }))).toEqual([]);
  });
  test("yes three times beside six zeros", () => {
    const none = band(0, 0);
    expect(found(figures({ first: none, second: none, third: none }))).toEqual(["all-zero - -"]);
    expect(found(figures({ first: none, second: none, third: band(0, 0, "no") }))).toEqual([]);
    expect(found(figures({ first: none, second: none, third: band(range(0, 4), 0) }))).toEqual([]);
  });
});

describe("change from last year", () => {
  const then = (referred: number) => figures({ first: band(referred, 0) });
  test.each([
    [21, 48, true],
    [20, 30, false],
    [20, 31, true],
    [18, 27, false],
    [40, 20, false],
    [40, 19, true],
    [0, 10, true],
    [0, 9, false],
    [2, 11, false],
  ])("%i, then %i: asked %s", (before, now, asked) => {
    expect(found(then(now), then(before))).toEqual(asked ? [`big-change 0-12m referred ${before}`] : []);
  });
  test("the total is compared too, and ranges are not", () => {
    expect(found(figures({ all: counts(4300, 1675) }), figures())).toEqual(["big-change all referred 2,140"]);
    expect(found(figures({ first: band(range(90, 99), 0) }), then(6))).toEqual([]);
  });
});

test("one figure in all bands, from 11", () => {
  const same = (value: number) => figures({ first: band(value, 5), second: band(value, 7), third: band(value, 9) });
  expect(found(same(17))).toEqual(["same-in-all-bands - - 17 children referred"]);
  expect(found(same(11))).toEqual(["same-in-all-bands - - 11 children referred"]);
  expect(found(same(10))).toEqual([]);
});

test("a total that is surely below 100", () => {
  expect(found(figures({ all: counts(99, 50) }))).toEqual(["low-total all referred"]);
  expect(found(figures({ all: counts(100, 50) }))).toEqual([]);
  expect(found(figures({ all: counts(range(80, 120), 50) }))).toEqual([]);
  expect(found(figures({ all: counts(notHeld, 50) }))).toEqual([]);
});

test("figures that are not known are never held against anyone", () => {
  const unknown = fc.constantFrom<Count>({ kind: "missing" }, { kind: "unclear" }, notHeld, {
    kind: "refused",
    section: null,
  });
  const takes = fc.constantFrom<Takes>("yes", "no", "partial", "not-held", "missing", "unclear");
  fc.assert(
    fc.property(unknown, unknown, takes, (referred, accessed, answer) => {
      const nothing = band(referred, accessed, answer);
      const now = figures({ first: nothing, second: nothing, third: nothing, all: counts(referred, accessed) });
      expect(found(now, figures())).toEqual([]);
    }),
  );
});
