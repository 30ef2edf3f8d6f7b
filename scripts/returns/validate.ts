import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import Papa from "papaparse";
import { readReportingYear } from "../../app/domain/calendar/read-reporting-year";
import type { ReportingYear } from "../../app/domain/calendar/reporting-year";
import type { Count } from "../../app/domain/count/count";
import { readOdsCode } from "../../app/domain/returns/cells/ods-code";
import { type FileContext, NO_CONTEXT } from "../../app/domain/returns/file/context";
import type { Problem } from "../../app/domain/returns/problem";
import { type FileReading, readReturnFile } from "../../app/domain/returns/read-return-file";
import type { AgeBand, Counts, Figures, TrustReturn } from "../../app/domain/returns/return";
import { readRegister } from "../../app/domain/trusts/read-register";
import type { Command, CommandResult } from "./command";

const USAGE = "validate FILE [--register REGISTER.csv] [--trust ODS] [--year YYYY-YY] [--last-year FILE]";
const OPTIONS: ReadonlySet<string> = new Set(["--register", "--trust", "--year", "--last-year"]);

/** Thrown where the arguments or a file beside the return cannot be used; the message is for the person who gave them. */
class Unusable extends Error {}

/** Reads a return file and says what is in it and what is wrong with it: the portal's own checker, without a server. */
export const validate: Command = async (args) => {
  try {
    const { file, options } = readArguments(args);
    const context = await contextFrom(options);
    const reading = readReturnFile(await bytesOf(file), context);
    return {
      json: asJson(basename(file), reading),
      text: inWords(basename(file), reading),
      exitCode: reading.outcome === "ready" ? 0 : 1,
    };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return unusable(error.message);
  }
};

function unusable(error: string): CommandResult {
  return { json: { error }, text: error, exitCode: 2 };
}

function readArguments(args: readonly string[]): { file: string; options: ReadonlyMap<string, string> } {
  const options = new Map<string, string>();
  const files: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const [arg = "", value] = [args[at], args[at + 1]];
    if (!arg.startsWith("--")) {
      files.push(arg);
      continue;
    }
    if (!OPTIONS.has(arg)) throw new Unusable(`There is no option ${arg}. Use: ${USAGE}`);
    if (options.has(arg)) throw new Unusable(`Give ${arg} once. Use: ${USAGE}`);
    if (value === undefined || value.startsWith("--")) throw new Unusable(`Say what follows ${arg}. Use: ${USAGE}`);
    options.set(arg, value);
    at++;
  }
  const [file] = files;
  if (file === undefined || files.length > 1) throw new Unusable(`Give one file. Use: ${USAGE}`);
  return { file, options };
}

async function contextFrom(options: ReadonlyMap<string, string>): Promise<FileContext> {
  const [register, trust, year, lastYear] = ["--register", "--trust", "--year", "--last-year"].map((name) =>
    options.get(name),
  );
  const open = year === undefined ? null : yearNamed(year);
  return {
    register: register === undefined ? null : await registerIn(register),
    trust: trust === undefined ? null : trustNamed(trust),
    year: open,
    lastYear: lastYear === undefined ? null : await figuresIn(lastYear, open),
  };
}

function trustNamed(written: string): string {
  const ods = readOdsCode(written);
  if (ods === null) throw new Unusable(`“${written}” is not an ODS code. A code is 3 to 6 letters and figures.`);
  return ods;
}

function yearNamed(written: string): ReportingYear {
  const reading = readReportingYear(written);
  if (reading.kind !== "ok") throw new Unusable(reading.message);
  return reading.year;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch {
    throw new Unusable(`The file ${path} cannot be read. Check its name and that you may read it.`);
  }
}

async function registerIn(path: string): Promise<ReadonlyMap<string, string>> {
  const { data } = Papa.parse<string[]>(new TextDecoder().decode(await bytesOf(path)), { delimiter: "," });
  const reading = readRegister(data);
  if (!reading.ok)
    throw new Unusable(
      [`The register ${path} cannot be used.`, ...reading.problems.map(({ message }) => message)].join("\n"),
    );
  return new Map([...reading.register.trusts.values()].map(({ ods, name }) => [ods, name]));
}

/** The latest figures of each trust before the open year. */
async function figuresIn(path: string, open: ReportingYear | null): Promise<ReadonlyMap<string, Figures>> {
  const { outcome, returns, problems } = readReturnFile(await bytesOf(path), NO_CONTEXT);
  if (outcome === "reject")
    throw new Unusable(
      [`The file ${path} cannot be used as last year’s.`, ...messages(problems, "must-fix")].join("\n"),
    );
  const earlier = returns.filter(({ year }) => open === null || year < open);
  const oldestFirst = [...earlier].sort((a, b) => a.year.localeCompare(b.year));
  return new Map(oldestFirst.map(({ ods, figures }) => [ods, figures]));
}

// The answer

function asJson(file: string, { outcome, layout, encoding, delimiter, returns, problems }: FileReading) {
  return {
    file,
    outcome,
    layout,
    encoding,
    delimiter,
    returns: outcome === "reject" ? [] : returns.map(returnAsJson),
    problems: problems.map(({ code, severity, cell, row, column, value, message }) => ({
      code,
      severity,
      cell,
      row,
      column,
      value,
      message,
    })),
  };
}

function returnAsJson({ ods, year, figures }: TrustReturn) {
  const band = (name: AgeBand) => ({ takes: figures.bands[name].takes, ...countsAsJson(figures.bands[name]) });
  return {
    ods,
    year,
    bands: { "0-12m": band("0-12m"), "12-24m": band("12-24m"), "24-36m": band("24-36m") },
    all: countsAsJson(figures.all),
  };
}

function countsAsJson({ referred, accessed }: Counts) {
  return { referred: countAsJson(referred), accessed: countAsJson(accessed) };
}

function countAsJson(count: Count) {
  if (count.kind === "exact") return { kind: count.kind, lo: count.value, hi: count.value };
  if (count.kind === "range") return { kind: count.kind, lo: count.lo, hi: count.hi };
  return { kind: count.kind, lo: null, hi: null };
}

const OUTCOME = {
  ready: "ready to send",
  confirm: "ready once what follows is confirmed",
  reject: "cannot be taken until what follows is put right",
} as const;

function inWords(file: string, { outcome, problems }: FileReading): string {
  const listed = (["must-fix", "confirm", "note"] as const).flatMap((severity) => {
    const said = messages(problems, severity);
    return said.length === 0
      ? []
      : ["", { "must-fix": "Must be fixed:", confirm: "To confirm:", note: "Read as meant:" }[severity], ...said];
  });
  return [`${file}: ${OUTCOME[outcome]}.`, ...listed].join("\n");
}

function messages(problems: readonly Problem[], severity: Problem["severity"]): string[] {
  return problems.filter((problem) => problem.severity === severity).map(({ message }) => message);
}
