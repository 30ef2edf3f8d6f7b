import { narrowed, narrowedTogether, type Unchanged } from "./narrowing";
import { ANY_COUNT, both, isEmpty, isNarrower, NOTHING_KNOWN, publicRow, type Row } from "./outsider";
import { isTooTight, type Policy, type Range, reachesSmall } from "./policy";
import { CELLS, type Cell, cellNamed, type PublishedMeasure } from "./published-measure";
import { subsetsOf } from "./subsets";

/** One measure of one trust as somebody sees it in one release. */
export interface Sight {
  readonly row: Row;
  /** The cells that nobody may know too closely. */
  readonly guarded: readonly Cell[];
}

/** As it is seen by an outsider who knows the rules: guarded is what is hidden, and every range that may hide a small count. */
export function publicSight(measure: PublishedMeasure, policy: Policy): Sight {
  const row = publicRow(measure, policy);
  const guarded = CELLS.filter((cell) => {
    const { status } = cellNamed(measure, cell);
    return status === "[c]" || (status === "range" && reachesSmall(row[cell], policy));
  });
  return { row, guarded };
}

/** A cell of which too much is learned by comparing releases. */
export interface Learned {
  readonly cell: Cell;
  readonly of: "this release" | "an earlier release";
}

/**
 * What is learned of a measure by somebody who compares its new release with earlier ones, newest first, and supposes
 * that some of the counts did not change: any cells, between any two releases or from each of several to the next. Too
 * much is learned of a cell where that leaves a range that is too tight, and tighter than both its own release and the
 * earlier releases alone give. So a release that says nothing teaches nothing.
 *
 * Example: `[c]`, `[c]` and 12 of 23, and then 5, 8, 12: if only the first changed, it was 3.
 */
export function* learned(now: Sight, before: readonly Sight[], policy: Policy): Generator<Learned> {
  const alone = narrowed(now.row);
  for (const chain of subsetsOf(distinct(before)).filter(({ length }) => 0 < length && length < AT_ONCE)) {
    const sights = [now, ...chain];
    const earlier = chain.map(({ row }) => row);
    const isTold = (at: number, cell: Cell, range: Range, unchanged: Unchanged) => {
      const without = narrowedTogether([NOTHING_KNOWN, ...earlier], unchanged)?.[at]?.[cell];
      const others = at === 0 ? [without, alone?.[cell]] : [without];
      return others.every((other) => other === undefined || isNarrower(range, other));
    };
    for (const { unchanged, tight } of suppositions(sights, policy)) {
      for (const { at, cell, range } of tight) {
        if (isTold(at, cell, range, unchanged)) yield { cell, of: at === 0 ? "this release" : "an earlier release" };
      }
    }
  }
}

/** So many versions of a measure are compared at once; of more, any so many. The effort grows by a power with each. */
const AT_ONCE = 4;

/** The releases that say something, and something else than the one before them. */
function distinct(before: readonly Sight[]): readonly Sight[] {
  const same = (a: Row, b: Row | undefined) => JSON.stringify(a) === JSON.stringify(b);
  const telling = before.filter(({ row }) => !same(row, NOTHING_KNOWN));
  return telling.filter(({ row }, at) => !same(row, telling[at - 1]?.row));
}

interface Supposition {
  readonly unchanged: Unchanged;
  /** The guarded cells whose range is too tight if it is so. */
  readonly tight: readonly { readonly at: number; readonly cell: Cell; readonly range: Range }[];
}

/**
 * Every choice of cells that may be the same in each release and the next, and leaves something too tight. Whoever
 * supposes less learns less: so from all that may be the same, cells are left out only while that contradicts itself or
 * leaves something too tight. A choice is a number here, with one bit for each thing that may be the same.
 */
function* suppositions(sights: readonly Sight[], policy: Policy): Generator<Supposition> {
  const rows = sights.map(({ row }) => row);
  const same = thatMayBeTheSame(rows);
  const choices = [(1 << same.length) - 1];
  const met = new Set(choices);
  for (const choice of choices) {
    const chosen = same.filter((_, at) => (choice >> at) & 1);
    const unchanged = rows.slice(1).map((_, step) => chosen.filter((one) => one.step === step).map(({ cell }) => cell));
    const known = narrowedTogether(rows, unchanged);
    const tight = known === null ? [] : tightCells(known, sights, policy);
    if (tight.length > 0) yield { unchanged, tight };
    if (known !== null && tight.length === 0) continue;
    for (const fewer of same.map((_, at) => choice & ~(1 << at))) {
      if (!met.has(fewer)) choices.push(fewer);
      met.add(fewer);
    }
  }
}

function tightCells(known: readonly Row[], sights: readonly Sight[], policy: Policy): Supposition["tight"] {
  return sights.flatMap(({ guarded }, at) =>
    guarded
      .map((cell) => ({ at, cell, range: known[at]?.[cell] ?? ANY_COUNT }))
      .filter(({ range }) => isTooTight(range, policy)),
  );
}

/** The cells that may be the same in a release and the next; `step` counts the releases from 0. */
function thatMayBeTheSame(rows: readonly Row[]): readonly { readonly step: number; readonly cell: Cell }[] {
  return rows.slice(1).flatMap((next, step) => {
    const cells = CELLS.filter((cell) => isSupposition(rows[step]?.[cell] ?? ANY_COUNT, next[cell]));
    return cells.map((cell) => ({ step, cell }));
  });
}

/** Two counts that are known to be equal need no supposition, and two that are known to differ allow none. */
function isSupposition(a: Range, b: Range): boolean {
  const overlap = both(a, b);
  return !isEmpty(overlap) && (isNarrower(overlap, a) || isNarrower(overlap, b) || overlap.lo < overlap.hi);
}
