/** What can stand between two cells of a file that calls itself CSV. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A text is guarded against running as a formula; a number stays a number; null is an empty cell. */
export type CsvCell = string | number | null;

/**
 * A CSV file as spreadsheets read it without asking: UTF-8 with a byte-order mark, CRLF line ends, quotation marks
 * where needed, and `'` before any text or heading that could run as a formula. Commas stand between cells, unless the
 * file is given back to somebody who wrote it with another delimiter. Source: security specification, R24.
 * Example: `[["Notes"], ["=SUM(F2:F4)"]]` gives a second row that reads `'=SUM(F2:F4)`.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[], delimiter: Delimiter = ","): string {
  return `\uFEFF${moreCsv(rows, delimiter)}`;
}

/** Rows to go on with after `writeCsv`, for a file that is sent as it is read. */
export function moreCsv(rows: readonly (readonly CsvCell[])[], delimiter: Delimiter = ","): string {
  return rows.map((cells) => `${cells.map(writeCell).join(delimiter)}\r\n`).join("");
}

function writeCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = guarded(cell);
  return /[",;\t|\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What spreadsheets take for a formula, even behind spaces or in full width; `'` counts so that guarding can be undone. */
const RUNS_AS_FORMULA = /^'*(?:[\s\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n])/u;

/** Prefixes `'` to a text that could run as a formula. */
export function guarded(text: string): string {
  return RUNS_AS_FORMULA.test(text) ? `'${text}` : text;
}

/** Takes off exactly the `'` that `guarded` puts on, and no other: `unguarded(guarded(text))` is always `text`. */
export function unguarded(text: string): string {
  return text.startsWith("'") && RUNS_AS_FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
