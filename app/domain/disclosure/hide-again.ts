import { boundsOf, sumOf } from "../count/interval";
import { AGE_BANDS, type AgeBand } from "../returns/return";
import { HIDDEN, type PublishedCell } from "./cell";
import { learned, publicSight, type Sight } from "./comparing";
import { narrowed } from "./narrowing";
import { publicRow, toRange } from "./outsider";
import { isTooTight, type Policy, type Range, smallCounts } from "./policy";
import { isHiddenWhole, type PublishedMeasure } from "./published-measure";
import {
  alike,
  allAges,
  alsoHidden,
  bandsAlone,
  exactTotal,
  furtherHidden,
  hiddenBands,
  type MeasureCounts,
  onlySmallHidden,
  type Way,
} from "./ways";

/**
 * A measure as it may be shown after earlier releases of the year, newest first, showed it, perhaps with other counts:
 * the first way from which nobody learns a hidden count, of this release or of an earlier one, by comparing them. Which
 * way that is depends on what is shown and on which bands are small, never on a small count itself: from the way that
 * was taken nobody can tell which of 1 to 4 it was. The last way says nothing, so there always is one.
 *
 * Example: after `[c]`, `[c]` and 12 of 23, the counts 5, 8 and 12 become `[c]`, `[c]` and 12 of 25: shown, the 8 would
 * tell that the first was 3, if only that changed. The counts 3, 8 and 12 come out as they did before.
 */
export function hideAgain(
  counts: MeasureCounts,
  policy: Policy,
  earlier: readonly PublishedMeasure[],
): PublishedMeasure {
  const before = earlier.map((measure) => publicSight(measure, policy));
  for (const way of waysAgain(counts, policy, earlier)) {
    for (const all of shownOrHidden(allAges(way, counts, policy))) {
      const measure = { bands: way.bands, total: way.total, all };
      if (sightsOf(measure, way.small, policy).every((sight) => isSafe(sight, before, policy))) return measure;
    }
  }
  return { ...hiddenWhole(counts, policy), all: HIDDEN };
}

function shownOrHidden(all: PublishedCell): readonly PublishedCell[] {
  return all.status === "value" || all.status === "range" ? [all, HIDDEN] : [all];
}

/** As an outsider sees it, and as somebody who knows of some bands that they are small. */
function sightsOf(measure: PublishedMeasure, small: readonly AgeBand[], policy: Policy): readonly Sight[] {
  const sight = publicSight(measure, policy);
  const known = Object.fromEntries(small.map((band) => [band, smallCounts(policy)]));
  return small.length === 0 ? [sight] : [sight, { ...sight, row: { ...sight.row, ...known } }];
}

/** Whether no guarded cell can be told closely, neither from the release alone nor by comparing it with those before. */
function isSafe(sight: Sight, before: readonly Sight[], policy: Policy): boolean {
  const alone = narrowed(sight.row);
  const known = sight.guarded.some(
    (cell) => alone === null || (isTooTight(alone[cell], policy) && !isTooTight(sight.row[cell], policy)),
  );
  return !known && learned(sight, before, policy).next().done === true;
}

/** A way, with the bands of which it tells whoever knows these rules that they hold a small count. */
interface TellingWay extends Way {
  readonly small: readonly AgeBand[];
}

/**
 * The ways to show a measure again, best first:
 *
 * 1. as the newest release does, where that still holds;
 * 2. everything, where nothing is small;
 * 3. what was hidden before still hidden, beside the exact total; or only the small counts, beside a total as a range;
 * 4. as any earlier release does, where that still holds;
 * 5. what was hidden before still hidden, and then more and more of the rest, without a total;
 * 6. nothing, zeros included.
 *
 * The exact total is for at most one small count, among bands that were hidden before. With two, or with one that stands
 * out, it would hold for some small counts and not for others, and the next way would tell which; for the same reason
 * the range is not tried after it.
 */
function* waysAgain(
  counts: MeasureCounts,
  policy: Policy,
  earlier: readonly PublishedMeasure[],
): Generator<TellingWay> {
  const own = bandsAlone(counts, policy);
  const small = hiddenBands(own);
  const showing = earlier.filter((release) => !isHiddenWhole(release));
  const wasHidden = AGE_BANDS.filter((band) => showing.some(({ bands }) => bands[band].status === "[c]"));
  const stillHidden = alsoHidden(own, wasHidden);
  const newlySmall = small.filter((band) => !wasHidden.includes(band));
  const onlySmall = onlySmallHidden(counts, policy);
  const total = exactTotal(counts, policy);

  for (const newest of showing.slice(0, 1)) if (isAsBefore(newest, counts, policy)) yield { ...newest, small: [] };
  if (small.length === 0) yield { ...onlySmall, small };
  const oneAmongOthers = small.length <= 1 && newlySmall.length === 0 && hiddenBands(stillHidden).length > 1;
  if (total !== null && oneAmongOthers) yield { bands: stillHidden, total, small: [] };
  else yield { ...onlySmall, small };
  for (const release of showing) if (stillHolds(release, counts, policy)) yield { ...release, small: [] };
  const noTotal = onlySmall.total.status === "[x]" ? onlySmall.total : HIDDEN;
  for (const bands of furtherHidden(stillHidden)) {
    if (hiddenBands(bands).length > 0) yield { bands, total: noTotal, small: newlySmall };
  }
  yield { ...hiddenWhole(counts, policy), small: [] };
}

function hiddenWhole(counts: MeasureCounts, policy: Policy): Way {
  const own = bandsAlone(counts, policy);
  const silent = (band: AgeBand) => (own[band].status === "[x]" ? own[band] : HIDDEN);
  return {
    bands: { "0-12m": silent("0-12m"), "12-24m": silent("12-24m"), "24-36m": silent("24-36m") },
    total: HIDDEN,
  };
}

/** Whether the counts may be the same as they were: a range that the trust gave is given again. */
function isAsBefore(release: PublishedMeasure, counts: MeasureCounts, policy: Policy): boolean {
  const own = bandsAlone(counts, policy);
  const sameRange = (band: AgeBand) => release.bands[band].status !== "range" || alike(release.bands[band], own[band]);
  return AGE_BANDS.every(sameRange) && stillHolds(release, counts, policy);
}

/** Whether everything that a release shows of children aged 0–2 is true of these counts. */
function stillHolds(release: PublishedMeasure, counts: MeasureCounts, policy: Policy): boolean {
  const own = bandsAlone(counts, policy);
  const shown = publicRow(release, policy);
  const holds = (cell: AgeBand | "total", { lo, hi }: Range) => shown[cell].lo <= lo && hi <= shown[cell].hi;
  const total = toRange(sumOf(AGE_BANDS.map((band) => counts.bands[band])));
  return (
    holds("total", total) &&
    AGE_BANDS.every((band) => {
      const hasFigure = [release.bands[band], own[band]].every(({ status }) => status !== "[x]" && status !== "[z]");
      return hasFigure ? holds(band, toRange(boundsOf(counts.bands[band]))) : alike(release.bands[band], own[band]);
    })
  );
}
