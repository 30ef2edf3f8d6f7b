import { readdirSync, readFileSync } from "node:fs";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { reportingYear } from "../../app/domain/calendar/reporting-year";
import { type FileContext, UPLOAD_LIMITS } from "../../app/domain/returns/file/context";
import { columnLetters } from "../../app/domain/returns/place";
import { readReturnFile } from "../../app/domain/returns/read-return-file";

// The files of tests/fixtures/messy-returns, written in other ways: the same must be said of them, at the cells to which
// it has moved. What is said of the files themselves is the contract of validate.test.ts.

const FOLDER = "tests/fixtures/messy-returns";
const NO_TABLES = ["09_not_a_csv.csv", "47_binary.csv"];
const FILES = readdirSync(FOLDER).filter((name) => /^\d\d_/.test(name) && !NO_TABLES.includes(name));

type Cells = readonly (readonly string[])[];
interface Mutation {
  readonly cells?: (rows: Cells) => Cells;
  readonly bytes?: (rows: Cells) => Uint8Array;
  /** Where a cell has gone, from row and column counted from 0, in a table of so many columns. */
  readonly moves?: (row: number, column: number, width: number) => [row: number, column: number];
}

const LETTERS: readonly string[] = Array.from({ length: 40 }, (_, column) => columnLetters(column));
const QUOTES = /[",;|\t\n]/;
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const written = (rows: Cells, delimiter: string, end: string, quote = QUOTES) =>
  rows.map((cells) => cells.map((cell) => (quote.test(cell) ? quoted(cell) : cell)).join(delimiter)).join(end) + end;
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) =>
  Uint8Array.from(
    Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((c) => [c & 255, c >> 8]),
  );
const inEveryCell = (change: (cell: string) => string): Mutation => ({
  cells: (rows) => rows.map((cells) => cells.map(change)),
});

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  "as they are": {},
  semicolons: { bytes: (rows) => utf8(written(rows, ";", "\r\n")) },
  "tabs and line feeds": { bytes: (rows) => utf8(written(rows, "\t", "\n")) },
  "bars and carriage returns": { bytes: (rows) => utf8(written(rows, "|", "\r")) },
  "sep=; on a line of its own": {
    bytes: (rows) => utf8(`sep=;\r\n${written(rows, ";", "\r\n")}`),
    moves: (row, column) => [row + 1, column],
  },
  "a byte-order mark, and quotation marks round every cell": {
    bytes: (rows) => utf8(`\uFEFF${written(rows, ",", "\r\n", /^/)}`),
  },
  "UTF-16 with tabs": { bytes: (rows) => utf16(`\uFEFF${written(rows, "\t", "\r\n")}`) },
  capitals: inEveryCell((cell) => cell.replace(/[a-z]+/g, (letters) => letters.toUpperCase())),
  "small letters": inEveryCell((cell) => cell.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())),
  "spaces round every cell": inEveryCell((cell) => ` ${cell}\u00A0 `),
  "invisible characters in every cell": inEveryCell((cell) => `\u200B${cell}\uFEFF`),
  "empty columns behind": { cells: (rows) => rows.map((cells) => [...cells, "", "", ""]) },
  "a column of their own in front": {
    cells: (rows) => rows.map((cells) => ["x".repeat(cells.length > 1 ? 1 : 0), ...cells]),
    moves: (row, column) => [row, column + 1],
  },
  "columns the other way round": {
    cells: (rows) => rows.map((cells) => [...cells].reverse()),
    moves: (row, column, width) => [row, width - 1 - column],
  },
  "titles above": {
    cells: (rows) => [["Return to the Foundation"], [""], ["Prepared by", "Informatics"], ...rows],
    moves: (row, column) => [row + 3, column],
  },
  "blank rows between": {
    cells: (rows) => rows.flatMap((cells) => [cells, [""]]),
    moves: (row, column) => [row * 2, column],
  },
  "a total and footnotes below": {
    cells: (rows) => [...rows, [""], ["Total"], ["* Figures below 5 are hidden"], ["Source:", "RiO"]],
  },
};

function textOf(name: string): string {
  const bytes = readFileSync(`${FOLDER}/${name}`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("latin1").decode(bytes).replaceAll("\u0096", "–").replaceAll("\u0092", "’");
  }
}

function contextOf(name: string, text: string): FileContext {
  const codes = Papa.parse<string[]>(readFileSync(`${FOLDER}/register.csv`, "utf8")).data.map(([ods = ""]) => ods);
  const ods = /ZD\d\d/i.exec(text)?.[0].toUpperCase() ?? "ZD01";
  const lastYear = name.startsWith("36")
    ? readReturnFile(readFileSync(`${FOLDER}/last-year/${name}`)).returns.map(
        (last) => [last.ods, last.figures] as const,
      )
    : null;
  return {
    register: new Map(codes.map((code) => [code, code])),
    trust: name.startsWith("29") ? "ZD01" : ods,
    year: reportingYear("2025-26"),
    lastYear: lastYear === null ? null : new Map(lastYear),
    limits: UPLOAD_LIMITS,
  };
}

test.each(Object.entries(MUTATIONS))("%s", (_, { cells = (rows) => rows, bytes = plainly, moves = stay }) => {
  for (const name of FILES) {
    const text = textOf(name);
    const context = contextOf(name, text);
    const rows = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
    const width = Math.max(...rows.map(({ length }) => length));
    const even = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => "")]);

    const before = readReturnFile(plainly(even), context);
    const after = readReturnFile(bytes(cells(even)), context);
    const moved = (cell: string | null) => {
      const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(cell ?? "") ?? [];
      if (letters === "") return cell;
      const [row, column] = moves(Number(digits) - 1, LETTERS.indexOf(letters), width);
      return `${LETTERS[column]}${row + 1}`;
    };
    const said = ({ problems }: typeof before, place: (cell: string | null) => string | null) =>
      problems
        .filter(({ severity, code }) => severity !== "note" && code !== "encoding")
        .map(({ severity, code, cell }) => `${severity} ${code} ${place(cell)}`)
        .sort();
    expect({ name, said: said(after, (cell) => cell) }).toEqual({ name, said: said(before, moved) });
    expect({ name, figures: after.returns.map(({ figures }) => simple(figures)) }).toEqual({
      name,
      figures: before.returns.map(({ figures }) => simple(figures)),
    });
  }
});

function plainly(rows: Cells): Uint8Array {
  return utf8(written(rows, ",", "\r\n"));
}

function stay(row: number, column: number): [number, number] {
  return [row, column];
}

/** Words are kept as written, capitals and spaces included. */
function simple(figures: object): string {
  return JSON.stringify(figures, (key, value) => (key === "takesWords" ? undefined : value));
}
