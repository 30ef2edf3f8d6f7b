import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Count, Interval } from "./count";
import { addUp, atLeast, boundsOf, isWithin, shareOf, sumOf } from "./interval";

const exact = (value: number): Count => ({ kind: "exact", value });
const range = (lo: number, hi: number | null): Count => ({ kind: "range", lo, hi });
const underFive = range(0, 4);
const notApplicable: Count = { kind: "not-applicable" };
const UNKNOWN: readonly Count[] = [
  { kind: "not-held" },
  { kind: "refused", section: "s12" },
  { kind: "missing" },
  { kind: "unclear" },
];

describe("bounds of one cell", () => {
  test("a number is its own lowest and highest, zero included", () => {
    expect(boundsOf(exact(12))).toEqual({ lo: 12, hi: 12 });
    expect(boundsOf(exact(0))).toEqual({ lo: 0, hi: 0 });
  });
  test("an age that is not taken adds 0", () => expect(boundsOf(notApplicable)).toEqual({ lo: 0, hi: 0 }));
  test.each(UNKNOWN)("$kind is not known, never 0", (count) => expect(boundsOf(count)).toBeNull());
});

describe("sums", () => {
  test.each<[string, Count[], Interval]>([
    ["three cells of 1-4", [range(1, 4), range(1, 4), range(1, 4)], { lo: 3, hi: 12 }],
    ["three cells of <5", [underFive, underFive, underFive], { lo: 0, hi: 12 }],
    ["1-4, 1-4, 0", [range(1, 4), range(1, 4), exact(0)], { lo: 2, hi: 8 }],
    ["1-4, 8, 12", [range(1, 4), exact(8), exact(12)], { lo: 21, hi: 24 }],
    ["9 beside two ages not taken", [notApplicable, notApplicable, exact(9)], { lo: 9, hi: 9 }],
    ["no upper end", [underFive, range(101, null)], { lo: 101, hi: null }],
    ["nothing at all", [], { lo: 0, hi: 0 }],
  ])("%s", (_, counts, sum) => expect(sumOf(counts)).toEqual(sum));

  test.each(UNKNOWN)("12 and $kind is not known; at least 12", (count) => {
    expect(sumOf([exact(12), count])).toBeNull();
    expect(atLeast([exact(12), count])).toBe(12);
  });
  test("at least counts the lowest end of a range", () => {
    expect(atLeast([exact(7), range(1, 4), { kind: "not-held" }])).toBe(8);
  });
  test("totals of trusts add like cells", () => {
    expect(
      addUp([
        { lo: 3, hi: 12 },
        { lo: 5, hi: 5 },
      ]),
    ).toEqual({ lo: 8, hi: 17 });
    expect(addUp([{ lo: 3, hi: 12 }, null])).toBeNull();
  });
});

describe("the 0-10 test", () => {
  test.each<[Interval | null, string]>([
    [{ lo: 3, hi: 12 }, "undetermined"],
    [{ lo: 0, hi: 12 }, "undetermined"],
    [{ lo: 2, hi: 8 }, "yes"],
    [{ lo: 10, hi: 10 }, "yes"],
    [{ lo: 11, hi: 11 }, "no"],
    [{ lo: 21, hi: 24 }, "no"],
    [{ lo: 3, hi: 21 }, "undetermined"],
    [{ lo: 0, hi: null }, "undetermined"],
    [{ lo: 101, hi: null }, "no"],
    [null, "undetermined"],
  ])("%o is %s", (figure, answer) => expect(isWithin(figure, 0, 10)).toBe(answer));

  test("a class further up has a lower end too", () => {
    expect(isWithin({ lo: 2, hi: 8 }, 11, 50)).toBe("no");
    expect(isWithin({ lo: 9, hi: 12 }, 11, 50)).toBe("undetermined");
    expect(isWithin({ lo: 101, hi: null }, 101, Number.POSITIVE_INFINITY)).toBe("undetermined");
  });
});

describe("share of a total", () => {
  test("3 to 12 of 2,400 is 0.125% to 0.5%", () => {
    expect(shareOf({ lo: 3, hi: 12 }, { lo: 2400, hi: 2400 })).toEqual({ lo: 0.00125, hi: 0.005 });
  });
  test("a rounded total widens the share at both ends", () => {
    expect(shareOf({ lo: 3, hi: 12 }, { lo: 2398, hi: 2402 })).toEqual({ lo: 3 / 2402, hi: 12 / 2398 });
  });
  test("never above 1", () => expect(shareOf({ lo: 3, hi: 12 }, { lo: 5, hi: 9 })).toEqual({ lo: 3 / 9, hi: 1 }));
  test("a total that may be 0 gives no share", () => expect(shareOf({ lo: 0, hi: 0 }, { lo: 0, hi: 4 })).toBeNull());
  test("an end that is not stated leaves that end open", () => {
    expect(shareOf({ lo: 3, hi: null }, { lo: 12, hi: 12 })).toEqual({ lo: 0.25, hi: 1 });
    expect(shareOf({ lo: 3, hi: 6 }, { lo: 12, hi: null })).toEqual({ lo: 0, hi: 0.5 });
  });
  test("not known beside not known stays so", () => {
    expect(shareOf(null, { lo: 9, hi: 9 })).toBeNull();
    expect(shareOf({ lo: 9, hi: 9 }, null)).toBeNull();
  });
});

describe("no operation invents knowledge", () => {
  const small = fc.nat({ max: 40 });
  const anyRange = fc
    .tuple(small, fc.option(small, { nil: null }))
    .map(([lo, width]) => range(lo, width === null ? null : lo + width));
  const known = fc.oneof(small.map(exact), anyRange, fc.constant(notApplicable));
  const anyCount = fc.oneof(known, fc.constantFrom(...UNKNOWN));
  /** Some number the cell may really stand for. */
  const possible = (count: Count, pick: number) => {
    const bounds = boundsOf(count);
    if (bounds === null) return 0;
    return bounds.lo + (pick % ((bounds.hi ?? bounds.lo + 50) - bounds.lo + 1));
  };
  const width = (figure: Interval | null) =>
    figure === null || figure.hi === null ? Number.POSITIVE_INFINITY : figure.hi - figure.lo;

  test("the sum contains every possible sum", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(known, fc.nat())), (parts) => {
        const total = parts.reduce((so, [count, pick]) => so + possible(count, pick), 0);
        const sum = sumOf(parts.map(([count]) => count));
        expect(sum).not.toBeNull();
        expect(total).toBeGreaterThanOrEqual(sum?.lo ?? Number.POSITIVE_INFINITY);
        expect(total).toBeLessThanOrEqual(sum?.hi ?? Number.POSITIVE_INFINITY);
      }),
    );
  });

  test("both ends of the sum are attained", () => {
    fc.assert(
      fc.property(fc.array(known), (counts) => {
        const ends = counts.map((count) => boundsOf(count) ?? { lo: 0, hi: 0 });
        const highest = ends.some(({ hi }) => hi === null) ? null : ends.reduce((so, { hi }) => so + (hi ?? 0), 0);
        expect(sumOf(counts)).toEqual({ lo: ends.reduce((so, { lo }) => so + lo, 0), hi: highest });
      }),
    );
  });

  test("one unknown part makes the whole sum unknown, wherever it stands", () => {
    fc.assert(
      fc.property(fc.array(known), fc.constantFrom(...UNKNOWN), fc.array(anyCount), (before, unknown, after) => {
        expect(sumOf([...before, unknown, ...after])).toBeNull();
      }),
    );
  });

  test("adding a part never narrows the range", () => {
    fc.assert(
      fc.property(fc.array(anyCount), anyCount, (counts, more) => {
        expect(width(sumOf([...counts, more]))).toBeGreaterThanOrEqual(width(sumOf(counts)));
      }),
    );
  });

  test("at least is never more than any possible sum", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCount, fc.nat())), (parts) => {
        const total = parts.reduce((so, [count, pick]) => so + possible(count, pick), 0);
        expect(atLeast(parts.map(([count]) => count))).toBeLessThanOrEqual(total);
      }),
    );
  });

  test("the share contains every possible share and stays between 0 and 1", () => {
    fc.assert(
      fc.property(known, fc.nat(), known, fc.nat(), (part, pickPart, rest, pickRest) => {
        const total = sumOf([part, rest]);
        const share = shareOf(boundsOf(part), total);
        if (share === null) return;
        const really = possible(part, pickPart) / (possible(part, pickPart) + possible(rest, pickRest));
        expect(share.lo).toBeGreaterThanOrEqual(0);
        expect(share.hi).toBeLessThanOrEqual(1);
        expect(really).toBeGreaterThanOrEqual(share.lo);
        expect(really).toBeLessThanOrEqual(share.hi);
      }),
    );
  });
});
