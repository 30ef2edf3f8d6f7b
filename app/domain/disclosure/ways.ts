import type { Count } from "../count/count";
import { addUp, sumOf } from "../count/interval";
import { AGE_BANDS, type AgeBand } from "../returns/return";
import { cellOf, HIDDEN, intervalOf, type PublishedCell, unavailable } from "./cell";
import { publicRow, rangeOf } from "./outsider";
import { isSmall, type Policy, type Range, reachesSmall, smallCounts } from "./policy";
import type { PublishedMeasure } from "./published-measure";
import { subsetsOf } from "./subsets";

// The parts of a decision how to show one measure of one trust. hide.ts decides.

/** One measure (referred or accessed) of one trust, as it gave it. */
export interface MeasureCounts {
  readonly bands: Readonly<Record<AgeBand, Count>>;
  readonly all: Count;
}

/** A way to show the children aged 0–2. */
export type Way = Pick<PublishedMeasure, "bands" | "total">;

/** Each band on its own: small counts hidden. */
export function bandsAlone({ bands }: MeasureCounts, policy: Policy): Way["bands"] {
  return {
    "0-12m": cellOf(bands["0-12m"], policy),
    "12-24m": cellOf(bands["12-24m"], policy),
    "24-36m": cellOf(bands["24-36m"], policy),
  };
}

export function hiddenBands(bands: Way["bands"]): readonly AgeBand[] {
  return AGE_BANDS.filter((band) => bands[band].status === "[c]");
}

/** The exact 0–2 total; null where it is itself small, or a range, or not known, or of ages that are not taken. */
export function exactTotal({ bands }: MeasureCounts, policy: Policy): PublishedCell | null {
  const counts = AGE_BANDS.map((band) => bands[band]);
  const sum = sumOf(counts);
  if (counts.every(({ kind }) => kind === "not-applicable")) return null;
  if (sum === null || sum.lo !== sum.hi || isSmall(sum.lo, policy)) return null;
  return { status: "value", value: sum.lo };
}

/** Nothing but the small counts hidden, and a total that tells no more than its bands do. */
export function onlySmallHidden(counts: MeasureCounts, policy: Policy): Way {
  const bands = bandsAlone(counts, policy);
  return { bands, total: totalOfPublished(Object.values(bands), policy) };
}

function totalOfPublished(cells: readonly PublishedCell[], policy: Policy): PublishedCell {
  const [first] = cells;
  const saysNothing = first?.status === "[x]" || first?.status === "[z]";
  if (saysNothing && cells.every((cell) => alike(cell, first))) return first;
  const sum = addUp(cells.map((cell) => (cell.status === "[c]" ? smallCounts(policy) : intervalOf(cell))));
  if (sum === null) return unavailable("not every age known");
  return sum.lo === sum.hi ? { status: "value", value: sum.lo } : { status: "range", lo: sum.lo, hi: sum.hi };
}

/**
 * The bands, and the bands with more of their figures hidden: as few as will do first, and of these the smallest. Zeros
 * stay. Equal figures are hidden together: which of two was chosen would tell where the small count is.
 */
export function* furtherHidden(bands: Way["bands"]): Generator<Way["bands"]> {
  yield bands;
  const shown = AGE_BANDS.filter((band) => isFigure(bands[band]));
  const lowest = (band: AgeBand) => rangeOf(bands[band])?.lo ?? 0;
  const inOrder = [...shown].sort((a, b) => lowest(a) - lowest(b));
  const together = (some: readonly AgeBand[]) =>
    shown.every((band) => some.includes(band) || !some.some((other) => alike(bands[other], bands[band])));
  for (const some of subsetsOf(inOrder)
    .slice(1)
    .filter(together)
    .sort((a, b) => a.length - b.length)) {
    yield alsoHidden(bands, some);
  }
}

/** The bands with these hidden too, where they show a figure that is not zero. */
export function alsoHidden(bands: Way["bands"], some: readonly AgeBand[]): Way["bands"] {
  const figures = some.filter((band) => isFigure(bands[band]));
  return { ...bands, ...Object.fromEntries(figures.map((band) => [band, HIDDEN])) };
}

function isFigure(cell: PublishedCell): boolean {
  return cell.status === "range" || (cell.status === "value" && cell.value > 0);
}

export function alike(a: PublishedCell, b: PublishedCell): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * The 0–18 total, unless it is so low that it could tell something about a hidden band or a range that may hide a small
 * count: no higher than the bands may add up to. That holds for every count they may hide, so that a hidden 0–18 total
 * tells nothing either; and where the bands add to more than the lowest small count, it holds for one count more than
 * the small ones. Nor is a range shown that the bands would narrow, where it may hide a small count itself.
 */
export function allAges(way: Way, counts: MeasureCounts, policy: Policy): PublishedCell {
  const cell = cellOf(counts.all, policy);
  const all = rangeOf(cell);
  if (all === null) return cell;
  const row = publicRow({ ...way, all: cell }, policy);
  const small = hiddenBands(bandsAlone(counts, policy));
  const bands = AGE_BANDS.filter((band) => way.bands[band].status !== "[x]").map((band) =>
    small.includes(band) ? smallCounts(policy) : row[band],
  );
  const least = bands.reduce((sum, { lo }) => sum + lo, 0);
  const { lowest, highest } = policy.primary;
  const most = Math.max(
    bands.reduce((sum, band) => sum + highestOf(band, policy), 0),
    least > lowest ? highest + 1 : 0,
  );
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
