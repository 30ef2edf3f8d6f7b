import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportingYear } from "../calendar/reporting-year";
import type { Count } from "../count/count";
import { dateWritten } from "./cells/excel-date";
import { NO_CONTEXT } from "./file/context";
import { readReturnFile } from "./read-return-file";
import type { BandAnswer, Figures, Takes } from "./return";
import { writeTemplate } from "./template";

const TRUST = { ods: "ZD51", name: "Glasswater Children’s Healthcare, NHS Foundation Trust (demo)" };
const YEAR = reportingYear("2025-26");
const read = (text: string) =>
  readReturnFile(new TextEncoder().encode(text), { ...NO_CONTEXT, trust: TRUST.ods, year: YEAR });

test("code, name, year and bands are filled in", () => {
  expect(writeTemplate({ ods: "ZD01", name: "Ashencote" }, YEAR)).toBe(
    [
      "\uFEFFODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed,Notes",
      "ZD01,Ashencote,2025-26,0-12 months,,,,",
      "ZD01,Ashencote,2025-26,12-24 months,,,,",
      "ZD01,Ashencote,2025-26,24-36 months,,,,",
      "ZD01,Ashencote,2025-26,0-18 years,,,,",
      "",
    ].join("\r\n"),
  );
});

test("sent back empty, only its blanks are asked about", () => {
  const { outcome, layout, problems } = read(writeTemplate(TRUST, YEAR));
  expect({ outcome, layout, codes: [...new Set(problems.map(({ code }) => code))] }).toEqual({
    outcome: "confirm",
    layout: "long",
    codes: ["blank-value"],
  });
});

test("no cell looks like a date to a spreadsheet, in any year", () => {
  for (let start = 2000; start <= 2040; start++) {
    const year = reportingYear(`${start}-${String((start + 1) % 100).padStart(2, "0")}`);
    const cells = writeTemplate({ ods: "ZD01", name: "Ashencote" }, year)
      .slice(1)
      .split(/,|\r\n/);
    for (const cell of cells) {
      expect(dateWritten(cell.toLowerCase())).toBeNull();
      expect(cell).not.toMatch(/^\d{4}-(0[1-9]|1[0-2])$/);
    }
  }
});

describe("figures written out", () => {
  const value = fc.integer({ min: 0, max: 900 });
  const count = fc.oneof(
    value.map((exact): Count => ({ kind: "exact", value: exact })),
    fc.tuple(value, value).map(([lo, width]): Count => ({ kind: "range", lo, hi: lo + width })),
    value.map((lo): Count => ({ kind: "range", lo, hi: null })),
    fc.constantFrom<Count>(
      { kind: "not-held" },
      { kind: "refused", section: null },
      { kind: "refused", section: "s12" },
      { kind: "refused", section: "s40(2)" },
      { kind: "not-applicable" },
      { kind: "missing" },
      { kind: "unclear" },
    ),
  );
  const counts = fc.record({ referred: count, accessed: count });
  const takes = fc.constantFrom<Takes>("yes", "partial", "not-held", "missing");
  const band = fc
    .tuple(takes, counts)
    .map(([answer, both]): BandAnswer => ({ takes: answer, takesWords: null, ...both }));
  const anyFigures = fc
    .tuple(band, band, band, counts)
    .map(
      ([first, second, third, all]): Figures => ({ bands: { "0-12m": first, "12-24m": second, "24-36m": third }, all }),
    );

  test("are read back as they were", () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        expect(read(writeTemplate(TRUST, YEAR, figures)).returns).toMatchObject([
          { ods: "ZD51", year: "2025-26", name: TRUST.name, figures },
        ]);
      }),
    );
  });
});
