import Papa from "papaparse";
import { problemOf } from "../catalogue";
import { placeAt } from "../place";
import type { Problem } from "../problem";
import { headerRow, SURELY_HEADINGS } from "./header-row";

const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];
export type Cells = readonly string[];
export type Rows = readonly Cells[];

export interface Table {
  readonly delimiter: Delimiter;
  /** The first row that is not an instruction to a spreadsheet (`sep=;`), counted from 0. */
  readonly first: number;
  /** The top of the file, where titles and headings stand. */
  readonly top: Rows;
  /**
   * Shows every row with its number from 0, which is its place in the file: a line break inside quotes begins no row.
   * A visit that returns false is the last.
   */
  readonly forEachRow: (visit: (cells: Cells, row: number) => boolean) => void;
  /** Quotation marks that swallow rows, or that are too many to be meant. */
  readonly problems: readonly Problem[];
}

/**
 * Splits the text of a file into cells, whatever its line ends; cells stay exactly as written. Rows after the first
 * `mostRows` may be left out.
 */
export function split(text: string, mostRows = 0): Table {
  const lines = withoutLastLineEnd(LONE_RETURN.test(text) ? withLineFeeds(text) : text);
  const separator = SEPARATOR.exec(lines)?.[1];
  const delimiter = DELIMITERS.find((known) => known === separator) ?? likeliestDelimiter(lines);
  const first = separator === undefined ? 0 : 1;
  if (!lines.includes('"')) return { delimiter, first, ...splitUnquoted(lines, delimiter) };
  if (hasTooManyStrayQuotes(lines)) return { delimiter, first, ...UNSPLIT };
  return { delimiter, first, ...splitQuoted(withLineFeeds(lines), delimiter, mostRows) };
}

/** A carriage return that ends a line by itself, as on old Macintoshes; the splitter knows one line end per file. */
const LONE_RETURN = /\r(?!\n)/;

function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** The line end of the last line begins no row. */
function withoutLastLineEnd(text: string): string {
  return text.replace(/\r?\n$/, "");
}

const SEPARATOR = /^"?sep=(.)"?\r?\n/i;
const TOP_ROWS = 120;
const SAMPLE = 65_536;

function parse(lines: string, delimiter: Delimiter, preview = 0): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(lines, {
    delimiter,
    newline: "\n",
    preview,
    header: false,
    dynamicTyping: false,
    skipEmptyLines: false,
  });
}

type Split = Pick<Table, "top" | "forEachRow" | "problems">;

function splitQuoted(lines: string, delimiter: Delimiter, mostRows: number): Split {
  const { data, errors } = parse(lines, delimiter, mostRows);
  const forEachRow: Table["forEachRow"] = (visit) => {
    data.every(visit);
  };
  return { top: data.slice(0, TOP_ROWS), forEachRow, problems: quoteProblems(data, errors) };
}

const STRAY_QUOTE = /[^"\t\n,;|]"[^"\t\n,;|]/g;
const MOST_STRAY_QUOTES = 10_000;

/** The splitter writes down every stray mark, so that a file full of them would fill the memory. */
function hasTooManyStrayQuotes(lines: string): boolean {
  STRAY_QUOTE.lastIndex = 0;
  for (let count = 0; count < MOST_STRAY_QUOTES; count++) if (!STRAY_QUOTE.test(lines)) return false;
  return true;
}

const UNSPLIT: Split = { top: [], forEachRow: () => undefined, problems: [problemOf("stray-quotes", {})] };

/** About this many characters are split at a time, so that rows already read need not stay in memory. */
const BATCH = 262_144;

/** Without a quotation mark every line feed ends a row, so the text can be split batch by batch. */
function splitUnquoted(lines: string, delimiter: Delimiter): Split {
  const forEachRow: Table["forEachRow"] = (visit) => {
    let row = 0;
    for (let start = 0; start <= lines.length; ) {
      const lineEnd = lines.indexOf("\n", start + BATCH);
      const end = lineEnd === -1 ? lines.length : lineEnd;
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

function topOf(lines: string, delimiter: Delimiter): Rows {
  return parse(withLineFeeds(lines.slice(0, SAMPLE)), delimiter, TOP_ROWS).data;
}

/** Takes the carriage return of a line that ended in both off its last cell, which is cheaper than off the whole text. */
function withoutReturn(cells: string[]): string[] {
  const last = cells.length - 1;
  const cell = cells[last] ?? "";
  if (cell.charCodeAt(cell.length - 1) === CARRIAGE_RETURN) cells[last] = cell.slice(0, -1);
  return cells;
}

const CARRIAGE_RETURN = 13;

/** The delimiter that makes the most headings readable; where none does, the one that makes the most columns. */
function likeliestDelimiter(lines: string): Delimiter {
  const sample = lines.slice(0, SAMPLE);
  let best: { delimiter: Delimiter; headings: number; columns: number } = { delimiter: ",", headings: 0, columns: 0 };
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter)) continue;
    const rows = topOf(sample, delimiter);
    const headings = headerRow(rows, 0)?.known ?? 0;
    const columns = Math.max(0, ...rows.map((row) => row.length));
    if (headings > best.headings || (headings === best.headings && columns > best.columns))
      best = { delimiter, headings, columns };
    if (headings >= SURELY_HEADINGS) break;
  }
  return best.delimiter;
}

/**
 * An unclosed quotation mark swallows the rest of the file. One that is closed late swallows the rows between. A mark
 * inside a cell that swallows nothing, as in `"12" notes"`, is text, and knowingly accepted.
 */
function quoteProblems(rows: Rows, errors: readonly Papa.ParseError[]): Problem[] {
  const problems: Problem[] = [];
  let last = -1;
  for (const { code, row = 0 } of errors) {
    if (row === last) continue;
    const cells = rows[row] ?? [];
    const unclosed = code === "MissingQuotes";
    const column = unclosed
      ? Math.max(0, cells.length - 1)
      : cells.findIndex((cell) => cell.includes("\n") && cell.includes('"'));
    if (column !== -1)
      problems.push(problemOf(unclosed ? "unclosed-quote" : "swallowed-rows", { place: placeAt(row, column) }));
    last = row;
  }
  return problems;
}
