import { readAgeBand } from "./cells/age-band-text";
import { plain } from "./cells/plain-text";
import { readTakes } from "./cells/takes-text";
import { clipboardCells } from "./clipboard";
import { readHeading } from "./file/headings";
import { AGE_BANDS, LINES, type Line } from "./return";
import { type AnswerTexts, ENTRIES, type Entry, type EntryField, withText } from "./texts";

export interface Pasted {
  readonly texts: AnswerTexts;
  /** The fields that were filled, in the order of the block. */
  readonly filled: readonly EntryField[];
  /** The block had the ages down and the questions across, as the return file has them. */
  readonly turned: boolean;
  /** How many cells with something in them had no field to go to. */
  readonly leftOut: number;
}

/**
 * Puts a block of cells copied from a spreadsheet into the grid, whose rows are questions and whose columns are ages.
 * Headings and ages in the block say where its cells go; a block without them begins at the field `at`, and is turned
 * where it only fits that way, or where yes and no run down its first column. Blank cells of the block clear their
 * fields, as they do in a spreadsheet. `block` is text as the clipboard gives it: tabs between cells, a line a row.
 * Example: "yes\t6\t5\nyes\t9\t7" at question 1 of the first age is turned, and fills two ages.
 */
export function paste(texts: AnswerTexts, block: string, at: EntryField): Pasted {
  const rows = cellsOf(block);
  const turned = runsDown(rows, at);
  const cells = turned ? transposed(rows) : rows;
  const { lines, entries, body } = placesOf(cells, at);
  let filledTexts = texts;
  let leftOut = 0;
  const filled: EntryField[] = [];
  body.forEach((row, rowAt) => {
    row.forEach((cell, columnAt) => {
      const [line, entry] = [lines[columnAt], entries[rowAt]];
      if (line == null || entry == null || (line === "all" && entry === "takes")) {
        if (cell.trim() !== "") leftOut += 1;
        return;
      }
      filledTexts = withText(filledTexts, { line, entry }, cell);
      filled.push({ line, entry });
    });
  });
  return { texts: filledTexts, filled, turned, leftOut };
}

/**
 * What became of a block, sentence by sentence.
 * Example: "8 fields filled.", "1 cell had no field to go to and was left out."
 */
export function pastedInWords({ filled, turned, leftOut }: Pick<Pasted, "filled" | "turned" | "leftOut">) {
  const [fields, cells] = [filled.length, leftOut];
  return [
    fields === 0 ? "None of the cells fits the grid." : `${fields} ${fields === 1 ? "field" : "fields"} filled.`,
    ...(turned
      ? ["The ages ran down in what you pasted, so it was turned round. Check that each figure is at its age."]
      : []),
    ...(cells === 0
      ? []
      : [
          `${cells} ${cells === 1 ? "cell" : "cells"} had no field to go to and ${cells === 1 ? "was" : "were"} left out.`,
        ]),
  ];
}

/** Whether a pasted text is a block of cells, and not one value for one field. */
export function isBlock(text: string): boolean {
  return /[\t\n]/.test(text.replace(/[\r\n]+$/, ""));
}

type Cells = readonly (readonly string[])[];

/** Every row as wide as the widest. */
function cellsOf(block: string): Cells {
  const rows = clipboardCells(block);
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill("")]);
}

function transposed(rows: Cells): Cells {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ""));
}

/** Whether ages run down the block. */
function runsDown(rows: Cells, at: EntryField): boolean {
  const columns = transposed(rows);
  if (agesIn(rows) !== null) return false;
  if (agesIn(columns) !== null) return true;
  const [across, down] = [saysTakes(rows[0] ?? []), saysTakes(columns[0] ?? [])];
  if (across !== down) return down;
  return rows.length > 1 && !fits(rows, at) && fits(columns, at);
}

/** Yes or no at least once for the three ages, and nothing else but blanks; what stands beyond them is not asked. */
function saysTakes(all: readonly string[]): boolean {
  const cells = all.slice(0, AGE_BANDS.length);
  const said = cells.filter((cell) => plain(cell) !== "" && !/^\d+$/.test(plain(cell)));
  const blank = cells.filter((cell) => plain(cell) === "").length;
  return (
    said.length > 0 &&
    said.length + blank === cells.length &&
    said.every((cell) => ["yes", "no", "partial", "not-held"].includes(readTakes(cell, "0-12m").takes)) &&
    said.some((cell) => ["yes", "no", "partial"].includes(readTakes(cell, "0-12m").takes))
  );
}

/** Counts belong to questions: a column of three does not run on into the notes. */
function fits(rows: Cells, at: EntryField): boolean {
  const questions = ENTRIES.indexOf("notes");
  const [down, across] = [Math.max(1, questions - ENTRIES.indexOf(at.entry)), LINES.length - LINES.indexOf(at.line)];
  return rows.length <= down && (rows[0]?.length ?? 0) <= across;
}

/** The row of the block that names ages, and the age of each column; null where none does. */
function agesIn(rows: Cells): { row: number; lines: (Line | null)[] } | null {
  for (const [row, cells] of rows.entries()) {
    const lines = cells.map((cell) => {
      const age = readAgeBand(cell);
      return age.kind === "line" ? age.line : null;
    });
    const found = lines.filter((line) => line !== null);
    const named = cells.filter((cell) => cell.trim() !== "").length;
    // Two ages at least, none twice, and hardly anything else: a row of counts such as 1-4 is no row of ages.
    if (found.length >= 2 && new Set(found).size === found.length && named - found.length <= 1) return { row, lines };
  }
  return null;
}

/** Where the rows and columns of a block with ages across belong. */
function placesOf(cells: Cells, at: EntryField) {
  const ages = agesIn(cells);
  const headed = cells.map((row) => entryNamed(row));
  const byHeading = headed.filter((entry) => entry !== null).length >= 2;
  const labels = byHeading ? labelColumn(cells) : ages === null ? -1 : firstWithoutAge(ages.lines);
  const body = cells.filter((_, row) => row !== ages?.row);
  const lines = ages?.lines ?? from(LINES, at.line, labels === -1 ? 0 : labels + 1);
  const entries = byHeading
    ? headed.filter((_, row) => row !== ages?.row)
    : from(ENTRIES, ages === null ? at.entry : startFor(body.length, at.entry), 0);
  const isLabel = (column: number) => column === labels || (ages === null && column < labels);
  return {
    lines: lines.map((line, column) => (isLabel(column) ? null : line)),
    entries,
    body: body.map((row) => row.map((cell, column) => (isLabel(column) ? "" : cell))),
  };
}

/** With ages but no questions: three rows or more begin with question 1, two are the counts, one is where the cursor stands. */
function startFor(rows: number, at: Entry): Entry {
  if (rows >= 3) return "takes";
  return rows === 2 ? "referred" : at;
}

function from<Each>(all: readonly Each[], first: Each, skipping: number): (Each | null)[] {
  return [...Array<null>(skipping).fill(null), ...all.slice(all.indexOf(first))];
}

function firstWithoutAge(lines: readonly (Line | null)[]): number {
  return lines[0] === null ? 0 : -1;
}

function labelColumn(cells: Cells): number {
  return (cells[0] ?? []).findIndex((_, column) => cells.filter((row) => isQuestion(row[column] ?? "")).length >= 2);
}

function entryNamed(row: readonly string[]): Entry | null {
  for (const cell of row) {
    const heading = readHeading(cell);
    if (heading.kind !== "column") continue;
    const entry = ENTRIES.find((known) => known === heading.column);
    if (entry !== undefined) return entry;
  }
  return null;
}

function isQuestion(cell: string): boolean {
  return entryNamed([cell]) !== null;
}
