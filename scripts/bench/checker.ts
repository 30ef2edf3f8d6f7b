import Papa from "papaparse";
import { reportingYear } from "../../app/domain/calendar/reporting-year";
import { readReturnFile } from "../../app/domain/returns/read-return-file";
import { type Comparison, median, rates } from "./measure";

const TRUSTS = 10_000;
const ROUNDS = 9;
const YEAR = reportingYear("2025-26");

/** Rows a second of the whole check of a return file of 40,000 rows, beside a bare `Papa.parse` of the same bytes. */
export async function checkerBesidePapa(): Promise<Comparison[]> {
  const codes = Array.from({ length: TRUSTS }, (_, place) => `Z${place.toString(36).toUpperCase().padStart(4, "0")}`);
  const bytes = new TextEncoder().encode(fileOf(codes));
  const register = new Map(codes.map((ods) => [ods, `Trust ${ods}`]));
  const rows = TRUSTS * 4;

  const check = () => readReturnFile(bytes, { register, trust: null, year: YEAR, lastYear: null });
  const parse = () => Papa.parse<string[]>(new TextDecoder().decode(bytes));
  if (check().returns.length !== TRUSTS || parse().data.length < rows) throw new Error("The file was not read whole.");

  const seconds = { check: [] as number[], parse: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    seconds.parse.push(secondsOf(parse));
    seconds.check.push(secondsOf(check));
  }
  const what = `Checking a return file of ${rows.toLocaleString("en-GB")} rows, beside Papa.parse of the same bytes`;
  return [rates(what, "rows a second", rows / median(seconds.check), rows / median(seconds.parse))];
}

function secondsOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}

function fileOf(codes: readonly string[]): string {
  const header =
    "ODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed,Notes";
  const rows = codes.flatMap((ods, place) => {
    const count = (offset: number) => ((place * 31 + offset * 17) % 60) + 5;
    const row = (band: string, takes: string, referred: string | number, accessed: number) =>
      `${ods},Trust ${ods},${YEAR},${band},${takes},${referred},${accessed},`;
    return [
      row("0-12 months", "yes", place % 5 === 0 ? "<5" : count(1), 3),
      row("12-24 months", "yes", count(2), 4),
      row("24-36 months", "yes", count(3), 5),
      row("0-18 years", "", 2000 + (place % 4000), 1500),
    ];
  });
  return `${[header, ...rows].join("\r\n")}\r\n`;
}
