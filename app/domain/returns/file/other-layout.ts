import { problemOf } from "../catalogue";
import { readAgeBand } from "../cells/age-band-text";
import type { Problem } from "../problem";
import type { HeaderRow } from "./header-row";
import { type Column, type Question, readHeading } from "./headings";
import type { Rows } from "./split";

const ROWS_SEARCHED = 100;
const CELLS_SEARCHED = 200;

/** Recognises the layouts that arrive and are not read, so that the officer hears why; null where it is none of them. */
export function otherLayout(rows: Rows, header: HeaderRow | null): Problem | null {
  if (header !== null && hasTwoHeaderRows(rows, header)) return problemOf("two-row-header", {});
  if (header !== null && hasRowForEveryFigure(header)) return problemOf("one-value-a-row", {});
  return isTransposed(rows) ? problemOf("transposed", {}) : null;
}

/** Ages stand by themselves in the row of headings, above it or below it. */
function hasTwoHeaderRows(rows: Rows, { row }: HeaderRow): boolean {
  return [row - 1, row, row + 1].some((each) => agesAlone(rows[each]) >= 2);
}

function agesAlone(cells: readonly string[] = []): number {
  const isFigure = (cell: string) => /^\s*\d*\s*$/.test(cell);
  return cells.slice(0, CELLS_SEARCHED).filter((cell) => !isFigure(cell) && readAgeBand(cell).kind === "line").length;
}

/** Headed "Measure" and "Value", or the like. */
function hasRowForEveryFigure({ headings }: HeaderRow): boolean {
  return headings.filter(({ kind }) => kind === "measure").length >= 2;
}

/** Questions run down the first column instead of across the top. */
function isTransposed(rows: Rows): boolean {
  const questions = new Set<Question>();
  for (const cells of rows.slice(0, ROWS_SEARCHED)) {
    const heading = readHeading(cells.find((cell) => cell.trim() !== "") ?? "");
    if (heading.kind === "answer") questions.add(heading.question);
    else if (heading.kind === "column" && isQuestion(heading.column)) questions.add(heading.column);
  }
  return questions.size >= 2;
}

function isQuestion(column: Column): column is Question {
  return column === "takes" || column === "referred" || column === "accessed";
}
