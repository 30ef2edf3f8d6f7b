import { problemOf } from "./catalogue";
import { Readers } from "./cells/readers";
import { checkTotals } from "./file/check-totals";
import { Collector } from "./file/collect";
import { type FileContext, NO_CONTEXT } from "./file/context";
import { decode, type Encoding } from "./file/decode";
import { otherFileType, otherTextType } from "./file/file-type";
import { headerRow } from "./file/header-row";
import { Identities } from "./file/identity";
import { findLayout, type Layout } from "./file/layout";
import { tooManyBytes, tooManyCells } from "./file/limits";
import type { TextRow } from "./file/other-rows";
import { patientData } from "./file/patient-data";
import { type Delimiter, split, type Table } from "./file/split";
import type { Collected } from "./file/trust-years";
import { type Outcome, outcomeOf, type Problem, sortProblems } from "./problem";
import { type Remark, readAnswers } from "./read-answers";
import type { Line, TrustReturn } from "./return";
import { typed, type Written, type WrittenLine } from "./written";

/** One trust's return as a file gives it. */
export interface FileReturn extends TrustReturn {
  /** The trust's name as written; names are for display, the code decides. */
  readonly name: string | null;
  /** The raw text of every answer, with its place. */
  readonly written: Written;
  readonly remarks: readonly Remark[];
  /** The trust's total ends at the 18th birthday, not the 19th. */
  readonly allAgesTo17: boolean;
}

export interface FileReading {
  readonly outcome: Outcome;
  readonly layout: "long" | "wide" | "none";
  /** Null where the bytes are not text, as is the delimiter. */
  readonly encoding: Encoding | null;
  readonly delimiter: Delimiter | null;
  /** Where the outcome is `reject`, what could be read, to show beside the problems and never to be kept as figures. */
  readonly returns: readonly FileReturn[];
  /** Must-fix first, then confirm, then notes, each in the order of the file. */
  readonly problems: readonly Problem[];
  /** Titles and footnotes, to be kept with the submission. */
  readonly texts: readonly TextRow[];
}

/**
 * Reads a file that a trust sent and checks it: any bytes give an answer, never an exception. A file that cannot be read
 * is said to be so first and alone; patient-level data is looked for before anything else is made of the cells, and
 * then nothing of them is returned. Source: product specification, section 2, and the reference on messy files.
 * Example: a clean long file of trust ZD01 for 2025-26 is `ready`, with one return and no problems.
 */
export function readReturnFile(bytes: Uint8Array, context: FileContext = NO_CONTEXT): FileReading {
  if (bytes.length === 0) return rejected({}, [problemOf("empty-file", { fact: "This file is empty." })]);
  const otherType = otherFileType(bytes);
  if (otherType !== null) return rejected({}, [problemOf("wrong-file-type", { fact: otherType })]);
  const tooLarge = tooManyBytes(bytes, context.limits);
  if (tooLarge !== null) return rejected({}, [tooLarge]);

  const decoded = decode(bytes);
  if (decoded === null) return rejected({}, [problemOf("unreadable-file", {})]);
  const { text, encoding } = decoded;
  const otherText = otherTextType(text);
  if (otherText !== null) return rejected({ encoding }, [problemOf("wrong-file-type", { fact: otherText })]);
  if (text.trim() === "") return rejected({ encoding }, [problemOf("empty-file", { fact: "This file is empty." })]);

  const table = split(text, context.limits === undefined ? 0 : context.limits.rows + 1);
  const { top, first, delimiter } = table;
  const found = findLayout(top, headerRow(top, first));
  const read = { encoding, delimiter, layout: found.ok ? found.layout.kind : found.kind };
  const patients = patientData(text, table);
  if (patients.length > 0) return rejected(read, patients);
  if (table.problems.length > 0) return rejected(read, table.problems);
  if (!found.ok) return rejected(read, found.faults);

  const problems = [...decoded.problems, ...found.layout.problems];
  const collected = collectRows(table, found.layout, context, problems);
  if (collected.tooLarge !== null) return rejected(read, [collected.tooLarge]);
  if (collected.trustYears.length === 0 && outcomeOf(problems) !== "reject") {
    return rejected(read, [problemOf("empty-file", { fact: "There are no figures under the headings." })]);
  }
  const returns = readReturns(collected.trustYears, context, problems);
  if (found.layout.kind === "long") problems.push(...checkTotals(collected.totals, returns));
  return { ...read, outcome: outcomeOf(problems), returns, problems: sortProblems(problems), texts: collected.texts };
}

function collectRows(table: Table, layout: Layout, context: FileContext, problems: Problem[]) {
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
  return { trustYears, texts, totals, tooLarge };
}

function rejected(
  known: Partial<Pick<FileReading, "layout" | "encoding" | "delimiter">>,
  problems: readonly Problem[],
): FileReading {
  return {
    outcome: "reject",
    layout: "none",
    encoding: null,
    delimiter: null,
    ...known,
    returns: [],
    problems,
    texts: [],
  };
}

function readReturns(trustYears: readonly Collected[], context: FileContext, problems: Problem[]): FileReturn[] {
  const readers = new Readers();
  const returns: FileReturn[] = [];
  for (const { ods, year, name, lines, allAgesTo17 } of trustYears) {
    const complete = isComplete(lines);
    const written: Written = isComplete(lines) ? lines : blankWhereNull(lines);
    const lastYear = ods === null ? null : (context.lastYear?.get(ods) ?? null);
    const answers = readAnswers(ods ?? "", written, lastYear, readers);
    // That a line is missing has been said; nothing is said about what would stand there.
    for (const problem of answers.problems) if (complete || problem.row !== null) problems.push(problem);
    if (ods !== null && year !== null) {
      returns.push({ ods, year, figures: answers.figures, name, written, remarks: answers.remarks, allAgesTo17 });
    }
  }
  return returns;
}

function isComplete(lines: Collected["lines"]): lines is Record<Line, WrittenLine> {
  return lines["0-12m"] !== null && lines["12-24m"] !== null && lines["24-36m"] !== null && lines.all !== null;
}

const NO_LINE = typed("", "", "");

function blankWhereNull(lines: Collected["lines"]): Written {
  return {
    "0-12m": lines["0-12m"] ?? NO_LINE,
    "12-24m": lines["12-24m"] ?? NO_LINE,
    "24-36m": lines["24-36m"] ?? NO_LINE,
    all: lines.all ?? NO_LINE,
  };
}
