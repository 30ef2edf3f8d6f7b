import { figureInWords } from "../../count/in-words";
import { addUp, sumOf } from "../../count/interval";
import { problemOf } from "../catalogue";
import { readCount } from "../cells/count-text";
import type { Problem } from "../problem";
import { AGE_BANDS, MEASURES, type TrustReturn } from "../return";
import type { TotalRow } from "./other-rows";

/**
 * Notes where a row of totals in the long layout does not add up. It may be the total of the age bands, or of all rows
 * above it, 0–18 included, which is what a spreadsheet's own sum makes of them; the figures of the bands stand.
 */
export function checkTotals(totals: readonly TotalRow[], returns: readonly TrustReturn[]): Problem[] {
  const problems: Problem[] = [];
  for (const total of totals) {
    const meant = total.ods === null ? returns : returns.filter(({ ods }) => ods === total.ods);
    for (const measure of MEASURES) {
      const { place, raw } = total[measure];
      const { count } = readCount(raw, "all");
      if (count.kind !== "exact") continue;
      const bands = addUp(meant.map(({ figures }) => sumOf(AGE_BANDS.map((band) => figures.bands[band][measure]))));
      const everything = addUp([bands, ...meant.map(({ figures }) => sumOf([figures.all[measure]]))]);
      const adds = [bands, everything].some(
        (sum) => sum === null || (sum.lo <= count.value && (sum.hi === null || count.value <= sum.hi)),
      );
      if (adds || bands === null) continue;
      const sum =
        bands.lo === bands.hi
          ? figureInWords(bands.lo)
          : `between ${figureInWords(bands.lo)} and ${bands.hi ?? "more"}`;
      problems.push(problemOf("total-differs", { place, value: raw, fact: sum }));
    }
  }
  return problems;
}
