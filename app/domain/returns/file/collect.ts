import { problemOf, type Situation } from "../catalogue";
import { readAgeBand } from "../cells/age-band-text";
import { Memory } from "../cells/memory";
import { plainFigure } from "../cells/plain-figure";
import { hasStraySpaces } from "../cells/plain-text";
import { placeAt } from "../place";
import type { Problem } from "../problem";
import { LINES, type Line, lineText } from "../return";
import type { Identities, Identity } from "./identity";
import type { Layout, LongLayout, WideLayout } from "./layout";
import { OtherRows, type TextRow, type TotalRow } from "./other-rows";
import type { Cells, Table } from "./split";
import { type Collected, LinePicker, TrustYears } from "./trust-years";

interface Answers {
  readonly trustYears: TrustYears;
  /** Rows that a comma too many has moved to the right, whose answers were left out. */
  readonly moved: readonly MovedRow[];
  visit(cells: Cells, row: number): void;
}

interface MovedRow {
  readonly ods: string | null;
  readonly line: Line;
}

/** Takes the rows of a file in order and sorts them: answers by trust and year, and what stands round them. */
export class Collector {
  private readonly answers: Answers;
  private readonly others: OtherRows;

  constructor(
    private readonly table: Table,
    private readonly layout: Layout,
    identities: Identities,
    private readonly problems: Problem[],
  ) {
    const header = table.top[layout.header] ?? [];
    this.others = new OtherRows(header, layout, identities, problems);
    this.answers =
      layout.kind === "long"
        ? new LongAnswers(layout, identities, this.others, problems)
        : new WideAnswers(layout, identities, this.others, problems);
  }

  visit(cells: Cells, row: number) {
    if (row > this.layout.header) this.answers.visit(cells, row);
    else if (row >= this.table.first && row < this.layout.header) this.others.title(cells, row);
  }

  /** Says what is missing, once all rows have been seen. */
  end() {
    for (const { ods, line } of this.answers.moved) {
      for (const trustYear of this.trustYears) if (trustYear.ods === ods) trustYear.unsettled.push(line);
    }
    const faulty = this.trustYears.filter((trustYear) => trustYear.faulty);
    for (const trustYear of this.trustYears) {
      for (const line of LINES) {
        if (trustYear.lines[line] !== null || this.standsElsewhere(trustYear, line, faulty)) continue;
        const { ods } = trustYear;
        const field = ods === null ? null : ({ ods, band: line, question: "referred" } as const);
        const fact = `${whose(trustYear)} has no row for ${lineText(line).label}`;
        this.problems.push(problemOf("missing-age-band", { field, fact }));
      }
    }
  }

  /** A wrong code or year in single rows takes them from the trust and year they belong to; that fault has been said. */
  private standsElsewhere(trustYear: Collected, line: Line, faulty: readonly Collected[]): boolean {
    if (trustYear.faulty) return this.trustYears.length > 1;
    return faulty.some(
      ({ lines }) =>
        lines[line] !== null && LINES.every((each) => lines[each] === null || trustYear.lines[each] === null),
    );
  }

  get trustYears(): readonly Collected[] {
    return this.answers.trustYears.all;
  }
  get texts(): readonly TextRow[] {
    return this.others.texts;
  }
  get totals(): readonly TotalRow[] {
    return this.others.totals;
  }
}

class LongAnswers implements Answers {
  readonly trustYears: TrustYears;
  readonly moved: MovedRow[] = [];
  private readonly ageBand = new Memory((raw) => ({ reading: readAgeBand(raw), spaced: hasStraySpaces(raw) }));
  private readonly picker: LinePicker;

  constructor(
    private readonly layout: LongLayout,
    private readonly identities: Identities,
    private readonly others: OtherRows,
    private readonly problems: Problem[],
  ) {
    this.trustYears = new TrustYears(layout);
    this.picker = new LinePicker(layout.lines);
  }

  visit(cells: Cells, row: number) {
    const raw = cells[this.layout.band] ?? "";
    const { reading, spaced } = this.ageBand.of(raw);
    const answers = reading.kind === "line" && this.identities.codeOf(cells) !== null;
    if (!answers && this.others.take(cells, row, reading.kind)) return;
    this.others.endBlanks(row);
    const moved = reading.kind === "line" ? null : this.lineMoved(cells);
    if (moved !== null) {
      this.say("extra-cells", raw, row);
      this.moved.push({ ods: this.identities.codeOf(cells), line: moved });
      return;
    }

    const trustYear = this.trustYears.of(this.identities.of(cells, row), cells);
    if (reading.kind !== "line") return this.say(UNREADABLE_BAND[reading.kind], raw, row);
    const { line, spelling, to17 } = reading;
    if (trustYear.lines[line] !== null) {
      trustYear.unsettled.push(line);
      return this.say("duplicate-age-band", raw, row, line);
    }
    const written = this.picker.pick(line, cells, row);
    trustYear.lines[line] = written;
    const stray = numberAmongNotes(this.layout, written.notes, row);
    if (stray !== null) {
      trustYear.unsettled.push(line);
      this.problems.push(stray);
    }
    if (spaced) this.say("trimmed-spaces", raw, row);
    if (spelling === "excel-date") this.say("excel-date-band", raw, row, line);
    if (spelling === "synonym") this.say(to17 ? "band-to-17" : "recognised-synonym", raw, row, line);
    if (to17) trustYear.allAgesTo17 = true;
  }

  /**
   * A comma too many has moved the cells of a row to the right: its age band stands that much further, and the year with
   * it, unless the comma is between the two.
   */
  private lineMoved(cells: Cells): Line | null {
    const { band, year } = this.layout;
    for (let by = 1; by <= MOST_MOVED && band + by < cells.length; by++) {
      const raw = cells[band + by] ?? "";
      const { reading } = this.ageBand.of(raw);
      if (reading.kind !== "line") continue;
      const between = year < band - 1 && this.identities.isYear(cells[year] ?? "") && /[a-z]/i.test(raw);
      if (between || this.identities.isYear(cells[year + by] ?? "")) return reading.line;
    }
    return null;
  }

  private say(situation: Situation, value: string, row: number, line: Line | null = null) {
    const fact = line === null ? "" : lineText(line).label;
    this.problems.push(problemOf(situation, { place: placeAt(row, this.layout.band), value, fact }));
  }
}

/** More commas than a name or a note that was typed into one cell holds. */
const MOST_MOVED = 8;

const UNREADABLE_BAND = {
  unknown: "unknown-age-band",
  total: "unknown-age-band",
  "bare-number": "age-band-number",
  blank: "age-band-blank",
} as const;

class WideAnswers implements Answers {
  readonly trustYears: TrustYears;
  readonly moved = [];
  private readonly picker: LinePicker;

  constructor(
    private readonly layout: WideLayout,
    private readonly identities: Identities,
    private readonly others: OtherRows,
    private readonly problems: Problem[],
  ) {
    this.trustYears = new TrustYears(layout);
    this.picker = new LinePicker(layout.lines);
  }

  visit(cells: Cells, row: number) {
    const noAnswer = !this.identities.namesTrust(cells) || cells.filter((cell) => cell !== "").length <= 1;
    if (noAnswer && this.others.take(cells, row, "blank")) return;
    this.others.endBlanks(row);
    const identity = this.identities.of(cells, row);
    const trustYear = this.trustYears.of(identity, cells);
    if (trustYear.lines.all !== null) {
      for (const line of LINES) trustYear.unsettled.push(line);
      const place = placeAt(row, this.layout.ods);
      const value = cells[this.layout.ods] ?? "";
      this.problems.push(problemOf("duplicate-age-band", { place, value, fact: `every age of ${whose(identity)}` }));
      return;
    }
    for (const line of LINES) trustYear.lines[line] = this.picker.pick(line, cells, row);
    trustYear.allAgesTo17 = this.layout.allAgesTo17;
    const { notes } = this.layout.lines.all;
    const stray = numberAmongNotes(this.layout, notes === null ? "" : (cells[notes] ?? ""), row);
    if (stray === null) return;
    for (const line of LINES) trustYear.unsettled.push(line);
    this.problems.push(stray);
  }
}

/**
 * An unquoted `2140,1,675` reads 1 where 1,675 was meant, and leaves 675 among the notes. The number of a footnote is
 * shorter, and in answers typed on screen no comma was lost.
 */
function numberAmongNotes({ lines, typed }: Layout, value: string, row: number): Problem | null {
  if (typed || value.length < 3 || plainFigure(value, 7) === null) return null;
  return problemOf("number-among-notes", { place: placeAt(row, lines.all.notes ?? 0), value });
}

/** "ZD01, 2025-26", as far as the rows say it. */
function whose({ code, writtenYear }: Identity): string {
  return [code, writtenYear].filter((part) => part !== "").join(", ") || "The file";
}
