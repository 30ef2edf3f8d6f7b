import { HIDDEN } from "./cell";
import { hideAgain } from "./hide-again";
import { narrowed } from "./narrowing";
import { publicRow, saysNothing } from "./outsider";
import { isTooTight, type Policy, smallCounts } from "./policy";
import type { PublishedMeasure } from "./published-measure";
import {
  allAges,
  bandsAlone,
  exactTotal,
  furtherHidden,
  hiddenBands,
  type MeasureCounts,
  onlySmallHidden,
  type Way,
} from "./ways";

/**
 * Hides the small counts of a measure and whatever would give them away, even to somebody who was told which cells are
 * the small ones. Of the ways to do so the first that holds is taken: the 0–2 total exact, with as few further bands
 * hidden as will do, the smallest first; otherwise the 0–2 total as the range that its published bands give. Zeros are
 * not hidden. The 0–18 total is shown where it tells nothing about a cell that needs protection.
 *
 * `earlier` is the same measure in the earlier releases of the year, newest first. Where one of them says anything,
 * `hideAgain` decides, so that nobody can work out a hidden count of either by comparing. Counts that did not change
 * come out as they did before. Source: reference on disclosure, sections 3 and 4.
 *
 * Example: 3, 8 and 12 become `[c]`, `[c]`, 12 with a total of 23. In 4, 4 and 9 with a total of 17 the first two would
 * be known to add to 8, so all three are hidden. 0, 1 and 1 become 0, `[c]`, `[c]` with a total of 2 to 8.
 */
export function hideMeasure(
  counts: MeasureCounts,
  policy: Policy,
  earlier: readonly PublishedMeasure[] = [],
): PublishedMeasure {
  const telling = earlier.filter((measure) => !saysNothing(measure, policy));
  if (telling.length > 0) return hideAgain(counts, policy, telling);
  const way = exactWay(counts, policy) ?? onlySmallHidden(counts, policy);
  return { ...way, all: allAges(way, counts, policy) };
}

/** The best way that keeps the 0–2 total exact. */
function exactWay(counts: MeasureCounts, policy: Policy): Way | null {
  const total = exactTotal(counts, policy);
  if (total === null) return null;
  for (const bands of furtherHidden(bandsAlone(counts, policy))) {
    if (protects({ bands, total }, counts, policy)) return { bands, total };
  }
  return null;
}

/** Whether somebody who was told which of the hidden bands are the small counts still cannot tell any closely. */
function protects(way: Way, counts: MeasureCounts, policy: Policy): boolean {
  const hidden = hiddenBands(way.bands);
  if (hidden.length === 0) return true;
  const small = hiddenBands(bandsAlone(counts, policy)).map((band) => [band, smallCounts(policy)]);
  const known = narrowed({ ...publicRow({ ...way, all: HIDDEN }, policy), ...Object.fromEntries(small) });
  return hidden.every((band) => known !== null && !isTooTight(known[band], policy));
}
