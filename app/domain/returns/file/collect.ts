import { problemOf, type Situation } from "../catalogue";
import { readAgeBand } from "../cells/age-band-text";
import { Memory } from "../cells/memory";
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
  visit(cells: Cells, row: number): void;
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
        ? new LongAnswers(layout, header.length, identities, this.others, problems)
        : new WideAnswers(layout, identities, this.others, problems);
  }

  visit(cells: Cells, row: number) {
    if (row > this.layout.header) this.answers.visit(cells, row);
    else if (row >= this.table.first && row < this.layout.header) this.others.title(cells, row);
  }

  /** Says what is missing, once all rows have been seen. */
  end() {
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
  private readonly ageBand = new Memory((raw) => ({ reading: readAgeBand(raw), spaced: hasStraySpaces(raw) }));
  private readonly picker: LinePicker;

  constructor(
    private readonly layout: LongLayout,
    private readonly headings: number,
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
    if (reading.kind !== "line" && this.hasMoved(cells)) {
      const value = cells[this.headings] ?? "";
      this.problems.push(problemOf("extra-cells", { place: placeAt(row, this.headings), value }));
      return;
    }

    const trustYear = this.trustYears.of(this.identities.of(cells, row), cells);
    if (reading.kind !== "line") return this.say(UNREADABLE_BAND[reading.kind], raw, row);
    const { line, spelling, to17 } = reading;
    if (trustYear.lines[line] !== null) return this.say("duplicate-age-band", raw, row, line);
    trustYear.lines[line] = this.picker.pick(line, cells, row);
    if (spaced) this.say("trimmed-spaces", raw, row);
    if (spelling === "excel-date") this.say("excel-date-band", raw, row, line);
    if (spelling === "synonym") this.say(to17 ? "band-to-17" : "recognised-synonym", raw, row, line);
    if (to17) trustYear.allAgesTo17 = true;
  }

  /** A comma too many has moved the cells of a row to the right: its age band stands that much further. */
  private hasMoved(cells: Cells): boolean {
    const by = cells.length - this.headings;
    return by > 0 && this.ageBand.of(cells[this.layout.band + by] ?? "").reading.kind === "line";
  }

  private say(situation: Situation, value: string, row: number, line: Line | null = null) {
    const fact = line === null ? "" : lineText(line).label;
    this.problems.push(problemOf(situation, { place: placeAt(row, this.layout.band), value, fact }));
  }
}

const UNREADABLE_BAND = {
  unknown: "unknown-age-band",
  total: "unknown-age-band",
  "bare-number": "age-band-number",
  blank: "age-band-blank",
} as const;

class WideAnswers implements Answers {
  readonly trustYears: TrustYears;
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
      const place = placeAt(row, this.layout.ods);
      const value = cells[this.layout.ods] ?? "";
      this.problems.push(problemOf("duplicate-age-band", { place, value, fact: `every age of ${whose(identity)}` }));
      return;
    }
    for (const line of LINES) trustYear.lines[line] = this.picker.pick(line, cells, row);
    trustYear.allAgesTo17 = this.layout.allAgesTo17;
  }
}

/** "ZD01, 2025-26", as far as the rows say it. */
function whose({ code, writtenYear }: Identity): string {
  return [code, writtenYear].filter((part) => part !== "").join(", ") || "The file";
}
