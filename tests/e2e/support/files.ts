import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestInfo } from "@playwright/test";

const HEADER = "ODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed,Notes";

/** One trust's return file for the open round, row by row: takes, referred, accessed for each band and for 0–18. */
export function returnFile(
  testInfo: TestInfo,
  ods: string,
  rows: readonly (readonly [string, string, string])[],
): string {
  const bands = ["0-12 months", "12-24 months", "24-36 months", "0-18 years"];
  const lines = rows.map((cells, place) => `${ods},,2025-26,${bands[place]},${cells.join(",")},`);
  const path = testInfo.outputPath(join(`return-${ods}.csv`));
  writeFileSync(path, `${[HEADER, ...lines].join("\r\n")}\r\n`);
  return path;
}
