import { AGE_BANDS } from "../returns/return";
import { ANY_COUNT, both, isEmpty, type Row, rowOf } from "./outsider";
import type { Range } from "./policy";
import type { Cell } from "./published-measure";

/**
 * The tightest range of every cell of a measure that follows from all of them together. Null where no numbers fit.
 * Example: bands 1–4, 8 and 12 with a total of 23 leave 3–3 of the first.
 */
export function narrowed(row: Row): Row | null {
  return narrowedTogether([row], [])?.[0] ?? null;
}

/** For each two neighbouring releases, the cells that are taken to be the same in both. */
export type Unchanged = readonly (readonly Cell[])[];

/**
 * The same for a measure in several releases, where some cells are known to be the same in a release and the next:
 * `unchanged` has one entry fewer than there are rows. Null where no numbers fit.
 * Example: two hidden bands beside 12 with a total of 23, then 5, 8 and 12 with 25: if the second band is the same, the
 * first was 3.
 *
 * Each release says that its bands add to its total. A count that stays the same through some releases in a row stands
 * in the equation of each; where each equation is taken from the next, it comes in once and goes out once. The counts
 * are then the flows of a network that has a node before, between and after the releases, and by Hoffman's theorem on
 * circulations the equations of its cuts, each narrowing each count that stands in it, leave exactly the numbers that
 * fit. (Only a 0–18 total that is the same in three releases or more may be higher than the lower end that is found.)
 */
export function narrowedTogether(rows: readonly Row[], unchanged: Unchanged): readonly Row[] | null {
  const alls = runsOf("all", rows, unchanged);
  const totals = runsOf("total", rows, unchanged).map((total) => noHigherThan(total, alls));
  const bands = AGE_BANDS.flatMap((band) => runsOf(band, rows, unchanged));
  const given = [...bands, ...totals];
  if (contradict(given) || contradict(alls)) return null;
  const runs = narrowedByCuts(given, rows.length);
  const known = [...runs, ...alls.map((all) => noLowerThan(all, runs))];
  if (contradict(known)) return null;
  const rangeAt = (at: number, cell: Cell) => known.find((run) => run.cell === cell && run.first <= at && at < run.end);
  return rows.map((_, at) => rowOf((cell) => rangeAt(at, cell)?.range ?? ANY_COUNT));
}

/** A count that is the same from the release `first` until before the release `end`. */
interface Run {
  readonly cell: Cell;
  readonly first: number;
  readonly end: number;
  readonly range: Range;
}

function contradict(runs: readonly Run[]): boolean {
  return runs.some(({ range }) => isEmpty(range));
}

function runsOf(cell: Cell, rows: readonly Row[], unchanged: Unchanged): readonly Run[] {
  const runs: Run[] = [];
  rows.forEach((row, at) => {
    const before = unchanged[at - 1]?.includes(cell) ? runs.pop() : undefined;
    const range = before === undefined ? row[cell] : both(before.range, row[cell]);
    runs.push({ cell, first: before?.first ?? at, end: at + 1, range });
  });
  return runs;
}

/** Each cut, a set of nodes as one bit each, gives an equation: what stands on its left adds to what stands on its right. */
function narrowedByCuts(runs: readonly Run[], releases: number): readonly Run[] {
  const narrow = runs.map((run) => ({ run, range: run.range }));
  for (let cut = 1; cut < 1 << releases; cut++) {
    const [left, right]: [Narrow[], Narrow[]] = [[], []];
    for (const one of narrow) {
      const [starts, ends] = [(cut >> one.run.first) & 1, (cut >> one.run.end) & 1];
      if (starts !== ends) (starts > ends === (one.run.cell !== "total") ? left : right).push(one);
    }
    narrowSide(left, right);
    narrowSide(right, left);
  }
  return narrow.map(({ run, range }) => ({ ...run, range }));
}

interface Narrow {
  readonly run: Run;
  range: Range;
}

/** Leaves of each count what the other side of an equation leaves, less everything else on its own side. */
function narrowSide(side: readonly Narrow[], other: readonly Narrow[]): void {
  for (const one of side) {
    let lo = 0;
    let hi = 0;
    for (const { run } of other) {
      lo += run.range.lo;
      hi += run.range.hi;
    }
    for (const beside of side) {
      if (beside === one) continue;
      lo -= beside.run.range.hi;
      hi -= beside.run.range.lo;
    }
    one.range = both(one.range, { lo, hi });
  }
}

/** A total is part of the 0–18 total of each of its releases. */
function noHigherThan(total: Run, alls: readonly Run[]): Run {
  const hi = Math.min(...alls.filter((all) => meet(all, total)).map(({ range }) => range.hi));
  return { ...total, range: both(total.range, { lo: 0, hi }) };
}

function noLowerThan(all: Run, runs: readonly Run[]): Run {
  const totals = runs.filter((run) => run.cell === "total" && meet(all, run));
  const lo = Math.max(...totals.map(({ range }) => range.lo));
  return { ...all, range: both(all.range, { lo, hi: Number.POSITIVE_INFINITY }) };
}

function meet(a: Run, b: Run): boolean {
  return a.first < b.end && b.first < a.end;
}
