import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Count } from "../count/count";
import { AGE_BANDS } from "../returns/return";
import type { PublishedCell } from "./cell";
import { hideMeasure } from "./hide";
import { type Policy, STANDARD_POLICY } from "./policy";
import type { PublishedMeasure } from "./published-measure";
import type { MeasureCounts } from "./ways";

const exactly = (value: number): Count => ({ kind: "exact", value });
const range = (lo: number, hi: number | null): Count => ({ kind: "range", lo, hi });
const measure = (bands: readonly (Count | number)[], all: Count | number = 2400): MeasureCounts => {
  const [a, b, c] = [...bands, all].map((count) => (typeof count === "number" ? exactly(count) : count));
  const [first = exactly(0), second = exactly(0), third = exactly(0)] = [a, b, c];
  return {
    bands: { "0-12m": first, "12-24m": second, "24-36m": third },
    all: typeof all === "number" ? exactly(all) : all,
  };
};

/** `[c]`, 8 or `1-4` for each band, and then the 0–2 total and the 0–18 total. */
function shown(counts: MeasureCounts, policy: Policy = STANDARD_POLICY) {
  const { bands, total, all } = hideMeasure(counts, policy);
  return [...AGE_BANDS.map((band) => bands[band]), total, all].map(written);
}
function written(cell: PublishedCell): string | number {
  if (cell.status === "value") return cell.value;
  return cell.status === "range" ? `${cell.lo}-${cell.hi}` : cell.status;
}

describe("what is shown of a row", () => {
  test.each([
    ["nothing is small", [5, 8, 12], [5, 8, 12, 25, 2400]],
    ["true zeros are shown", [0, 0, 0], [0, 0, 0, 0, 2400]],
    ["a second cell is hidden, the smallest above zero", [3, 8, 12], ["[c]", "[c]", 12, 23, 2400]],
    ["zeros are not the second cell", [0, 3, 12], [0, "[c]", "[c]", 15, 2400]],
    ["equal cells are hidden together", [5, 5, 1], ["[c]", "[c]", "[c]", 11, 2400]],
    ["two small ones whose sum gives neither away", [1, 4, 30], ["[c]", "[c]", 30, 35, 2400]],
    ["two small ones whose sum would give them away", [4, 4, 9], ["[c]", "[c]", "[c]", 17, 2400]],
    ["three small ones whose sum gives none away", [3, 2, 2], ["[c]", "[c]", "[c]", 7, 2400]],
    ["three small ones whose sum would give them away", [4, 4, 4], ["[c]", "[c]", "[c]", "3-12", 2400]],
    ["a small total is a range, and so are others like it", [0, 1, 1], [0, "[c]", "[c]", "2-8", 2400]],
    ["one small band is the small total", [0, 0, 3], [0, 0, "[c]", "1-4", 2400]],
  ])("%s", (_, bands, cells) => {
    expect(shown(measure(bands))).toEqual(cells);
  });

  test("ranges are shown as given, and the total does not give away the exact count beside them", () => {
    expect(shown(measure([range(1, 4), 8, 12]))).toEqual(["1-4", 8, 12, "21-24", 2400]);
    expect(shown(measure([3, range(0, 4), 12]))).toEqual(["[c]", "0-4", 12, "13-20", 2400]);
    expect(shown(measure([3, range(101, null), 12]))).toEqual(["[c]", "101-null", 12, "114-null", 2400]);
  });

  test("a range of one number is that number", () => {
    expect(shown(measure([range(3, 3), 0, 12]))).toEqual(["[c]", 0, "[c]", 15, 2400]);
  });

  test("what is not available says why; a total has the reason of its bands where they agree", () => {
    const notHeld: Count = { kind: "not-held" };
    const refused: Count = { kind: "refused", section: "s12" };
    const every = hideMeasure(measure([refused, refused, refused], refused), STANDARD_POLICY);
    expect(every.total).toEqual({ status: "[x]", why: "refused", section: "s12" });
    expect(every.all).toEqual({ status: "[x]", why: "refused", section: "s12" });
    expect(hideMeasure(measure([3, notHeld, 12]), STANDARD_POLICY)).toMatchObject({
      bands: { "0-12m": { status: "[c]" }, "12-24m": { status: "[x]", why: "not held" } },
      total: { status: "[x]", why: "not every age known" },
    });
  });

  test("an age not taken is not applicable and adds nothing; with no age taken the total is not applicable", () => {
    const notTaken: Count = { kind: "not-applicable" };
    expect(shown(measure([notTaken, 6, 12]))).toEqual(["[z]", 6, 12, 18, 2400]);
    expect(shown(measure([notTaken, notTaken, notTaken]))).toEqual(["[z]", "[z]", "[z]", "[z]", 2400]);
  });

  test("a 0–18 total is hidden where it is small or so low that it could tell something", () => {
    expect(shown(measure([0, 0, 0], 3))).toEqual([0, 0, 0, 0, "[c]"]);
    expect(shown(measure([1, 1, 1], 12))).toEqual(["[c]", "[c]", "[c]", "3-12", "[c]"]);
    expect(shown(measure([1, 1, 1], 13))).toEqual(["[c]", "[c]", "[c]", "3-12", 13]);
    expect(shown(measure([range(0, 4), 0, 0], 3))).toEqual(["0-4", 0, 0, "0-4", "[c]"]);
    expect(shown(measure([6, 0, 0], range(0, 9)))).toEqual([6, 0, 0, 6, "[c]"]);
  });
});

type Known = ReadonlyMap<string, Set<number>>;

/** The values that each hidden cell takes over all the rows that look like one another. */
function valuesOfHidden(rows: Iterable<MeasureCounts>, policy: Policy): ReadonlyMap<string, Known> {
  const looks = new Map<string, Map<string, Set<number>>>();
  for (const row of rows) {
    const published = hideMeasure(row, policy);
    const look = JSON.stringify(published);
    const known = looks.get(look) ?? new Map<string, Set<number>>();
    looks.set(look, known);
    for (const [cell, value] of hiddenValues(row, published)) {
      known.set(cell, (known.get(cell) ?? new Set()).add(value));
    }
  }
  return looks;
}

function hiddenValues(row: MeasureCounts, published: PublishedMeasure): [string, number][] {
  const bands = AGE_BANDS.map((band): [string, Count, PublishedCell] => [band, row.bands[band], published.bands[band]]);
  const exact = AGE_BANDS.map((band) => row.bands[band]).map((count) => (count.kind === "exact" ? count.value : null));
  const sum = exact.reduce((total, value) => (total === null || value === null ? null : total + value), 0);
  const total: [string, Count, PublishedCell][] = sum === null ? [] : [["total", exactly(sum), published.total]];
  return [...bands, ...total, ["all", row.all, published.all] as const].flatMap(
    ([name, count, cell]): [string, number][] =>
      count.kind === "exact" && cell.status !== "value" ? [[name, count.value]] : [],
  );
}

function* rowsOf(bands: readonly Count[], alls: readonly number[]): Generator<MeasureCounts> {
  for (const a of bands)
    for (const b of bands)
      for (const c of bands)
        for (const all of alls) {
          const least = [a, b, c].reduce(
            (sum, count) => sum + (count.kind === "exact" ? count.value : count.kind === "range" ? count.lo : 0),
            0,
          );
          if (least <= all) yield measure([a, b, c], all);
        }
}

const upTo = (highest: number) => Array.from({ length: highest + 1 }, (_, value) => value);
const OTHER_ANSWERS: readonly Count[] = [
  range(0, 4),
  range(1, 4),
  range(0, 9),
  range(2, 3),
  range(3, 4),
  range(2, 6),
  { kind: "not-held" },
  { kind: "not-applicable" },
];

describe("an outsider who knows the rules, and tries every row that would look the same", () => {
  test.each([
    ["1–4", 4, 12, 24],
    ["1–3", 3, 9, 29],
    ["1–7", 7, 11, 32],
  ])("cannot tell more of a hidden count than %s", (_, highest, most, lowTotals) => {
    const policy: Policy = { primary: { lowest: 1, highest }, sums: "from-published-cells" };
    const rows = rowsOf([...upTo(most).map(exactly), ...OTHER_ANSWERS], [...upTo(lowTotals), 1000]);
    const known = [...valuesOfHidden(rows, policy).entries()].flatMap(([look, cells]) =>
      [...cells].map(([cell, values]) => ({ look, cell, values: [...values] })),
    );
    expect(known.length).toBeGreaterThan(100);
    const small = (value: number) => 1 <= value && value <= highest;
    const toldTooMuch = known.filter(({ values }) => values.every(small) && values.length < highest);
    expect(toldTooMuch).toEqual([]);
  });
});

const anyCount = fc.oneof(
  fc.nat({ max: 12 }).map(exactly),
  fc.nat({ max: 400 }).map(exactly),
  fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })).map(([lo, more]) => range(lo, lo + more)),
  fc.constantFrom<Count>({ kind: "not-held" }, { kind: "missing" }, { kind: "not-applicable" }),
);
const anyRow = fc
  .tuple(anyCount, anyCount, anyCount, fc.nat({ max: 30 }), fc.boolean())
  .map(([a, b, c, more, tiny]) => {
    const least = [a, b, c].reduce(
      (sum, count) => sum + (count.kind === "exact" ? count.value : count.kind === "range" ? count.lo : 0),
      0,
    );
    return measure([a, b, c], least + more + (tiny ? 0 : 1500));
  });

test("an outsider who was told which bands are the small ones still finds each of 1 to 4 possible", () => {
  const possible = (row: MeasureCounts, wanted: number, at: number): boolean => {
    const published = hideMeasure(row, STANDARD_POLICY);
    const candidates = AGE_BANDS.map((band, index) => {
      const [count, cell] = [row.bands[band], published.bands[band]];
      if (index === at) return [wanted];
      if (cell.status === "value") return [cell.value];
      if (cell.status === "range") return between(cell.lo, cell.hi ?? cell.lo + 9);
      if (cell.status === "[c]") return count.kind === "exact" && count.value <= 4 ? [1, 2, 3, 4] : between(1, 900);
      return [0];
    });
    const [as = [], bs = [], cs = []] = candidates;
    const highest = published.all.status === "value" ? published.all.value : Number.POSITIVE_INFINITY;
    const fits = (sum: number) => {
      const { total } = published;
      const [lo, hi] =
        total.status === "value"
          ? [total.value, total.value]
          : total.status === "range"
            ? [total.lo, total.hi ?? Number.POSITIVE_INFINITY]
            : [0, Number.POSITIVE_INFINITY];
      return lo <= sum && sum <= hi && sum <= highest;
    };
    return as.some((a) => bs.some((b) => cs.some((c) => fits(a + b + c))));
  };
  fc.assert(
    fc.property(anyRow, (row) => {
      AGE_BANDS.forEach((band, at) => {
        const count = row.bands[band];
        if (count.kind !== "exact" || count.value < 1 || count.value > 4) return;
        expect([1, 2, 3, 4].filter((wanted) => possible(row, wanted, at))).toEqual([1, 2, 3, 4]);
      });
    }),
    { numRuns: 500 },
  );
});

test("no exact count of 1 to 4 is ever shown, and every range shown holds the truth", () => {
  fc.assert(
    fc.property(anyRow, (row) => {
      const { bands, total, all } = hideMeasure(row, STANDARD_POLICY);
      const counts = [...AGE_BANDS.map((band) => row.bands[band]), row.all];
      const cells = [...AGE_BANDS.map((band) => bands[band]), all];
      const small = [...cells, total].filter((cell) => cell.status === "value" && 1 <= cell.value && cell.value <= 4);
      expect(small).toEqual([]);
      const values = counts
        .slice(0, 3)
        .map((count) => (count.kind === "exact" ? count.value : count.kind === "not-applicable" ? 0 : null));
      if (total.status === "range" && values.every((value) => value !== null)) {
        const sum = values.reduce<number>((whole, value) => whole + (value ?? 0), 0);
        expect(total.lo <= sum && sum <= (total.hi ?? sum)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

function between(lo: number, hi: number): number[] {
  return Array.from({ length: hi - lo + 1 }, (_, step) => lo + step);
}
