import type { Count } from "../count/count";
import { addUp, sumOf } from "../count/interval";
import { AGE_BANDS, type AgeBand } from "../returns/return";
import { cellOf, HIDDEN, intervalOf, type PublishedCell, unavailable } from "./cell";
import { ANY_COUNT, narrowed, publicRange, type Row, rangeOf } from "./outsider";
import { isSmall, isTooTight, type Policy, type Range, reachesSmall } from "./policy";

/** One measure (referred or accessed) of one trust, as it gave it. */
export interface MeasureCounts {
  readonly bands: Readonly<Record<AgeBand, Count>>;
  readonly all: Count;
}

/** The same as the public may see it, with the 0–2 total. */
export interface PublishedMeasure {
  readonly bands: Readonly<Record<AgeBand, PublishedCell>>;
  readonly total: PublishedCell;
  readonly all: PublishedCell;
}

/**
 * Hides the small counts of a row and whatever would give them away, even to somebody who was told which cells are the
 * small ones. Of the ways to do so the first that holds is taken: the 0–2 total exact, with as few further bands hidden
 * as will do, the smallest first; otherwise the 0–2 total as the range that its published bands give. Zeros are never
 * hidden. The 0–18 total is shown where it tells nothing about a cell that needs protection.
 * Source: reference on disclosure, section 3.
 *
 * Example: 3, 8 and 12 become `[c]`, `[c]`, 12 with a total of 23. In 4, 4 and 9 with a total of 17 the first two would
 * be known to add to 8, so all three are hidden. 0, 1 and 1 become 0, `[c]`, `[c]` with a total of 2 to 8.
 */
export function hideMeasure(counts: MeasureCounts, policy: Policy): PublishedMeasure {
  const plan = waysToHide(counts, policy).find((way) => protects(way, counts, policy)) ?? widest(counts, policy);
  return { ...plan, all: allAges(plan, counts, policy) };
}

type Bands = PublishedMeasure["bands"];
type Way = Pick<PublishedMeasure, "bands" | "total">;

/** The ways that keep the 0–2 total exact, best first. There are none where it is itself small, or a range, or not known. */
function waysToHide({ bands }: MeasureCounts, policy: Policy): Way[] {
  const first = cellsOf(bands, policy);
  const sum = sumOf(AGE_BANDS.map((band) => bands[band]));
  if (AGE_BANDS.every((band) => first[band].status === "[z]")) return [];
  if (sum === null || sum.lo !== sum.hi || isSmall(sum.lo, policy)) return [];
  const total: PublishedCell = { status: "value", value: sum.lo };
  const shown = AGE_BANDS.map((band) => shownValue(first[band])).filter((value) => value > policy.primary.highest);
  const upTo = [0, ...new Set(shown)].sort((a, b) => a - b);
  return upTo.map((highest) => ({ bands: withHidden(first, highest, policy), total }));
}

/** Nothing but the small counts hidden, and a total that tells no more than its bands do. */
function widest({ bands }: MeasureCounts, policy: Policy): Way {
  const cells = cellsOf(bands, policy);
  return { bands: cells, total: totalOfPublished(Object.values(cells), policy) };
}

function totalOfPublished(cells: readonly PublishedCell[], { primary }: Policy): PublishedCell {
  const [first] = cells;
  const saysNothing = first?.status === "[x]" || first?.status === "[z]";
  if (saysNothing && cells.every((cell) => alike(cell, first))) return first;
  const small = { lo: primary.lowest, hi: primary.highest };
  const sum = addUp(cells.map((cell) => (cell.status === "[c]" ? small : intervalOf(cell))));
  if (sum === null) return unavailable("not every age known");
  return sum.lo === sum.hi ? { status: "value", value: sum.lo } : { status: "range", lo: sum.lo, hi: sum.hi };
}

function alike(a: PublishedCell, b: PublishedCell): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function protects(way: Way, counts: MeasureCounts, policy: Policy): boolean {
  const known = narrowed(asKnown(way, counts, policy));
  return AGE_BANDS.every((band, index) => {
    const range = known?.bands[index];
    return way.bands[band].status !== "[c]" || (range !== undefined && !isTooTight(range, policy));
  });
}

/**
 * The 0–18 total, unless it is so low that it could tell something about a hidden band or a range that may hide a small
 * count: no higher than the bands may add up to. That holds for every count they may hide, so that a hidden 0–18 total
 * tells nothing either. Nor is a range shown that the bands would narrow, where it may hide a small count itself.
 */
function allAges(way: Way, counts: MeasureCounts, policy: Policy): PublishedCell {
  const cell = cellOf(counts.all, policy);
  const all = rangeOf(cell);
  if (all === null) return cell;
  const ranges = asKnown(way, counts, policy).bands;
  const bands = ranges.filter((_, index) => way.bands[AGE_BANDS[index] ?? "0-12m"].status !== "[x]");
  const least = bands.reduce((sum, { lo }) => sum + lo, 0);
  const most = bands.reduce((sum, band) => sum + highestOf(band, policy), 0);
  const mayTell = way.total.status !== "value" && all.lo <= most && bands.some((band) => mayHide(band, policy));
  return mayTell || (mayHide(all, policy) && all.lo < least) ? HIDDEN : cell;
}

function mayHide(range: Range, policy: Policy): boolean {
  return range.lo < range.hi && reachesSmall(range, policy);
}

/** The upper end of a band. One without it could be anything, which no total can give away: it is taken as just not small. */
function highestOf({ lo, hi }: Range, { primary }: Policy): number {
  return hi === Number.POSITIVE_INFINITY ? Math.max(lo, primary.highest + 1) : hi;
}

/** What somebody knows who sees this way of hiding and was told which of the hidden bands are the small counts. */
function asKnown(way: Way, { bands }: MeasureCounts, policy: Policy): Row {
  const small = { lo: policy.primary.lowest, hi: policy.primary.highest };
  const ranges = AGE_BANDS.map((band) => {
    const isTheSmallOne = cellOf(bands[band], policy).status === "[c]";
    return isTheSmallOne ? small : publicRange(way.bands[band], policy);
  });
  return { bands: ranges, total: publicRange(way.total, policy), all: ANY_COUNT };
}

function cellsOf(bands: MeasureCounts["bands"], policy: Policy): Bands {
  return {
    "0-12m": cellOf(bands["0-12m"], policy),
    "12-24m": cellOf(bands["12-24m"], policy),
    "24-36m": cellOf(bands["24-36m"], policy),
  };
}

/** Equal counts are hidden together: which of two was chosen would tell where the small count is. */
function withHidden(bands: Bands, upTo: number, { primary }: Policy): Bands {
  const hidden = AGE_BANDS.filter((band) => {
    const value = shownValue(bands[band]);
    return primary.highest < value && value <= upTo;
  });
  return { ...bands, ...Object.fromEntries(hidden.map((band) => [band, HIDDEN])) };
}

function shownValue(cell: PublishedCell): number {
  return cell.status === "value" ? cell.value : 0;
}
