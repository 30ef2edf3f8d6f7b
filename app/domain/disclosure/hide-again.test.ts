import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Count } from "../count/count";
import { AGE_BANDS } from "../returns/return";
import type { PublishedCell } from "./cell";
import { hideMeasure } from "./hide";
import { STANDARD_POLICY } from "./policy";
import { CELLS, type Cell, cellNamed, type PublishedMeasure } from "./published-measure";
import type { MeasureCounts } from "./ways";

const exactly = (value: number): Count => ({ kind: "exact", value });
const range = (lo: number, hi: number): Count => ({ kind: "range", lo, hi });
const NOT_HELD: Count = { kind: "not-held" };
const NOT_TAKEN: Count = { kind: "not-applicable" };

type Given = readonly (Count | number)[];
/** Three bands and, where it is not 2400, the 0–18 total. */
function measure([a = 0, b = 0, c = 0, all = 2400]: Given): MeasureCounts {
  const count = (given: Count | number) => (typeof given === "number" ? exactly(given) : given);
  return { bands: { "0-12m": count(a), "12-24m": count(b), "24-36m": count(c) }, all: count(all) };
}

/** What release after release shows of a measure, newest first. */
function released(versions: readonly Given[]): readonly PublishedMeasure[] {
  const shown: PublishedMeasure[] = [];
  for (const given of versions) shown.unshift(hideMeasure(measure(given), STANDARD_POLICY, shown));
  return shown;
}

function written(shown: PublishedMeasure | undefined) {
  return CELLS.map((cell) => {
    const of = shown === undefined ? { status: "none" as const } : cellNamed(shown, cell);
    if (of.status === "value") return of.value;
    return of.status === "range" ? `${of.lo}-${of.hi}` : of.status;
  });
}
const shownLast = (...versions: readonly Given[]) => written(released(versions)[0]);

describe("what the second release shows", () => {
  const HIDDEN = "[c]";
  test.each<[string, Given, Given, unknown[]]>([
    ["nothing changed", [3, 8, 12], [3, 8, 12], [HIDDEN, HIDDEN, 12, 23, 2400]],
    ["8 would tell the 3 of before", [3, 8, 12], [5, 8, 12], [HIDDEN, HIDDEN, 12, 25, 2400]],
    ["figures that cannot be those of before", [3, 8, 12], [20, 30, 12], [20, 30, 12, 62, 2400]],
    ["a small count among those hidden before", [3, 8, 12], [3, 8, 13], [HIDDEN, HIDDEN, 13, 24, 2400]],
    ["the other one is small now", [3, 8, 12], [9, 2, 12], [HIDDEN, HIDDEN, 12, 23, 2400]],
    [
      "a count that became small, beside one that did not change",
      [5, 8, 12],
      [3, 8, 12],
      [HIDDEN, 8, 12, "21-24", 2400],
    ],
    ["a count that became 0", [3, 8, 12], [0, 8, 12], [0, HIDDEN, 12, HIDDEN, 2400]],
    [
      "two small ones that would add to the total of before",
      [6, 5, 9],
      [4, 4, 12],
      [HIDDEN, HIDDEN, HIDDEN, HIDDEN, 2400],
    ],
    ["two small ones, and no total to tell", [20, 30, 12], [4, 4, 12], [HIDDEN, HIDDEN, 12, "14-20", 2400]],
    ["a range that becomes exact", [range(0, 4), 8, 12], [3, 8, 12], [HIDDEN, 8, 12, "21-24", 2400]],
    ["a range that [c] would narrow stays", [range(0, 3), 8, 12], [2, 8, 12], ["0-3", 8, 12, "20-23", 2400]],
    [
      "two ranges that overlap in two numbers",
      [range(1, 4), 8, 12],
      [range(3, 7), 8, 12],
      [HIDDEN, 8, 12, HIDDEN, 2400],
    ],
    ["an age that is not taken after all", [3, 8, 12], [NOT_TAKEN, 8, 12], ["[z]", HIDDEN, 12, HIDDEN, 2400]],
    ["nothing was known before", [NOT_HELD, NOT_HELD, NOT_HELD, NOT_HELD], [3, 8, 12], [HIDDEN, HIDDEN, 12, 23, 2400]],
    [
      "everything that could be told by a total that is the same",
      [0, 0, 3],
      [1, 1, 1],
      [HIDDEN, HIDDEN, HIDDEN, HIDDEN, 2400],
    ],
    ["only the 0–18 total changed", [3, 8, 12, 40], [3, 8, 12, 50], [HIDDEN, HIDDEN, 12, 23, 50]],
    [
      "two ranges of all ages that overlap in two numbers",
      [0, 0, 0, range(1, 4)],
      [0, 0, 0, range(3, 9)],
      [0, 0, 0, 0, HIDDEN],
    ],
  ])("%s", (_, before, now, cells) => {
    expect(shownLast(before, now)).toEqual(cells);
  });

  test("what one release would tell of the one before the last is hidden too", () => {
    expect(shownLast([3, 8, 12], [5, 8, 12], [5, 20, 12])).toEqual([HIDDEN, HIDDEN, 12, 37, 2400]);
  });
});

const few = fc.nat({ max: 6 });
const some = fc.oneof({ weight: 3, arbitrary: few }, { weight: 1, arbitrary: fc.nat({ max: 10 }) });
const anyCount = fc.oneof(
  { weight: 8, arbitrary: some },
  { weight: 1, arbitrary: fc.constantFrom<Count>(range(0, 4), range(1, 4), range(0, 9), range(3, 8)) },
  { weight: 1, arbitrary: fc.constantFrom<Count>(NOT_HELD, NOT_TAKEN) },
);
const anyBands = fc.tuple(anyCount, anyCount, anyCount);
/** A return, and amendments of it that change one band, or all of them, or only the 0–18 total. */
const anyVersions = (most: number) =>
  fc
    .tuple(anyBands, fc.array(fc.tuple(fc.nat({ max: 4 }), anyBands, fc.nat({ max: 20 })), { maxLength: most - 1 }))
    .map(([first, amendments]) => {
      const versions: Given[] = [[...first, 2400]];
      for (const [which, bands, more] of amendments) {
        const [a = 0, b = 0, c = 0, all = 0] = versions.at(-1) ?? [];
        const changed = [a, b, c].map((count, band) =>
          which === band || which === 3 ? (bands[band] ?? count) : count,
        );
        versions.push([...changed, which === 4 ? leastOf(changed) + more : all]);
      }
      return versions;
    });
function leastOf(counts: Given): number {
  return counts.reduce<number>((sum, count) => {
    return sum + (typeof count === "number" ? count : count.kind === "range" ? count.lo : 0);
  }, 0);
}

test("counts that are released again unchanged come out as they did before, whatever was released before them", () => {
  fc.assert(
    fc.property(anyVersions(3), (versions) => {
      const [newest] = released(versions);
      const again = released([...versions, ...versions.slice(-1)]);
      expect(again[0]).toEqual(newest);
      expect(again[1]).toEqual(newest);
    }),
    { numRuns: 200 },
  );
});

/** The true numbers of one release, in the order of CELLS. */
type Numbers = readonly number[];
/** Nobody can try every number; this is more than any band of these rows holds. */
const HIGHEST = 20;

/** Every table that could be behind what one release shows. */
function tables(shown: PublishedMeasure): readonly Numbers[] {
  const bands = AGE_BANDS.map((band) => shown.bands[band]);
  const hiddenWhole = shown.total.status === "[c]" && bands.every(({ status }) => status === "[c]" || status === "[x]");
  const candidates = (cell: PublishedCell, highestHidden: number): readonly number[] => {
    if (cell.status === "value") return [cell.value];
    if (cell.status === "range") return upTo(cell.lo, cell.hi ?? HIGHEST);
    if (cell.status === "[z]") return [0];
    return cell.status === "[x]" || hiddenWhole ? upTo(0, HIGHEST) : upTo(1, highestHidden);
  };
  const [as = [], bs = [], cs = []] = bands.map((cell) =>
    candidates(cell, shown.total.status === "range" ? 4 : HIGHEST),
  );
  const totals = new Set(candidates(shown.total, 3 * HIGHEST));
  const alls = candidates(shown.all, 3 * HIGHEST);
  const fitting = (a: number, b: number, c: number) => {
    const sum = a + b + c;
    const fits = shown.total.status === "[c]" || shown.total.status === "[x]" || totals.has(sum);
    return fits ? alls.filter((all) => sum <= all).map((all) => [a, b, c, sum, all]) : [];
  };
  return as.flatMap((a) => bs.flatMap((b) => cs.flatMap((c) => fitting(a, b, c))));
}
function upTo(lowest: number, highest: number): readonly number[] {
  return Array.from({ length: Math.max(0, highest - lowest + 1) }, (_, step) => lowest + step);
}

/** The tables of each release that are left when these cells are the same in each release and the next. */
function left(releases: readonly (readonly Numbers[])[], unchanged: readonly (readonly Cell[])[]) {
  const key = (numbers: Numbers, step: number) =>
    (unchanged[step] ?? []).map((cell) => numbers[CELLS.indexOf(cell)]).join(" ");
  const remaining = [...releases];
  const keep = (at: number, beside: number, step: number) => {
    const keys = new Set((remaining[beside] ?? []).map((numbers) => key(numbers, step)));
    remaining[at] = (remaining[at] ?? []).filter((numbers) => keys.has(key(numbers, step)));
  };
  for (let at = 1; at < releases.length; at++) keep(at, at - 1, at - 1);
  for (let at = releases.length - 2; at >= 0; at--) keep(at, at + 1, at);
  return remaining;
}

/** The guarded cells of which the tables that are left say more than that they are small. */
function toldTooMuch(shown: readonly PublishedMeasure[], unchanged: readonly (readonly Cell[])[]) {
  return left(shown.map(tables), unchanged).flatMap((found, at) =>
    CELLS.flatMap((cell, column) => {
      const release = shown[at];
      if (release === undefined || !["[c]", "range"].includes(cellNamed(release, cell).status)) return [];
      const seen = [...new Set(found.map((numbers) => numbers[column] ?? 0))];
      const tight = seen.every((value) => 1 <= value && value <= 4) && Math.max(...seen) - Math.min(...seen) < 3;
      return seen.length > 0 && tight ? [{ release: at, cell, seen }] : [];
    }),
  );
}

describe("an outsider who tries every table that could be behind all the releases", () => {
  const anySame = fc.subarray([...CELLS], { minLength: 1 });

  test("learns no hidden count by supposing that some cells did not change between two of them", () => {
    fc.assert(
      fc.property(anyVersions(3), anySame, (versions, same) => {
        const shown = released(versions);
        const pairs = shown.flatMap((a, at) => shown.slice(at + 1).map((b) => [a, b]));
        expect(pairs.flatMap((pair) => toldTooMuch(pair, [same]))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("nor from each to the next", () => {
    fc.assert(
      fc.property(anyVersions(4), fc.tuple(anySame, anySame, anySame), (versions, unchanged) => {
        const shown = released(versions);
        expect(toldTooMuch(shown, unchanged.slice(0, shown.length - 1))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("would have learned it if every release had been hidden for itself", () => {
    const apart = [measure([5, 8, 12]), measure([3, 8, 12])].map((counts) => hideMeasure(counts, STANDARD_POLICY));
    expect(toldTooMuch(apart, [["12-24m"]])).toEqual([{ release: 1, cell: "0-12m", seen: [3] }]);
  });
});

describe("somebody who knows the rules, and tries every row that would look the same", () => {
  const rows = upTo(0, 8).flatMap((a) => upTo(0, 8).flatMap((b) => upTo(0, 8).map((c) => [a, b, c])));
  test.each<[string, Given]>([
    ["two bands hidden", [3, 8, 7]],
    ["two of few children", [0, 1, 5]],
    ["one small band", [0, 0, 3]],
    ["two small bands", [0, 2, 2]],
    ["two small bands that add to 5", [1, 4, 7]],
    ["three", [1, 2, 2]],
    ["everything, with its range", [4, 4, 4]],
    ["all of them beside a total", [4, 4, 8]],
    ["nothing", [5, 6, 7]],
    ["nothing, with zeros", [0, 0, 5]],
  ])("cannot tell from what a second release hides which of 1 to 4 it was: hidden before were %s", (_, before) => {
    const first = released([before]);
    const looks = new Map<string, { shown: PublishedMeasure; of: Given[] }>();
    for (const given of rows) {
      const shown = hideMeasure(measure(given), STANDARD_POLICY, first);
      // Beside a higher total the rows that look the same are not all among those tried.
      if (shown.total.status === "value" && shown.total.value > 8) continue;
      const look = looks.get(JSON.stringify(shown)) ?? { shown, of: [] };
      looks.set(JSON.stringify(shown), look);
      look.of.push(given);
    }
    const told = [...looks].flatMap(([look, { shown, of }]) =>
      AGE_BANDS.flatMap((band, at) => {
        const seen = new Set(of.map((given) => Number(given[at])));
        const small = shown.bands[band].status === "[c]" && [...seen].every((value) => 1 <= value && value <= 4);
        return small && seen.size < 4 ? [{ look, band, seen: [...seen] }] : [];
      }),
    );
    expect(looks.size).toBeGreaterThan(10);
    expect(told).toEqual([]);
  });
});
