import { problemOf } from "../catalogue";
import { placeAt } from "../place";
import type { Problem } from "../problem";
import type { FileLimits } from "./context";
import { tooManyCharacters, tooManyColumns } from "./limits";

/**
 * Walks over a text before it is split and says why it should not be: an unclosed quotation mark swallows the rest of
 * the file; one that is closed late swallows the rows between; and a row or a cell that no file within the limits can
 * hold is not worth splitting, for a line of five million commas costs nothing to look at, and forty times its size to
 * split. A mark inside a cell that swallows nothing, as in `"12" notes"`, is text, and knowingly accepted. Marks are
 * followed as the splitter follows them. Example: `a,b`, line feed, `"c` is `unreadable-file` at A2.
 */
export function survey(lines: string, delimiter: string, limits?: FileLimits): Problem[] {
  const problems: Problem[] = [];
  const walk = new Walk(lines, delimiter.charCodeAt(0));
  const mostRows = limits === undefined ? Number.POSITIVE_INFINITY : limits.rows;
  // A quotation mark inside quotation marks is written twice.
  const longest = limits === undefined ? Number.POSITIVE_INFINITY : 2 * limits.charactersInCell + 2;
  let [row, column, start, said] = [0, 0, 0, -1];
  while (row <= mostRows && problems.length < MOST_LISTED) {
    const end = walk.endOfCell(start);
    if (end === UNCLOSED) return [...problems, problemOf("unclosed-quote", { place: placeAt(row, column) })];
    if (walk.stray && said !== row && lines.slice(start, end).includes("\n")) {
      problems.push(problemOf("swallowed-rows", { place: placeAt(row, column) }));
      said = row;
    }
    if (limits !== undefined && problems.length === 0) {
      if (end - start > longest) return [tooManyCharacters(row, column, limits)];
      if (column === limits.columns) return [tooManyColumns(row, limits)];
    }
    if (end === lines.length) return problems;
    column++;
    if (lines.charCodeAt(end) === LINE_FEED) {
      row++;
      column = 0;
    }
    start = end + 1;
  }
  return problems;
}

const MOST_LISTED = 50;
const QUOTE = 34;
const LINE_FEED = 10;
const UNCLOSED = -1;

class Walk {
  /** Whether the last cell stands in quotation marks and holds one that neither closes it nor is written twice. */
  stray = false;

  constructor(
    private readonly lines: string,
    private readonly delimiter: number,
  ) {}

  /** Where the delimiter or the line feed stands that ends the cell beginning at `start`, or the text ends. */
  endOfCell(start: number): number {
    this.stray = false;
    return this.lines.charCodeAt(start) === QUOTE ? this.endOfQuoted(start) : this.nextEnd(start);
  }

  private endOfQuoted(start: number): number {
    const { lines } = this;
    for (let at = lines.indexOf('"', start + 1); at !== -1; at = lines.indexOf('"', at + 1)) {
      if (at + 1 === lines.length) return at + 1;
      if (lines.charCodeAt(at + 1) === QUOTE) {
        at++;
        continue;
      }
      const end = this.behindSpaces(at + 1);
      if (end < lines.length && this.isEnd(end)) return end;
      this.stray = true;
    }
    return UNCLOSED;
  }

  /** Spaces between the mark and the end of its cell do no harm. */
  private behindSpaces(at: number): number {
    const { lines } = this;
    let after = at;
    while (after < lines.length && !this.isEnd(after) && lines.charAt(after).trim() === "") after++;
    return after;
  }

  private nextEnd(start: number): number {
    let at = start;
    while (at < this.lines.length && !this.isEnd(at)) at++;
    return at;
  }

  private isEnd(at: number): boolean {
    const code = this.lines.charCodeAt(at);
    return code === this.delimiter || code === LINE_FEED;
  }
}
