import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { narrowed, narrowedTogether, type Unchanged } from "./narrowing";
import { type Row, rowOf } from "./outsider";
import type { Range } from "./policy";
import { CELLS } from "./published-measure";

const only = (value: number): Range => ({ lo: value, hi: value });
const SMALL: Range = { lo: 1, hi: 4 };
const HIDDEN: Range = { lo: 1, hi: Number.POSITIVE_INFINITY };
const ANYTHING: Range = { lo: 0, hi: Number.POSITIVE_INFINITY };
const row = (a: Range, b: Range, c: Range, total: Range, all: Range = ANYTHING): Row => {
  return { "0-12m": a, "12-24m": b, "24-36m": c, total, all };
};

describe("one release", () => {
  test("one hidden band beside its total is known", () => {
    expect(narrowed(row(SMALL, only(8), only(12), only(23)))?.["0-12m"]).toEqual(only(3));
  });

  test("two hidden bands that add to 8 are both 4, if both are known to be small", () => {
    expect(narrowed(row(SMALL, SMALL, only(9), only(17)))).toMatchObject({ "0-12m": only(4), "12-24m": only(4) });
  });

  test("a range of 0 to 4 beside a 0–18 total of 3 is 0 to 3", () => {
    expect(narrowed(row({ lo: 0, hi: 4 }, only(0), only(0), ANYTHING, only(3)))?.["0-12m"]).toEqual({ lo: 0, hi: 3 });
  });

  test("numbers that cannot be are found out", () => {
    expect(narrowed(row(only(8), only(8), only(8), only(23)))).toBeNull();
  });
});

describe("several releases", () => {
  const first = row(HIDDEN, HIDDEN, only(12), only(23));
  const amended = row(only(5), only(8), only(12), only(25));

  test("a count that is the same tells the one beside it in the other release", () => {
    expect(narrowedTogether([first, amended], [["12-24m"]])?.[0]?.["0-12m"]).toEqual(only(3));
    expect(narrowedTogether([first, amended], [["0-12m"]])?.[0]?.["12-24m"]).toEqual(only(6));
    expect(narrowedTogether([first, amended], [[]])?.[0]?.["0-12m"]).toEqual({ lo: 1, hi: 10 });
  });

  test("what cannot be the same is found out", () => {
    expect(narrowedTogether([first, amended], [["total"]])).toBeNull();
  });

  test("sums of hidden counts tell, though none of them is known", () => {
    const third = row(HIDDEN, HIDDEN, HIDDEN, only(14));
    expect(narrowedTogether([first, third], [["0-12m", "12-24m"]])?.[1]?.["24-36m"]).toEqual(only(3));
  });

  test("what is told goes from each release to the next", () => {
    const second = row(HIDDEN, HIDDEN, only(12), only(25));
    const last = row(only(5), only(20), only(12), only(37));
    expect(narrowedTogether([first, second, last], [["12-24m"], ["0-12m"]])?.[0]?.["0-12m"]).toEqual(only(3));
  });
});

const few = fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 4 })).map(([lo, more]) => ({ lo, hi: lo + more }));
const many = fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 8 })).map(([lo, more]) => ({ lo, hi: lo + more }));
const anyRow = fc.tuple(few, few, few, many, many).map(([a, b, c, total, all]) => row(a, b, c, total, all));
const anySame = fc.subarray([...CELLS]);

test.each([1, 2, 3, 4])("it finds what trying all numbers finds: releases %i", (count) => {
  const exactly = (length: number) => ({ minLength: length, maxLength: length });
  let fitting = 0;
  fc.assert(
    fc.property(fc.array(anyRow, exactly(count)), fc.array(anySame, exactly(count - 1)), (rows, unchanged) => {
      const found = byTrying(rows, unchanged);
      if (found !== null) fitting++;
      expect(compared(narrowedTogether(rows, unchanged))).toEqual(compared(found));
    }),
    { numRuns: 1500 },
  );
  expect(fitting).toBeGreaterThan(40);
});

/** Of a 0–18 total that may be the same in three releases or more, the lower end is not claimed to be the tightest. */
function compared(rows: readonly Row[] | null) {
  return rows !== null && rows.length > 2 ? rows.map(({ all: { hi }, ...others }) => ({ ...others, hi })) : rows;
}

type Numbers = readonly number[];

/** Every number of every release that is part of some solution of all of them. */
function byTrying(rows: readonly Row[], unchanged: Unchanged): readonly Row[] | null {
  const same = (step: number, a: Numbers, b: Numbers) =>
    CELLS.every((cell, at) => !unchanged[step]?.includes(cell) || a[at] === b[at]);
  const forwards = rows.map(solutions);
  forwards.forEach((found, at) => {
    if (at === 0) return;
    forwards[at] = found.filter((b) => forwards[at - 1]?.some((a) => same(at - 1, a, b)));
  });
  const both = [...forwards];
  for (let at = rows.length - 2; at >= 0; at--) {
    both[at] = (both[at] ?? []).filter((a) => both[at + 1]?.some((b) => same(at, a, b)));
  }
  if (both.some((found) => found.length === 0)) return null;
  return both.map((found) =>
    rowOf((cell) => {
      const seen = found.map((numbers) => numbers[CELLS.indexOf(cell)] ?? 0);
      return { lo: Math.min(...seen), hi: Math.max(...seen) };
    }),
  );
}

function solutions(of: Row): readonly Numbers[] {
  const found: Numbers[] = [];
  for (const a of values(of["0-12m"]))
    for (const b of values(of["12-24m"]))
      for (const c of values(of["24-36m"])) {
        const sum = a + b + c;
        if (sum < of.total.lo || sum > of.total.hi) continue;
        for (const whole of values(of.all)) if (sum <= whole) found.push([a, b, c, sum, whole]);
      }
  return found;
}

function values({ lo, hi }: Range): number[] {
  return Array.from({ length: hi - lo + 1 }, (_, step) => lo + step);
}
