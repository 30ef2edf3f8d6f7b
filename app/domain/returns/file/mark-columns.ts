import type { HeaderRow } from "./header-row";
import { headingKey } from "./headings";
import type { Cells, Table } from "./split";

/** What heads the two columns in which a file comes back with its problems marked; no trust heads a column of its own so. */
export const MARK_HEADINGS = {
  wrong: "What is wrong (Zero to Two)",
  instead: "What to write (Zero to Two)",
} as const;

/** Where those columns stand in a file that was sent again, counted from 0; null where one was deleted. */
export interface MarkColumns {
  readonly headerRow: number;
  readonly wrong: number | null;
  readonly instead: number | null;
}

/** Finds the columns by their headings, wherever they were moved to; null where there are none. */
export function markColumns(table: Table, header: HeaderRow | null): MarkColumns | null {
  if (header === null) return null;
  const keys = (table.top[header.row] ?? []).map(headingKey);
  const [wrong, instead] = [keys.indexOf(WRONG), keys.indexOf(INSTEAD)];
  if (wrong === -1 && instead === -1) return null;
  return { headerRow: header.row, wrong: wrong === -1 ? null : wrong, instead: instead === -1 ? null : instead };
}

const WRONG = headingKey(MARK_HEADINGS.wrong);
const INSTEAD = headingKey(MARK_HEADINGS.instead);

/**
 * The cells of a row that are the trust's own, each at its place: ours are blank, or cut off at the end. Above the row
 * of headings a row is theirs as it stands.
 */
export function ownCells(cells: Cells, row: number, marks: MarkColumns): Cells {
  if (row < marks.headerRow) return cells;
  const own = cells.map((cell, column) => (isMark(column, marks) ? "" : cell));
  while (isMark(own.length - 1, marks)) own.pop();
  return own;
}

function isMark(column: number, { wrong, instead }: MarkColumns): boolean {
  return column === wrong || column === instead;
}

/** A table as it would be had the columns never been added. */
export function withoutMarks(table: Table, marks: MarkColumns): Table {
  return {
    ...table,
    top: table.top.map((cells, row) => ownCells(cells, row, marks)),
    forEachRow: (visit) => table.forEachRow((cells, row) => visit(ownCells(cells, row, marks), row)),
  };
}
