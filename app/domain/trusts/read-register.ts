import { addDays, asDay, type Day } from "../calendar/day";
import { readReportingYear } from "../calendar/read-reporting-year";
import type { ReportingYear } from "../calendar/reporting-year";
import { normaliseOds, ODS_CODE, type Register, registerOf } from "./register";
import type { Trust } from "./trust";
import { successorsCircle } from "./unit";

/** One thing to put right in a register file. `row` counts from 1, the header included; null where it is the file. */
export interface RegisterProblem {
  readonly row: number | null;
  readonly message: string;
}

export type RegisterReading =
  /** `remarks` do not stop anybody: a successor that has no row of its own. */
  | { readonly ok: true; readonly register: Register; readonly remarks: readonly RegisterProblem[] }
  | { readonly ok: false; readonly problems: readonly RegisterProblem[] };

type Column = "ods" | "name" | "region" | "opened" | "closed" | "successor" | "successorDate" | "breaks" | "aliases";

const COLUMNS: ReadonlyMap<string, Column> = new Map([
  ["odscode", "ods"],
  ["name", "name"],
  ["trustname", "name"],
  ["region", "region"],
  ["opened", "opened"],
  ["closed", "closed"],
  ["successorods", "successor"],
  ["successordate", "successorDate"],
  ["comparabilitybreakyear", "breaks"],
  ["comparabilitybreakyears", "breaks"],
  ["aliases", "aliases"],
]);

/**
 * Reads a register from the rows of a CSV file, header first. Only `ods_code` and `name` are needed; `region`, `opened`,
 * `closed`, `successor_ods`, `successor_date` (the first day of the successor), `comparability_break_year` and `aliases`
 * (both separated by semicolons) are read where present, and every other column is left alone. A trust without `closed`
 * closed the day before its `successor_date`. All problems are reported at once, by row.
 *
 * Example: `ZD11,Eastwold,…,2024-03-31,ZD52,` is a trust that closed on 31 March 2024 and became ZD52.
 */
export function readRegister(rows: readonly (readonly string[])[]): RegisterReading {
  const [header = [], ...body] = rows;
  const at = new Map(header.flatMap((title, index) => ifKnown(title, index)));
  const missing = (["ods", "name"] as const).filter((column) => !at.has(column));
  if (missing.length > 0) {
    const titles = missing.map((column) => (column === "ods" ? "ods_code" : "name")).join(" and ");
    return {
      ok: false,
      problems: [{ row: 1, message: `The register has no column ${titles}. Add it to the header.` }],
    };
  }

  const problems: RegisterProblem[] = [];
  const rowOf = new Map<string, number>();
  const trusts: Trust[] = [];
  const aliases = new Map<string, readonly string[]>();

  body.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === "")) return;
    const row = index + 2;
    const fault = (message: string) => problems.push({ row, message: `Row ${row}: ${message}` });
    const cell = (column: Column) => cells[at.get(column) ?? -1]?.trim() ?? "";

    const trust = readTrust(cell, fault);
    const first = rowOf.get(trust.ods);
    if (first !== undefined) fault(`${trust.ods} is already in row ${first}. Keep one row for each code.`);
    else rowOf.set(trust.ods, row);
    trusts.push(trust);
    const names = listed(cell("aliases"));
    if (names.length > 0) aliases.set(trust.ods, names);
  });

  const register = registerOf(trusts, aliases);
  for (const circle of successorsCircle(register)) {
    const row = rowOf.get(circle) ?? null;
    problems.push({ row, message: `Row ${row}: the successors of ${circle} lead back to it. Clear one of them.` });
  }
  if (trusts.length === 0) problems.push({ row: null, message: "The register holds no trust." });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, register, remarks: unlisted(register, rowOf) };
}

function ifKnown(title: string, index: number): [Column, number][] {
  const column = COLUMNS.get(title.toLowerCase().replace(/[^a-z]/g, ""));
  return column === undefined ? [] : [[column, index]];
}

function readTrust(cell: (column: Column) => string, fault: (message: string) => void): Trust {
  const day = (column: "opened" | "closed" | "successorDate"): Day | null => {
    const written = cell(column);
    const read = asDay(written);
    if (written !== "" && read === null) fault(`“${written}” is not a day. Write it as 2024-03-31.`);
    return read;
  };
  const ods = normaliseOds(cell("ods"));
  const successor = normaliseOds(cell("successor")) || null;
  const opened = day("opened");
  const successorDate = day("successorDate");
  const closed = day("closed") ?? (successorDate === null ? null : addDays(successorDate, -1));

  if (!ODS_CODE.test(ods)) fault(`“${ods}” is not an ODS code. A code is 3 to 6 capital letters and figures.`);
  if (cell("name") === "") fault(`${ods} has no name.`);
  if (successor !== null && !ODS_CODE.test(successor)) fault(`the successor “${successor}” is not an ODS code.`);
  if (successor !== null && closed === null) fault(`${ods} has a successor, so say on which day it closed.`);
  if (opened !== null && closed !== null && closed < opened) fault(`${ods} closed before it opened.`);

  const breaks = listed(cell("breaks")).flatMap((written): ReportingYear[] => {
    const read = readReportingYear(written);
    if (read.kind === "ok") return [read.year];
    fault(read.message);
    return [];
  });
  return { ods, name: cell("name"), region: cell("region"), opened, closed, successor, breaks };
}

function listed(cell: string): string[] {
  return cell
    .split(";")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function unlisted(register: Register, rowOf: ReadonlyMap<string, number>): RegisterProblem[] {
  return [...register.trusts.values()].flatMap(({ ods, successor }) => {
    if (successor === null || register.trusts.has(successor)) return [];
    const row = rowOf.get(ods) ?? null;
    return [{ row, message: `Row ${row}: ${successor}, the successor of ${ods}, has no row of its own.` }];
  });
}
