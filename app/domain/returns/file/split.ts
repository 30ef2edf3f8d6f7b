import Papa from "papaparse";
import { problemOf } from "../catalogue";
import { DELIMITERS, type Delimiter, unguarded } from "../csv";
import type { Problem } from "../problem";
import type { FileLimits } from "./context";
import { headerRow, SURELY_HEADINGS } from "./header-row";
import { survey } from "./survey";

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
  /** Why the text was not split: what is wrong with the quotation marks, or is larger than a return can be. */
  readonly problems: readonly Problem[];
}

/**
 * Splits the text of a file into cells, whatever its line ends; cells stay exactly as written, but for the `'` that our
 * own files put before what could run as a formula. What lies beyond the limits may be left out: it is shown as far as
 * the first row too many.
 */
export function split(text: string, limits?: FileLimits): Table {
  // The splitter knows one line end per file. A carriage return before a line feed is taken off below.
  const lines = (LONE_RETURN.test(text) ? text.replace(/\r\n?/g, "\n") : text).replace(/\r?\n$/, "");
  const separator = SEPARATOR.exec(lines)?.[1];
  const first = separator === undefined ? 0 : 1;
  const delimiter = DELIMITERS.find((known) => known === separator) ?? likeliestDelimiter(lines);
  const quoted = lines.includes('"');
  if (quoted && hasTooManyStrayQuotes(lines))
    return { delimiter, first, ...unsplit([], [problemOf("stray-quotes", {})]) };
  const top = topOf(lines, delimiter);
  const problems = quoted || limits !== undefined ? survey(lines, delimiter, limits) : [];
  if (problems.some(({ code }) => code === "too-large")) return { delimiter, first, ...unsplit(top, problems) };
  const forEachRow = quoted ? quotedRows(lines, delimiter) : unquotedRows(lines, delimiter);
  return { delimiter, first, top, forEachRow, problems };
}

const LONE_RETURN = /\r(?!\n)/;
/** A spreadsheet may have filled the line up with delimiters. */
const SEPARATOR = /^"?sep=(.)"?\1*\r?\n/i;

/** No header, no types, no skipping: the rows as they stand. */
const AS_WRITTEN = {
  newline: "\n",
  // Its fast mode is the slower one on current engines.
  fastMode: false,
  header: false,
  dynamicTyping: false,
  skipEmptyLines: false,
} as const;

function parse(lines: string, delimiter: Delimiter, preview = 0): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(lines, { ...AS_WRITTEN, delimiter, preview });
}

/** Row by row, so that a row already seen need not stay in memory: a quotation mark written twice costs 32 bytes there. */
function quotedRows(lines: string, delimiter: Delimiter): Table["forEachRow"] {
  const cellsIn = cellsOf(lines);
  return (visit) => {
    let row = 0;
    Papa.parse<string[]>(lines, {
      ...AS_WRITTEN,
      delimiter,
      step: ({ data }, splitter) => {
        if (!visit(cellsIn(data), row++)) splitter.abort();
      },
    });
  };
}

/** Characters split at a time, so that rows already seen need not stay in memory. */
const BATCH = 262_144;

/** Without a quotation mark every line feed ends a row, so the text can be split batch by batch, which is quicker. */
function unquotedRows(lines: string, delimiter: Delimiter): Table["forEachRow"] {
  const cellsIn = cellsOf(lines);
  return (visit) => {
    let row = 0;
    for (let start = 0; start <= lines.length; ) {
      const lineFeed = lines.indexOf("\n", start + BATCH);
      const end = lineFeed === -1 ? lines.length : lineFeed;
      const batch = lines.slice(start, end);
      // The splitter makes no row of an empty text, but a blank line is one.
      for (const cells of batch === "" ? [[""]] : parse(batch, delimiter).data) {
        if (!visit(cellsIn(cells), row++)) return;
      }
      start = end + 1;
    }
  };
}

const TOP_ROWS = 120;
const SAMPLE = 65_536;

function topOf(lines: string, delimiter: Delimiter): Rows {
  return parse(lines.slice(0, SAMPLE), delimiter, TOP_ROWS).data.map(cellsOf(lines));
}

/** What makes cells as they were written of cells as they were split, once; most files have nothing to unguard. */
function cellsOf(lines: string): (cells: string[]) => string[] {
  return lines.includes("'") ? (cells) => withoutGuards(withoutReturn(cells)) : withoutReturn;
}

function withoutGuards(cells: string[]): string[] {
  for (let column = 0; column < cells.length; column++) cells[column] = unguarded(cells[column] ?? "");
  return cells;
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

const STRAY_QUOTE = /[^"\t\n,;|]"[^"\t\r\n,;|]/g;
const MOST_STRAY_QUOTES = 10_000;

/** The splitter writes down every stray mark, so that a file full of them would fill the memory. */
function hasTooManyStrayQuotes(lines: string): boolean {
  STRAY_QUOTE.lastIndex = 0;
  for (let count = 0; count < MOST_STRAY_QUOTES; count++) if (!STRAY_QUOTE.test(lines)) return false;
  return true;
}

function unsplit(top: Rows, problems: readonly Problem[]): Pick<Table, "top" | "forEachRow" | "problems"> {
  return { top, forEachRow: () => undefined, problems };
}
