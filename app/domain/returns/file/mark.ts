import { writeCsv } from "../csv";
import { isStructural, type Problem } from "../problem";
import { MARK_HEADINGS, type MarkColumns, ownCells } from "./mark-columns";
import { type OpenedTable, openTable } from "./open-table";
import type { Cells } from "./split";

/**
 * A trust's own file with its problems marked, to be put right and sent again: UTF-8 CSV with their rows, columns and
 * delimiter, every cell as they wrote it, and two columns more. What must be fixed or confirmed stands in its own row;
 * what is about the headings or about no row at all stands below the table. Notes are left out. Where the file was
 * marked before, those marks are replaced. Null where the file cannot be read as a table.
 * Example: F3 saying 12.5 puts "F3 (children referred, 12–24 months) says “12.5”. …" and "F3: Write how many children …"
 * at the end of row 3.
 */
export function markProblems(bytes: Uint8Array, problems: readonly Problem[]): string | null {
  if (problems.some(isStructural)) return null;
  const opened = openTable(bytes);
  if (!opened.ok) return null;
  const { table, layout, marks: earlier } = opened;
  const rows = ownRows(opened);
  const columns = markColumnsFor(rows.slice(table.first), earlier);

  const inRow = new Map<number, Problem[]>();
  const below: Problem[] = [];
  for (const problem of problems) {
    if (problem.severity === "note") continue;
    const row = (problem.row ?? 0) - 1;
    if (row <= layout.header || row >= rows.length) below.push(problem);
    else inRow.set(row, [...(inRow.get(row) ?? []), problem]);
  }

  const marked = rows.map((cells, row) => {
    if (row === layout.header) return withMark(cells, columns, MARK_HEADINGS);
    const found = inRow.get(row);
    return found === undefined ? cells : withMark(cells, columns, markOf(found));
  });
  return writeCsv([...marked, ...below.map((problem) => withMark([], columns, markOf([problem])))], table.delimiter);
}

/** The rows of the trust: what an earlier marking wrote below them is cut off, blank rows among it too. */
function ownRows({ asWritten, marks }: Extract<OpenedTable, { ok: true }>): Cells[] {
  const rows: Cells[] = [];
  let belowFrom: number | null = null;
  asWritten.forEachRow((cells, row) => {
    const own = marks === null ? cells : ownCells(cells, row, marks);
    rows.push(own);
    if (!isBlank(own)) belowFrom = null;
    else if (!isBlank(cells)) belowFrom ??= row;
    return true;
  });
  return belowFrom === null ? rows : rows.slice(0, belowFrom);
}

function isBlank(cells: Cells): boolean {
  return cells.every((cell) => cell.trim() === "");
}

type Columns = Readonly<Record<keyof Mark, number>>;

/** To the right of the widest row, or where an earlier marking has them: no other column moves. */
function markColumnsFor(rows: readonly Cells[], earlier: MarkColumns | null): Columns {
  const [wrong, instead] = [earlier?.wrong ?? null, earlier?.instead ?? null];
  const right = rows.reduce((widest, { length }) => Math.max(widest, length), Math.max(wrong ?? -1, instead ?? -1) + 1);
  return { wrong: wrong ?? right, instead: instead ?? (wrong === null ? right + 1 : right) };
}

interface Mark {
  readonly wrong: string;
  readonly instead: string;
}

function withMark(cells: Cells, columns: Columns, mark: Mark): string[] {
  const length = Math.max(cells.length, columns.wrong + 1, columns.instead + 1);
  const marked = Array.from({ length }, (_, column) => cells[column] ?? "");
  marked[columns.wrong] = mark.wrong;
  marked[columns.instead] = mark.instead;
  return marked;
}

function markOf(problems: readonly Problem[]): Mark {
  return {
    wrong: problems.map(({ cell, wrong }) => beginningWith(cell, wrong)).join(" "),
    instead: problems.map(({ cell, instead }) => beginningWith(cell, instead)).join(" "),
  };
}

function beginningWith(cell: string | null, sentences: string): string {
  return cell === null || sentences.startsWith(cell) ? sentences : `${cell}: ${sentences}`;
}
