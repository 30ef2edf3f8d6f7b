import type { Count } from "./count";

/**
 * A count as people read it on screen, with commas in thousands. Never empty, so that no cell is left to guess at.
 * Example: the range 0 to 4 is "0 to 4"; a refusal under section 12 is "refused under section 12".
 */
export function countInWords(count: Count): string {
  switch (count.kind) {
    case "exact":
      return figureInWords(count.value);
    case "range":
      return count.hi === null
        ? `${figureInWords(count.lo)} or more`
        : `${figureInWords(count.lo)} to ${figureInWords(count.hi)}`;
    case "not-held":
      return "not held";
    case "refused":
      return count.section === null ? "refused" : `refused under ${sectionInWords(count.section)}`;
    case "not-applicable":
      return "not applicable";
    case "missing":
      return "not answered";
    case "unclear":
      return "not clear";
  }
}

/** "section 12" for `s12`; a section named in other words is repeated as it stands. */
function sectionInWords(section: string): string {
  return section.replace(/^s(?=\d)/, "section ");
}

/** 1,234 for 1234. Written out because number formats differ between machines. */
export function figureInWords(figure: number): string {
  return String(figure).replace(/\B(?=(\d{3})+$)/g, ",");
}
