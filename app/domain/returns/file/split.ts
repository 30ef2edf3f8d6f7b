import Papa from "papaparse";
import { problemOf } from "../catalogue";
import { placeAt } from "../place";
import type { Problem } from "../problem";
import { headerRow, SURELY_HEADINGS } from "./header-row";

const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];
export type Cells = readonly string[];
export type Rows = readonly Cells[];

/** Shown a row with its number from 0; returns false to see no more. */
export type Visit = (cells: Cells, row: number) => boolean;

export interface Table {
  readonly delimiter: Delimiter;
  /** The first row that is not an instruction to a spreadsheet (`sep=;`), counted from 0. */
  readonly first: number;
  /** The top of the file, where titles and headings stand. */
  readonly top: Rows;
  /** Shows every row in turn. Its number is its place in the file: a line break inside quotes begins no row. */
  readonly forEachRow: (visit: Visit) => void;
  /** What is wrong with the quotation marks, because of which the rows are not those that were meant. */
  readonly problems: readonly Problem[];
}

/**
 * Splits the text of a file into cells, whatever its line ends; cells stay exactly as written. Rows after the first
 * `mostRows` may be left out.
 */
export function split(text: string, mostRows = 0): Table {
  // The splitter knows one line end per file. A carriage return before a line feed is taken off below.
  const lines = (LONE_RETURN.test(text) ? text.replace(/\r\n?/g, "\n") : text).replace(/\r?\n$/, "");
  const separator = SEPARATOR.exec(lines)?.[1];
  const first = separator === undefined ? 0 : 1;
  const delimiter = DELIMITERS.find((known) => known === separator) ?? likeliestDelimiter(lines);
  if (!lines.includes('"')) return { delimiter, first, ...splitUnquoted(lines, delimiter) };
  if (hasTooManyStrayQuotes(lines)) return { delimiter, first, ...UNSPLIT };
  return { delimiter, first, ...splitQuoted(lines, delimiter, mostRows) };
}

const LONE_RETURN = /\r(?!\n)/;
const SEPARATOR = /^"?sep=(.)"?\r?\n/i;

/** No header, no types, no skipping: the rows as they stand. */
function parse(lines: string, delimiter: Delimiter, preview = 0): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(lines, {
    delimiter,
    newline: "\n",
    preview,
    // Its fast mode is the slower one on current engines.
    fastMode: false,
    header: false,
    dynamicTyping: false,
    skipEmptyLines: false,
  });
}

type Split = Pick<Table, "top" | "forEachRow" | "problems">;

function splitQuoted(lines: string, delimiter: Delimiter, mostRows: number): Split {
  const { data, errors } = parse(lines, delimiter, mostRows);
  const forEachRow: Table["forEachRow"] = (visit) => {
    data.every((cells, row) => visit(withoutReturn(cells), row));
  };
  return { top: topOf(lines, delimiter), forEachRow, problems: quoteProblems(data, errors) };
}

/** Characters split at a time, so that rows already seen need not stay in memory. */
const BATCH = 262_144;

/** Without a quotation mark every line feed ends a row, so the text can be split batch by batch. */
function splitUnquoted(lines: string, delimiter: Delimiter): Split {
  const forEachRow: Table["forEachRow"] = (visit) => {
    let row = 0;
    for (let start = 0; start <= lines.length; ) {
      const lineFeed = lines.indexOf("\n", start + BATCH);
      const end = lineFeed === -1 ? lines.length : lineFeed;
      const batch = lines.slice(start, end);
      // The splitter makes no row of an empty text, but a blank line is one.
      for (const cells of batch === "" ? [[""]] : parse(batch, delimiter).data) {
        if (!visit(withoutReturn(cells), row++)) return;
      }
      start = end + 1;
    }
  };
  return { top: topOf(lines, delimiter), forEachRow, problems: [] };
}

const TOP_ROWS = 120;
const SAMPLE = 65_536;

function topOf(lines: string, delimiter: Delimiter): Rows {
  return parse(lines.slice(0, SAMPLE), delimiter, TOP_ROWS).data.map(withoutReturn);
}

/** Takes the carriage return of a line that ended in both off its last cell: cheaper than off the whole text. */
function withoutReturn(cells: string[]): string[] {
  const last = cells.length - 1;
  const cell = cells[last] ?? "";
  if (cell.charCodeAt(cell.length - 1) === CARRIAGE_RETURN) cells[last] = cell.slice(0, -1);
  return cells;
}

const CARRIAGE_RETURN = 13;

/** The delimiter that makes the most headings readable; where none does, the one that makes the most columns. */
function likeliestDelimiter(lines: string): Delimiter {
  let best: { delimiter: Delimiter; headings: number; columns: number } = { delimiter: ",", headings: 0, columns: 0 };
  const sample = lines.slice(0, SAMPLE);
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter)) continue;
    const rows = topOf(lines, delimiter);
    const headings = headerRow(rows, 0)?.known ?? 0;
    const columns = Math.max(0, ...rows.map((row) => row.length));
    if (headings > best.headings || (headings === best.headings && columns > best.columns))
      best = { delimiter, headings, columns };
    if (headings >= SURELY_HEADINGS) break;
  }
  return best.delimiter;
}

// Quotation marks

const STRAY_QUOTE = /[^"\t\n,;|]"[^"\t\n,;|]/g;
const MOST_STRAY_QUOTES = 10_000;

/** The splitter writes down every stray mark, so that a file full of them would fill the memory. */
function hasTooManyStrayQuotes(lines: string): boolean {
  STRAY_QUOTE.lastIndex = 0;
  for (let count = 0; count < MOST_STRAY_QUOTES; count++) if (!STRAY_QUOTE.test(lines)) return false;
  return true;
}

const UNSPLIT: Split = { top: [], forEachRow: () => undefined, problems: [problemOf("stray-quotes", {})] };

/**
 * An unclosed quotation mark swallows the rest of the file. One that is closed late swallows the rows between. A mark
 * inside a cell that swallows nothing, as in `"12" notes"`, is text, and knowingly accepted.
 */
function quoteProblems(rows: Rows, errors: readonly Papa.ParseError[]): Problem[] {
  const problems: Problem[] = [];
  let last = -1;
  for (const { code, row = 0 } of errors) {
    const cells = rows[row];
    if (cells === undefined || row === last) continue;
    last = row;
    const unclosed = code === "MissingQuotes";
    const column = unclosed ? cells.length - 1 : cells.findIndex((cell) => cell.includes("\n") && cell.includes('"'));
    if (column === -1) continue;
    problems.push(problemOf(unclosed ? "unclosed-quote" : "swallowed-rows", { place: placeAt(row, column) }));
  }
  return problems;
}
