import { readFileSync } from "node:fs";
import Papa from "papaparse";
import type { ReportingYear } from "../../app/domain/calendar/reporting-year";
import { readReturnFile } from "../../app/domain/returns/read-return-file";
import { textsOf } from "../../app/domain/returns/texts";
import type { ReadyAnswers } from "../../app/journeys/submit/keep-return";
import { fingerprint } from "../../app/platform/fingerprint";

/** Cuts a file of a whole year into one file a trust, as if each trust had sent its own, and reads each. By code. */
export function readyFiles(path: string, year: ReportingYear): ReadonlyMap<string, ReadyAnswers> {
  const [header = [], ...rows] = Papa.parse<string[]>(readFileSync(path, "utf8"), { skipEmptyLines: true }).data;
  const byTrust = new Map<string, string[][]>();
  for (const row of rows) {
    const ods = row[0] ?? "";
    byTrust.set(ods, [...(byTrust.get(ods) ?? []), row]);
  }
  return new Map(
    [...byTrust].map(([ods, own]) => [ods, readyFile(ods, year, `${Papa.unparse([header, ...own])}\r\n`)]),
  );
}

function readyFile(ods: string, year: ReportingYear, text: string): ReadyAnswers {
  const fileBytes = new TextEncoder().encode(text);
  const { outcome, returns, problems } = readReturnFile(fileBytes, {
    register: null,
    trust: ods,
    year,
    lastYear: null,
  });
  const [own] = returns;
  if (outcome === "reject" || own === undefined) {
    throw new Error(`The demonstration's return of ${ods} for ${year}: ${problems[0]?.message}`);
  }
  return {
    file: { name: `return-${year}-${ods}.csv`, bytes: fileBytes, sha256: fingerprint(fileBytes) },
    typed: false,
    texts: textsOf(own.written),
    explanations: [],
    figures: own.figures,
    written: own.written,
    confirmations: JSON.stringify({ marks: [], confirmed: [] }),
  };
}
