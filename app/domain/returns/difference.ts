import { countInWords } from "../count/in-words";
import { type Figures, LINES, type Line } from "./return";
import { takesInWords } from "./takes-in-words";
import type { AnswerTexts } from "./texts";

/** What one version of a return says, as far as versions can differ. */
export interface Answers {
  readonly figures: Figures;
  /** In the words they were given in; null for versions that were kept without them. */
  readonly texts: AnswerTexts | null;
}

/** One answer that two versions give differently, in words. */
export interface Difference {
  readonly line: Line;
  readonly entry: "takes" | "referred" | "accessed" | "notes";
  readonly from: string;
  readonly to: string;
}

/**
 * What changed between any two versions of a return, question by question in the order of the form; nothing where they
 * say the same. Notes are compared where both versions kept them.
 * Example: 12 referred, then `<5`, is one difference, from "12" to "0 to 4".
 */
export function differencesBetween(from: Answers, to: Answers): readonly Difference[] {
  const found: Difference[] = [];
  const compare = (line: Line, entry: Difference["entry"], before: string, after: string) => {
    if (before !== after) found.push({ line, entry, from: before, to: after });
  };
  for (const line of LINES) {
    if (line !== "all") compare(line, "takes", takesAt(from, line), takesAt(to, line));
  }
  for (const measure of ["referred", "accessed"] as const) {
    for (const line of LINES) compare(line, measure, countAt(from, line, measure), countAt(to, line, measure));
  }
  const [before, after] = [from.texts, to.texts];
  if (before !== null && after !== null) {
    for (const line of LINES) compare(line, "notes", before[line].notes.trim(), after[line].notes.trim());
  }
  return found;
}

function takesAt({ figures }: Answers, line: Exclude<Line, "all">): string {
  const { takes, takesWords } = figures.bands[line];
  return takesInWords(takes, takesWords);
}

function countAt({ figures }: Answers, line: Line, measure: "referred" | "accessed"): string {
  return countInWords(line === "all" ? figures.all[measure] : figures.bands[line][measure]);
}
