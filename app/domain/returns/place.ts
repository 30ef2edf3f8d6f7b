/** A physical position in the officer's file; all null when no single cell is at fault. */
export interface Place {
  /** As a spreadsheet names it, `F3`. */
  readonly cell: string | null;
  /** From 1. */
  readonly row: number | null;
  /** Letters, `F`. */
  readonly column: string | null;
}

export const NOWHERE: Place = { cell: null, row: null, column: null };

/** The place of a cell counted from 0 in both directions: row 2, column 5 is F3. */
export function placeAt(row: number, column: number): Place {
  const letters = columnLetters(column);
  return { cell: `${letters}${row + 1}`, row: row + 1, column: letters };
}

/** Letters of a column counted from 0: 0 is A, 25 is Z, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
