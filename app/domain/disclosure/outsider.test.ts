import fc from "fast-check";
import { expect, test } from "vitest";
import { narrowed, type Row } from "./outsider";
import type { Range } from "./policy";

const only = (value: number): Range => ({ lo: value, hi: value });
const ANYTHING: Range = { lo: 0, hi: Number.POSITIVE_INFINITY };

test("one hidden band beside its total is known", () => {
  const row = narrowed({ bands: [{ lo: 1, hi: 4 }, only(8), only(12)], total: only(23), all: ANYTHING });
  expect(row?.bands[0]).toEqual(only(3));
});

test("two hidden bands that add to 8 are both 4, if both are known to be small", () => {
  const row = narrowed({ bands: [{ lo: 1, hi: 4 }, { lo: 1, hi: 4 }, only(9)], total: only(17), all: ANYTHING });
  expect(row?.bands.slice(0, 2)).toEqual([only(4), only(4)]);
});

test("a range of 0 to 4 beside a 0–18 total of 3 is 0 to 3", () => {
  const row = narrowed({ bands: [{ lo: 0, hi: 4 }, only(0), only(0)], total: ANYTHING, all: only(3) });
  expect(row?.bands[0]).toEqual({ lo: 0, hi: 3 });
});

test("numbers that cannot be are found out", () => {
  expect(narrowed({ bands: [only(8), only(8), only(8)], total: only(23), all: ANYTHING })).toBeNull();
});

test("it finds what trying every row finds", () => {
  const few = fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 5 })).map(([lo, more]) => ({ lo, hi: lo + more }));
  const many = fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 6 })).map(([lo, more]) => ({ lo, hi: lo + more }));
  fc.assert(
    fc.property(few, few, few, many, many, (a, b, c, total, all) => {
      const row: Row = { bands: [a, b, c], total, all };
      expect(narrowed(row)).toEqual(byTrying(row));
    }),
    { numRuns: 500 },
  );
});

function byTrying({ bands, total, all }: Row): Row | null {
  const [as = [], bs = [], cs = []] = bands.map(values);
  const found: number[][] = [];
  for (const a of as)
    for (const b of bs)
      for (const c of cs) {
        const sum = a + b + c;
        if (sum < total.lo || sum > total.hi) continue;
        for (const whole of values(all)) if (sum <= whole) found.push([a, b, c, sum, whole]);
      }
  if (found.length === 0) return null;
  const column = (at: number): Range => {
    const seen = found.map((each) => each[at] ?? 0);
    return { lo: Math.min(...seen), hi: Math.max(...seen) };
  };
  return { bands: [column(0), column(1), column(2)], total: column(3), all: column(4) };
}

function values({ lo, hi }: Range): number[] {
  return Array.from({ length: hi - lo + 1 }, (_, step) => lo + step);
}
