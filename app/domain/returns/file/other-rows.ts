import { problemOf } from "../catalogue";
import type { AgeBandReading } from "../cells/age-band-text";
import { plain, quoted, visible } from "../cells/plain-text";
import { type Place, placeAt } from "../place";
import type { Problem } from "../problem";
import { LINES } from "../return";
import { type Identities, isTotalWord } from "./identity";
import type { Layout } from "./layout";
import type { Cells } from "./split";

/** Text round the table: titles above, footnotes below. It may state the rule by which numbers are hidden. */
export interface TextRow {
  readonly cell: string;
  readonly text: string;
}

/** A row that adds up others: of one trust where it names one. */
export interface TotalRow {
  readonly ods: string | null;
  readonly referred: { readonly place: Place; readonly raw: string };
  readonly accessed: { readonly place: Place; readonly raw: string };
}

const MOST_TOTALS = 20;

/** The rows that answer nothing: titles, blanks, totals, footnotes, headings said twice. Each is noted and left out. */
export class OtherRows {
  readonly texts: TextRow[] = [];
  /** The first few, to be checked. */
  readonly totals: TotalRow[] = [];
  private firstBlank: number | null = null;

  constructor(
    private readonly header: Cells,
    private readonly layout: Layout,
    private readonly identities: Identities,
    private readonly problems: Problem[],
  ) {}

  title(cells: Cells, row: number) {
    if (filled(cells) === 0) this.ignore(cells, row, "a blank row");
    else this.keepText(cells, row, "a title");
  }

  /** Takes a row that does not answer for an age band; false where it is an answer all the same, and at fault. */
  take(cells: Cells, row: number, band: AgeBandReading["kind"]): boolean {
    const count = filled(cells);
    if (count === 0) {
      this.firstBlank ??= row;
      return true;
    }
    const kind = this.kindOf(cells, count, band);
    if (kind === "answer") return false;
    this.endBlanks(row);
    if (kind === "header") this.ignore(cells, row, "the row of headings again");
    if (kind === "total") this.keepTotal(cells, row);
    if (kind === "text") this.keepText(cells, row, "a footnote");
    return true;
  }

  /** Blank rows are noted once something follows them; a spreadsheet may end in a million. */
  endBlanks(row: number) {
    if (this.firstBlank === null) return;
    const count = row - this.firstBlank;
    this.ignore([], this.firstBlank, count === 1 ? "a blank row" : `the first of ${count} blank rows`);
    this.firstBlank = null;
  }

  private kindOf(cells: Cells, count: number, band: AgeBandReading["kind"]): "answer" | "header" | "text" | "total" {
    const { ods, year, name, lines } = this.layout;
    const at = (column: number | null) => (column === null ? "" : (cells[column] ?? ""));
    const isHeading = (column: number) => plain(at(column)) === plain(this.header[column] ?? "");
    if (isHeading(ods) && isHeading(year)) return "header";
    if (band === "total" || [ods, name, year].some((column) => isTotalWord(at(column)))) return "total";
    if (count === 1) return "text";
    if (band === "line" || (band !== "blank" && count > 2)) return "answer";
    // A footnote's first word, "Source" or "Key", has the form of a code.
    const { identities } = this;
    if (identities.namesTrust(cells) || (identities.codeOf(cells) !== null && identities.namesYear(cells)))
      return "answer";
    const takes = LINES.some((line) => at(lines[line].takes) !== "");
    const counts = LINES.some((line) => at(lines[line].referred) !== "" || at(lines[line].accessed) !== "");
    if (takes || (counts && at(ods) !== "")) return "answer";
    return counts ? "total" : "text";
  }

  private keepTotal(cells: Cells, row: number) {
    const { referred, accessed } = this.layout.lines.all;
    if (this.totals.length < MOST_TOTALS) {
      this.totals.push({
        ods: this.identities.codeOf(cells),
        referred: { place: placeAt(row, referred), raw: cells[referred] ?? "" },
        accessed: { place: placeAt(row, accessed), raw: cells[accessed] ?? "" },
      });
    }
    this.ignore(cells, row, "a row of totals");
  }

  private keepText(cells: Cells, row: number, what: string) {
    const text = cells
      .map(visible)
      .filter((cell) => cell !== "")
      .join(" ");
    this.texts.push({ cell: placeAt(row, 0).cell ?? "", text });
    this.ignore(cells, row, `${what}, ${quoted(text)}`);
  }

  private ignore(cells: Cells, row: number, what: string) {
    const value = cells.find((cell) => visible(cell) !== "") ?? "";
    this.problems.push(problemOf("ignored-row", { place: placeAt(row, 0), value, fact: what }));
  }
}

function filled(cells: Cells): number {
  let count = 0;
  for (const cell of cells) if (cell !== "" && visible(cell) !== "") count++;
  return count;
}
