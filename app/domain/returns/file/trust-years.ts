import { FigureMemory, ShortMemory } from "../cells/memory";
import type { Line } from "../return";
import { lettersOf, type WrittenLine } from "../written";
import type { Identity } from "./identity";
import type { Layout } from "./layout";
import type { Cells } from "./split";

/** One trust and year with the lines the file gives for it; null where it gives none. */
export interface Collected extends Identity {
  readonly name: string | null;
  readonly lines: Record<Line, WrittenLine | null>;
  /** Lines that the file gives more than once, or with cells that were moved: what is right cannot be settled by reading. */
  readonly unsettled: Line[];
  /** The line of all ages is headed "under 18" or "0-17": the trust's total ends at the 18th birthday. */
  allAgesTo17: boolean;
}

/** What was found so far, by code and year. */
export class TrustYears {
  readonly all: Collected[] = [];
  private readonly byKey = new Map<string, Collected>();
  private last: Collected | null = null;
  private lastIdentity: Identity | null = null;

  constructor(private readonly layout: Layout) {}

  of(identity: Identity, cells: Cells): Collected {
    if (this.last !== null && this.lastIdentity === identity) return this.last;
    const { ods, year, code, writtenYear, faulty } = identity;
    // Nearly every file holds one year, so the code alone is key enough for the first.
    const [first] = this.all;
    const key = first === undefined || first.writtenYear === writtenYear ? code : `${code} ${writtenYear}`;
    let found = this.byKey.get(key);
    if (found === undefined) {
      const lines = { "0-12m": null, "12-24m": null, "24-36m": null, all: null };
      const unsettled = this.layout.kind === "wide" ? [...this.layout.repeated] : [];
      found = { ods, year, code, writtenYear, faulty, name: this.nameIn(cells), lines, unsettled, allAgesTo17: false };
      this.all.push(found);
      this.byKey.set(key, found);
    }
    this.last = found;
    this.lastIdentity = identity;
    return found;
  }

  private nameIn(cells: Cells): string | null {
    return this.layout.name === null ? null : cells[this.layout.name] || null;
  }
}

/** Picks the cells of one line out of its row. */
export class LinePicker {
  private readonly letters: Readonly<Record<Line, WrittenLine["columns"]>>;
  // Equal texts are kept once, so that a large file leaves little behind.
  private readonly answer = new ShortMemory((raw) => raw);
  private readonly figure = new FigureMemory((raw) => raw);

  constructor(private readonly lines: Layout["lines"]) {
    this.letters = {
      "0-12m": lettersOf(lines["0-12m"]),
      "12-24m": lettersOf(lines["12-24m"]),
      "24-36m": lettersOf(lines["24-36m"]),
      all: lettersOf(lines.all),
    };
  }

  pick(line: Line, cells: Cells, row: number): WrittenLine {
    const { takes, referred, accessed, notes } = this.lines[line];
    return {
      takes: takes === null ? "" : this.answer.of(cells[takes] ?? ""),
      referred: this.figure.of(cells[referred] ?? ""),
      accessed: this.figure.of(cells[accessed] ?? ""),
      notes: notes === null ? "" : (cells[notes] ?? ""),
      row: row + 1,
      columns: this.letters[line],
    };
  }
}
