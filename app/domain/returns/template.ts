import type { ReportingYear } from "../calendar/reporting-year";
import type { Count } from "../count/count";
import { type CsvCell, writeCsv } from "./csv";
import { HEADINGS, TYPED_HEADINGS } from "./file/headings";
import { type Figures, LINES, type Line, lineText } from "./return";
import type { LineTexts } from "./written";

/**
 * The return file of a trust in the canonical long layout, ready to fill in: code, name, year and bands are there.
 * With figures, those too. It comes back from a spreadsheet unharmed: no cell of it looks like a date.
 * Example: ZD01 for 2025-26 gives a heading and four rows, from `ZD01,…,2025-26,0-12 months,,,,`.
 */
export function writeTemplate(
  trust: { readonly ods: string; readonly name: string },
  year: ReportingYear,
  figures: Figures | null = null,
): string {
  return writeCsv([Object.values(HEADINGS), ...LINES.map((line) => row(trust, year, line, figures))]);
}

/**
 * The answers as an officer typed them on screen, in a file that gives back every text as it is: whoever reads it gets
 * the figures and the problems of `readAnswers`. It is for the portal, not for a spreadsheet, to which `1-4` is a date.
 * What no keyboard types, control characters and halves of characters, is written as the sign of a damaged one, so that
 * it never makes a number; a carriage return alone is written as a line feed.
 * Example: 12.5 referred at 0–12 months gives `ZD01,…,2025-26,0-12 months,yes,12.5,5,`.
 */
export function writeTexts(
  trust: { readonly ods: string; readonly name: string },
  year: ReportingYear,
  texts: Readonly<Record<Line, LineTexts>>,
): string {
  const rows = LINES.map((line) => {
    const { takes, referred, accessed, notes } = texts[line];
    const answers = [takes, referred, accessed, notes].map(asTyped);
    return [trust.ods, asTyped(trust.name), year, lineText(line).inFile, ...answers];
  });
  return writeCsv([Object.values(TYPED_HEADINGS), ...rows]);
}

function asTyped(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\v\f\r]|\p{Surrogate}/gu, "\uFFFD").replace(/\r(?!\n)/g, "\n");
}

function row(
  trust: { readonly ods: string; readonly name: string },
  year: ReportingYear,
  line: Line,
  figures: Figures | null,
): CsvCell[] {
  const counts = figures === null ? null : line === "all" ? figures.all : figures.bands[line];
  const answers = counts === null ? ["", ""] : [countInFile(counts.referred), countInFile(counts.accessed)];
  return [trust.ods, trust.name, yearInFile(year), lineText(line).inFile, takesInFile(line, figures), ...answers, ""];
}

/** 2009-10 to 2011-12 are months to a spreadsheet; no other year of this century is. */
function yearInFile(year: ReportingYear): string {
  const end = Number(year.slice(5));
  return end >= 1 && end <= 12 ? `FY ${year}` : year;
}

function takesInFile(line: Line, figures: Figures | null): string {
  if (line === "all" || figures === null) return "";
  const { takes, takesWords } = figures.bands[line];
  if (takesWords !== null) return takesWords;
  if (takes === "not-held") return "not held";
  return takes === "missing" || takes === "unclear" ? "" : takes;
}

/**
 * A count as the file states it, to be read back as the same count: a range in words, since `1-4` becomes a date.
 * Example: the range 0 to 4 is written `0 to 4`, an exact 12 as the number 12.
 */
export function countInFile(count: Count): string | number {
  switch (count.kind) {
    case "exact":
      return count.value;
    case "range":
      return count.hi === null ? `${count.lo} or more` : `${count.lo} to ${count.hi}`;
    case "not-held":
      return "not held";
    case "refused":
      return count.section === null ? "refused" : `refused ${count.section}`;
    case "not-applicable":
      return "not applicable";
    case "missing":
      return "";
    case "unclear":
      return "*";
  }
}
