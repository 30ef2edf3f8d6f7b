import { readReportingYear } from "../../calendar/read-reporting-year";
import { formatYear, type ReportingYear } from "../../calendar/reporting-year";
import { problemOf, type Situation, type Told } from "../catalogue";
import { Memory, ShortMemory } from "../cells/memory";
import { codeMistyped, readOdsCode } from "../cells/ods-code";
import { hasStraySpaces, plain } from "../cells/plain-text";
import { placeAt } from "../place";
import type { Problem } from "../problem";
import type { FileContext } from "./context";
import type { Layout } from "./layout";

/** Whose return a row belongs to. Null where the row does not say it in a way that can be read. */
export interface Identity {
  readonly ods: string | null;
  readonly year: ReportingYear | null;
  /** As far as it can be read, so that rows of one trust and year are counted together. */
  readonly code: string;
  readonly writtenYear: string;
  /** The code or the year is not one that this file may answer for, which has been said. */
  readonly faulty: boolean;
}

const LONGEST_YEAR = 80;

/** Words that spreadsheets put where a code belongs, though some of them look like one. */
const TOTAL = /^(?:grand |sub-?)?totals?\b|\btotals?:?$|^(?:sum|overall):?$/;

export function isTotalWord(raw: string): boolean {
  return raw.length < 40 && /total|sum|overall/i.test(raw) && TOTAL.test(plain(raw));
}

/**
 * Reads code and year row by row. A fault that repeats down the column is said once, at its first cell; a spelling
 * that was read as meant is noted at every cell.
 */
export class Identities {
  private readonly said = new Set<Situation>();
  private readonly code = new ShortMemory((raw) => ({
    ods: isTotalWord(raw) ? null : readOdsCode(raw),
    spaced: hasStraySpaces(raw),
  }));
  private readonly reportingYear = new Memory((raw) => ({
    reading: raw.length > LONGEST_YEAR ? readReportingYear("?") : readReportingYear(raw.trim()),
    spaced: hasStraySpaces(raw),
  }));
  private lastOds = "";
  private lastYear = "";
  private last: Identity | null = null;
  /** Whether something was said about the last code or year that holds for every row of it. */
  private remarkable = false;

  constructor(
    private readonly context: FileContext,
    private readonly layout: Layout,
    private readonly problems: Problem[],
  ) {}

  /** The code of a row without saying anything about it. */
  codeOf(cells: readonly string[]): string | null {
    return this.code.of(cells[this.layout.ods] ?? "").ods;
  }

  /** Whether a row says whose answer it is: by a code of the register or with a figure in it. "Source" could be one. */
  namesTrust(cells: readonly string[]): boolean {
    const code = this.codeOf(cells);
    return code !== null && (/\d/.test(code) || this.context.register?.has(code) === true);
  }

  namesYear(cells: readonly string[]): boolean {
    return this.isYear(cells[this.layout.year] ?? "");
  }

  isYear(raw: string): boolean {
    return this.reportingYear.of(raw).reading.kind === "ok";
  }

  of(cells: readonly string[], row: number): Identity {
    const rawOds = cells[this.layout.ods] ?? "";
    const rawYear = cells[this.layout.year] ?? "";
    if (this.last !== null && this.lastOds === rawOds && this.lastYear === rawYear) {
      if (this.remarkable) this.remark(rawOds, rawYear, row);
      return this.last;
    }
    this.last = this.check(rawOds, rawYear, row);
    this.lastOds = rawOds;
    this.lastYear = rawYear;
    const before = this.problems.length;
    this.remark(rawOds, rawYear, row);
    this.remarkable = this.problems.length > before;
    return this.last;
  }

  private check(rawOds: string, rawYear: string, row: number): Identity {
    const { ods } = this.code.of(rawOds);
    const { reading } = this.reportingYear.of(rawYear);
    const year = reading.kind === "ok" ? reading.year : null;
    this.checkCode(rawOds, ods, row);
    const open = this.context.year;
    if (reading.kind !== "ok") {
      const fact = rawYear.length > LONGEST_YEAR ? "this is not a reporting year." : reading.wrong;
      this.once("year-unreadable", row, this.layout.year, rawYear, { fact, remedy: reading.instead });
    } else if (open !== null && year !== open) {
      this.once("year-not-open", row, this.layout.year, rawYear, { fact: formatYear(open) });
    }
    // A blank below a merged cell belongs to the row above, as far as counting its bands goes.
    const code = ods ?? (rawOds.trim() || (this.last?.code ?? ""));
    const writtenYear = year ?? (rawYear.trim() || (this.last?.writtenYear ?? ""));
    const { register, trust } = this.context;
    const codeFails = ods === null || register?.has(ods) === false || (trust !== null && ods !== trust);
    const faulty = codeFails || year === null || (open !== null && year !== open);
    return { ods, year, code, writtenYear, faulty };
  }

  private checkCode(raw: string, ods: string | null, row: number) {
    const { register, trust } = this.context;
    const column = this.layout.ods;
    if (raw.trim() === "") return this.once("ods-blank", row, column, raw);
    if (ods === null || (register !== null && !register.has(ods))) {
      if (this.said.has("ods-not-in-register")) return;
      const meant = ods === null || register === null ? null : codeMistyped(ods, register);
      const example = trust === null ? "as your invitation gives it" : `${trust} for your trust`;
      const remedy =
        meant === null
          ? `Write its ODS code, ${example}.`
          : `If you mean ${meant}, with a figure in place of a letter, correct it.`;
      return this.once("ods-not-in-register", row, column, raw, { remedy });
    }
    if (trust !== null && ods !== trust) this.once("ods-not-yours", row, column, raw, { fact: trust });
  }

  private once(situation: Situation, row: number, column: number, value: string, told: Told = {}) {
    if (this.said.has(situation)) return;
    this.said.add(situation);
    this.problems.push(problemOf(situation, { place: placeAt(row, column), value, ...told }));
  }

  private remark(rawOds: string, rawYear: string, row: number) {
    const { ods, year } = this.layout;
    if (this.code.of(rawOds).spaced)
      this.problems.push(problemOf("trimmed-spaces", { place: placeAt(row, ods), value: rawOds }));
    const { reading, spaced } = this.reportingYear.of(rawYear);
    if (spaced) this.problems.push(problemOf("trimmed-spaces", { place: placeAt(row, year), value: rawYear }));
    if (reading.kind === "ok" && !reading.canonical) {
      this.problems.push(
        problemOf("recognised-synonym", { place: placeAt(row, year), value: rawYear, fact: reading.year }),
      );
    }
  }
}
