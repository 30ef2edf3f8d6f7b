import { problemOf } from "./catalogue";
import { Readers } from "./cells/readers";
import { checkTotals } from "./file/check-totals";
import { Collector } from "./file/collect";
import { type FileContext, NO_CONTEXT } from "./file/context";
import { Identities } from "./file/identity";
import type { Layout } from "./file/layout";
import { tooManyCells, tooMuchToSay } from "./file/limits";
import { type FileForm, openTable, UNKNOWN_FORM } from "./file/open-table";
import type { TextRow } from "./file/other-rows";
import type { Table } from "./file/split";
import type { Collected } from "./file/trust-years";
import { type Outcome, outcomeOf, type Problem, sortProblems } from "./problem";
import { type Remark, readAnswers } from "./read-answers";
import { LINES, type Line, type TrustReturn } from "./return";
import { typed, type Written, type WrittenLine } from "./written";

/** One trust's return as a file gives it. */
export interface FileReturn extends TrustReturn {
  /** The trust's name as written; names are for display, the code decides. */
  readonly name: string | null;
  /** The raw text of every answer, with its place. */
  readonly written: Written;
  readonly remarks: readonly Remark[];
  /** What its own answers say, each of them also among the problems of the file; what is left there is about the file itself. */
  readonly problems: readonly Problem[];
  /** The lines the file leaves unsettled, given more than once or not at all, in display order: no figure of theirs is to be taken over. */
  readonly disputed: readonly Line[];
  /** The trust's total ends at the 18th birthday, not the 19th. */
  readonly allAgesTo17: boolean;
}

export interface FileReading extends FileForm {
  readonly outcome: Outcome;
  /** Where the outcome is `reject`, what could be read, to show beside the problems and never to be kept as figures. */
  readonly returns: readonly FileReturn[];
  /** Must-fix first, then confirm, then notes, each in the order of the file. */
  readonly problems: readonly Problem[];
  /** Titles and footnotes, to be kept with the submission. */
  readonly texts: readonly TextRow[];
}

/**
 * Reads a file that a trust sent and checks it: any bytes give an answer, never an exception. What is wrong with the file
 * as a whole (`isStructural`) is said first and alone, and then nothing of its cells is returned. Source: product specification, section 2, and the reference on messy files.
 * Example: a clean long file of trust ZD01 for 2025-26 is `ready`, with one return and no problems.
 */
export function readReturnFile(bytes: Uint8Array, context: FileContext = NO_CONTEXT): FileReading {
  const opened = openTable(bytes, context.limits);
  if (!opened.ok) return rejected(opened.form, opened.faults);
  const { form, decoded, table, layout } = opened;
  const rows = collectRows(table, layout, context);
  if (rows.tooLarge !== null) return rejected(form, [rows.tooLarge]);
  if (rows.trustYears.length === 0 && outcomeOf(rows.problems) !== "reject") return rejected(form, [NO_FIGURES]);

  const { returns, problems: own } = readReturns(rows.trustYears, context);
  const problems = [
    ...decoded.problems,
    ...layout.problems,
    ...rows.problems,
    ...own,
    ...(layout.kind === "long" ? checkTotals(rows.totals, returns) : []),
  ];
  const tooMuch = tooMuchToSay(problems, context.limits);
  if (tooMuch !== null) return rejected(form, [tooMuch]);
  return { ...form, outcome: outcomeOf(problems), returns, problems: sortProblems(problems), texts: rows.texts };
}

const GIVEN_UP = {
  time: "it takes longer to read than any return does",
  memory: "it takes more memory to read than any return does",
  fault: "our checker broke off over it",
} as const;

/**
 * The reading of a file whose check was given up, by whoever keeps watch over time and memory.
 * Example: for `time` it is rejected, with the one problem `unreadable-file`.
 */
export function uncheckedFile(because: keyof typeof GIVEN_UP): FileReading {
  return rejected(UNKNOWN_FORM, [problemOf("unchecked-file", { fact: GIVEN_UP[because] })]);
}

const NO_FIGURES = problemOf("empty-file", { fact: "There are no figures under the headings." });

function rejected(form: FileForm, problems: readonly Problem[]): FileReading {
  return { ...form, outcome: "reject", returns: [], problems, texts: [] };
}

function collectRows(table: Table, layout: Layout, context: FileContext) {
  const problems: Problem[] = [];
  const identities = new Identities(context, layout, problems);
  const collector = new Collector(table, layout, identities, problems);
  let tooLarge: Problem | null = null;
  table.forEachRow((cells, row) => {
    if (context.limits !== undefined) tooLarge = tooManyCells(cells, row, context.limits);
    if (tooLarge === null) collector.visit(cells, row);
    return tooLarge === null;
  });
  collector.end();
  const { trustYears, texts, totals } = collector;
  return { problems, trustYears, texts, totals, tooLarge };
}

function readReturns(trustYears: readonly Collected[], context: FileContext) {
  const readers = new Readers();
  const problems: Problem[] = [];
  const returns: FileReturn[] = [];
  for (const { ods, year, name, lines, unsettled, allAgesTo17 } of trustYears) {
    const complete = isComplete(lines);
    const written: Written = isComplete(lines) ? lines : blankWhereNull(lines);
    const lastYear = ods === null ? null : (context.lastYear?.get(ods) ?? null);
    const { figures, remarks, problems: said } = readAnswers(ods ?? "", written, lastYear, readers);
    // That a line is missing has been said; nothing is said about what would stand there.
    const own = complete ? said : said.filter(({ row }) => row !== null);
    for (const problem of own) problems.push(problem);
    if (ods !== null && year !== null) {
      const settled = complete && unsettled.length === 0;
      const disputed = settled ? NONE : LINES.filter((line) => lines[line] === null || unsettled.includes(line));
      returns.push({ ods, year, figures, name, written, remarks, problems: own, disputed, allAgesTo17 });
    }
  }
  return { returns, problems };
}

function isComplete(lines: Collected["lines"]): lines is Record<Line, WrittenLine> {
  return lines["0-12m"] !== null && lines["12-24m"] !== null && lines["24-36m"] !== null && lines.all !== null;
}

const NONE: readonly Line[] = [];
const NO_LINE = typed("", "", "");

function blankWhereNull(lines: Collected["lines"]): Written {
  return {
    "0-12m": lines["0-12m"] ?? NO_LINE,
    "12-24m": lines["12-24m"] ?? NO_LINE,
    "24-36m": lines["24-36m"] ?? NO_LINE,
    all: lines.all ?? NO_LINE,
  };
}
