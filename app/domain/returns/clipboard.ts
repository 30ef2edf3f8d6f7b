/**
 * The cells of a text that a spreadsheet put on the clipboard: tabs between cells, a line a row. A cell that holds a
 * tab, a line end or both stands in quotation marks, with its own marks doubled; any other mark is part of its cell.
 * Lines may end in any way; those at the end of the text begin no row. An empty text has no rows.
 * Example: `6\t"two\nlines"\r\n12" round\t` is `[["6", "two\nlines"], ["12\" round", ""]]`.
 */
export function clipboardCells(text: string): readonly (readonly string[])[] {
  const rest = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "");
  if (rest === "") return [];
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at <= rest.length; ) {
    const { cell, length } = cellAt(rest, at);
    row.push(cell);
    at += length + 1;
    if (rest[at - 1] === "\t") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const QUOTED = /"([^"]*(?:""[^"]*)*)"(?![^\t\n])/y;
const PLAIN = /[^\t\n]*/y;

function cellAt(text: string, at: number): { cell: string; length: number } {
  QUOTED.lastIndex = at;
  const quoted = QUOTED.exec(text);
  if (quoted !== null) return { cell: (quoted[1] ?? "").replaceAll('""', '"'), length: quoted[0].length };
  PLAIN.lastIndex = at;
  const cell = PLAIN.exec(text)?.[0] ?? "";
  return { cell, length: cell.length };
}
