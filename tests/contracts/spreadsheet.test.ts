import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ReportingYear, reportingYear } from "../../app/domain/calendar/reporting-year";
import type { Count } from "../../app/domain/count/count";
import { writeCsv } from "../../app/domain/returns/csv";
import { NO_CONTEXT } from "../../app/domain/returns/file/context";
import { markProblems } from "../../app/domain/returns/file/mark";
import { readReturnFile } from "../../app/domain/returns/read-return-file";
import type { Counts, Figures } from "../../app/domain/returns/return";
import { writeTemplate } from "../../app/domain/returns/template";

// What an officer does with the template: opens it in a spreadsheet, saves it as a workbook, and saves that as CSV. The
// spreadsheet is LibreOffice, which takes dates for dates as Excel does; Excel itself also takes 2010-11 for one.

const hasSoffice = (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, "soffice")));
const inSpreadsheet = test.skipIf(!hasSoffice);
const REASON = hasSoffice ? "" : " (left out: LibreOffice’s soffice is not on the PATH)";
const PATIENCE = 180_000;

// The tokens of LibreOffice's CSV filter: comma, quotation mark, UTF-8, from line 1, no column formats, English (UK);
// then reading: quoted cells are read like others, and dates and numbers are looked for; writing: quotation marks where
// needed, cells as they are shown, no formulas.
const READING = "Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true";
const WRITING = "csv:Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true,false";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "spreadsheet-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The texts as CSV files that a spreadsheet saved, by way of its own kind of workbook. */
async function throughSpreadsheet(texts: readonly string[], workbook: "xlsx" | "ods"): Promise<Uint8Array[]> {
  const here = await mkdtemp(join(folder, `${workbook}-`));
  const [sent, kept, saved] = ["sent", "kept", "saved"].map((name) => join(here, name));
  if (sent === undefined || kept === undefined || saved === undefined) throw new Error("No folder to work in.");
  await mkdir(sent);
  const names = texts.map((_, at) => `file-${at}`);
  await Promise.all(texts.map((text, at) => writeFile(join(sent, `${names[at]}.csv`), text)));
  const files = (from: string, ending: string) => names.map((name) => join(from, `${name}.${ending}`));
  await soffice([`--infilter=${READING}`, "--convert-to", workbook, "--outdir", kept, ...files(sent, "csv")]);
  await soffice(["--convert-to", WRITING, "--outdir", saved, ...files(kept, workbook)]);
  return Promise.all(files(saved, "csv").map((file) => readFile(file)));
}

async function soffice(args: readonly string[]) {
  const profile = pathToFileURL(join(folder, "profile")).href;
  await promisify(execFile)("soffice", [`-env:UserInstallation=${profile}`, "--headless", "--norestore", ...args]);
}

const TRUST = { ods: "ZD51", name: "St George’s & Pâtisserie Children's, “NHS” Trust (Ŵyl 👶)" };
const YEAR = reportingYear("2025-26");
const bytesOf = (text: string) => new TextEncoder().encode(text);
const cellsOf = (csv: string | Uint8Array) =>
  Papa.parse<string[]>(typeof csv === "string" ? csv.replace(/^\uFEFF/, "") : new TextDecoder().decode(csv), {
    delimiter: ",",
    skipEmptyLines: true,
  }).data;
const read = (bytes: Uint8Array, year = YEAR) => readReturnFile(bytes, { ...NO_CONTEXT, trust: TRUST.ods, year });

const counts = (referred: Count, accessed: Count): Counts => ({ referred, accessed });
const exact = (value: number): Count => ({ kind: "exact", value });
const range = (lo: number, hi: number | null): Count => ({ kind: "range", lo, hi });
const FILLED: readonly Figures[] = [
  {
    bands: {
      "0-12m": { takes: "yes", takesWords: null, ...counts(exact(0), range(0, 4)) },
      "12-24m": { takes: "partial", takesWords: "Yes, via the perinatal team", ...counts(range(1, 4), range(5, 9)) },
      "24-36m": { takes: "no", takesWords: null, ...counts({ kind: "not-applicable" }, { kind: "not-held" }) },
    },
    all: counts(exact(45_627), exact(1675)),
  },
  {
    bands: {
      "0-12m": { takes: "no", takesWords: "We accept from age 3", ...counts({ kind: "not-applicable" }, exact(12)) },
      "12-24m": { takes: "not-held", takesWords: null, ...counts({ kind: "refused", section: "s12" }, range(10, 15)) },
      "24-36m": { takes: "yes", takesWords: null, ...counts(range(2, 3), { kind: "missing" }) },
    },
    all: counts(range(100, null), { kind: "refused", section: "s40(2)" }),
  },
];
const NOTES = [
  'Counts of "referrals", not children; see note 3, please',
  "=SUM(F2:F4)",
  "-3 on last year’s 12-24",
  "two\nlines, + “more”",
];

function withNotes(template: string): string {
  const [header = [], ...rows] = cellsOf(template);
  return writeCsv([header, ...rows.map((cells, at) => [...cells.slice(0, -1), NOTES[at] ?? ""])]);
}

describe(`a spreadsheet gives back what it was given${REASON}`, () => {
  inSpreadsheet.for(["xlsx", "ods"] as const)(
    "the template, empty and filled in, is read as before after .%s",
    { timeout: PATIENCE },
    async (workbook) => {
      const sent = [
        writeTemplate(TRUST, YEAR),
        ...FILLED.map((figures) => withNotes(writeTemplate(TRUST, YEAR, figures))),
      ];
      const returned = await throughSpreadsheet(sent, workbook);
      const [empty, ...filled] = returned.map((bytes) => read(bytes));
      expect(empty).toEqual(read(bytesOf(sent[0] ?? "")));
      expect(filled.map(({ returns }) => returns)).toEqual(
        FILLED.map((figures, at) => [
          expect.objectContaining({ ...read(bytesOf(sent[at + 1] ?? "")).returns[0], figures, name: TRUST.name }),
        ]),
      );
      expect(filled[0]?.returns[0]?.written["12-24m"].notes).toBe("=SUM(F2:F4)");
    },
  );

  inSpreadsheet("a range in figures becomes a date, so no file of ours writes one", { timeout: PATIENCE }, async () => {
    const sent = writeTemplate(TRUST, YEAR).replace("0-12 months,,,,", "0-12 months,yes,1-4,5-10,");
    const [returned] = await throughSpreadsheet([sent], "xlsx");
    const codes = read(returned ?? new Uint8Array()).problems.map(({ code, cell }) => `${code} ${cell}`);
    expect(codes).toEqual(expect.arrayContaining(["excel-date-value F2", "excel-date-value G2"]));
  });

  inSpreadsheet("no cell of the template becomes a date, in any year", { timeout: PATIENCE }, async () => {
    const years = ["2009-10", "2010-11", "2011-12", "2012-13", "2025-26", "2030-31"].map(reportingYear);
    const sent = years.map((year) => writeTemplate(TRUST, year, FILLED[0]));
    const returned = await throughSpreadsheet(sent, "xlsx");
    expect(returned.map(cellsOf)).toEqual(sent.map(cellsOf));
    const yearsRead = returned.map((bytes, at): ReportingYear | undefined => read(bytes, years[at]).returns[0]?.year);
    expect(yearsRead).toEqual(years);
  });

  inSpreadsheet(
    "a file with its problems marked is ready once it is put right there",
    { timeout: PATIENCE },
    async () => {
      const sent = withNotes(writeTemplate(TRUST, YEAR, FILLED[0])).replace(",0 to 4,", ",-3,");
      const marked = markProblems(bytesOf(sent), read(bytesOf(sent)).problems) ?? "";
      const [untouched, right] = await throughSpreadsheet([marked, marked.replace(",'-3,", ",0 to 4,")], "xlsx");
      const codes = (bytes: Uint8Array = new Uint8Array()) =>
        read(bytes).problems.map(({ code, cell }) => `${code} ${cell}`);
      expect(codes(untouched)).toContain("negative-value G2");
      expect(codes(right)).not.toContain("negative-value G2");
      expect(read(right ?? new Uint8Array()).returns[0]?.figures).toEqual(FILLED[0]);
    },
  );
});
