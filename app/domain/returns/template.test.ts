import * as fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { reportingYear } from "../calendar/reporting-year";
import type { Count } from "../count/count";
import { dateWritten } from "./cells/excel-date";
import { NO_CONTEXT, UPLOAD_LIMITS } from "./file/context";
import { markProblems } from "./file/mark";
import type { Problem } from "./problem";
import { readAnswers } from "./read-answers";
import { readReturnFile } from "./read-return-file";
import { type BandAnswer, type Figures, LINES, type Takes } from "./return";
import { writeTemplate, writeTexts } from "./template";
import { type LineTexts, typed, type Written } from "./written";

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

test("R24: a hostile name or remark is text in the template, and reads back as it was", () => {
  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          "=HYPERLINK(1)",
          "+",
          "-",
          "@",
          "'",
          '"',
          '""',
          ",",
          ";",
          "\t",
          "\n",
          "|",
          " ",
          "<5",
          "\u202e",
          "﹢",
          "＝",
        ),
        fc.string({ maxLength: 6 }),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => parts.join(""));
  const counts = { referred: { kind: "exact", value: 12 }, accessed: { kind: "exact", value: 9 } } as const;
  fc.assert(
    fc.property(hostile, (name) => {
      const band = { takes: "partial", takesWords: `subject to ${name}`, ...counts } as const;
      const all = { referred: { kind: "exact", value: 900 }, accessed: { kind: "exact", value: 700 } } as const;
      const figures: Figures = { bands: { "0-12m": band, "12-24m": band, "24-36m": band }, all };
      const file = writeTemplate({ ods: "ZD51", name }, YEAR, figures);
      expect(Papa.parse<string[]>(file.slice(1), { delimiter: ",", newline: "\r\n" }).data[1]?.[1]).not.toMatch(
        /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u,
      );
      const [found] = read(file).returns;
      expect(found?.name).toBe(name || null);
      expect(found?.figures.bands["0-12m"].referred).toEqual(counts.referred);
    }),
  );
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

describe("answers typed on screen", () => {
  const before = typed("yes", "40", "30");
  const lastYear = readAnswers(
    TRUST.ods,
    { "0-12m": before, "12-24m": before, "24-36m": before, all: typed("", "900", "700") },
    null,
  ).figures;
  const context = {
    register: new Map([[TRUST.ods, TRUST.name]]),
    trust: TRUST.ods,
    year: YEAR,
    lastYear: new Map([[TRUST.ods, lastYear]]),
    limits: UPLOAD_LIMITS,
  };
  const readTexts = (texts: Written) =>
    readReturnFile(new TextEncoder().encode(writeTexts(TRUST, YEAR, texts)), context);
  const onlyTexts = ({ takes, referred, accessed, notes }: LineTexts) => ({ takes, referred, accessed, notes });
  const NOTHING: Written = {
    "0-12m": typed("", "", ""),
    "12-24m": typed("", "", ""),
    "24-36m": typed("", "", ""),
    all: typed("", "", ""),
  };

  test("stand in the file as they are, guarded where they could run", () => {
    const texts = { ...NOTHING, "0-12m": typed("Yes, via “1”", "=1+1", "1-4", "'=2\nso") };
    expect(writeTexts({ ods: "ZD01", name: "Ashencote" }, YEAR, texts).split("\r\n").slice(0, 3)).toEqual([
      "\uFEFFODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed,Notes (typed on screen)",
      `ZD01,Ashencote,2025-26,0-12 months,"Yes, via “1”",'=1+1,1-4,"''=2\nso"`,
      "ZD01,Ashencote,2025-26,12-24 months,,,,",
    ]);
  });

  test("what no keyboard types never makes a number", () => {
    const texts = { ...NOTHING, "0-12m": typed("yes", "1\u00002", "\u0085", "a\rb\uD800") };
    const [found] = readTexts(texts).returns;
    expect(found?.written["0-12m"]).toMatchObject({ referred: "1\uFFFD2", accessed: "\uFFFD", notes: "a\nb\uFFFD" });
    expect(found?.figures.bands["0-12m"]).toMatchObject({
      referred: { kind: "unclear" },
      accessed: { kind: "unclear" },
    });
  });

  const text = fc.oneof(
    fc.nat({ max: 3000 }).map(String),
    fc.constantFrom("", " ", "\u00A0", "yes", "No", "partial", "not held", "x", "✓", "All ages", "Consultation only"),
    fc.constantFrom("<5", "1-4", "1 to 4", "12.5", "-3", "−3", "=1+1", "'=1+1", "''=1+1", "'", "'12", "' 12", "'tis"),
    fc.constantFrom("*", "-", "N/A", "s40(2)", "0", "0.0", "1,234", "1 234", " 12", "12 ", "\u200B12", "１２", "45000"),
    fc.constantFrom("+44 20 7946 0000", "@SUM(A1)", "\t=1", "\n=1", "\r\n-3", " =1", "＝1", "\u200B=1", "-", "--"),
    fc.constantFrom(
      '"',
      '""',
      '12" notes',
      'say "so"',
      "a,b;c|d\te",
      "two\nlines",
      "two\r\nlines\r\n",
      "#REF!",
      "Dec-24",
    ),
    fc.constantFrom(
      "Childrenâ€™s",
      "Ã©",
      "Â 12",
      "â€",
      "\uFFFD",
      "É’S",
      "\uFEFF",
      "👶🏽",
      "e\u0301",
      "\u202E12",
      "<html>",
    ),
    fc.constantFrom("sep=;", "ODS code", "Total", "2024-25", "0-12 months", "What is wrong (Zero to Two)", "__proto__"),
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc.string({ unit: "binary", maxLength: 300 }).map((any) => any.replace(/[^\P{Cc}\t\n]/gu, "")),
  );
  const line = fc.tuple(text, text, text, text).map((cells) => typed(...cells));
  const grid = fc.record({ "0-12m": line, "12-24m": line, "24-36m": line, all: line });

  test("are read as they would be without the file, and come back as they were", () => {
    fc.assert(
      fc.property(grid, (texts) => {
        const direct = readAnswers(TRUST.ods, texts, lastYear);
        const { returns, problems } = readTexts(texts);
        const said = (list: readonly Problem[]) =>
          list.map(({ code, severity, field, value }) => ({ code, severity, field, value }));
        expect(returns).toMatchObject([{ ods: TRUST.ods, year: YEAR, name: TRUST.name, disputed: [] }]);
        const [found] = returns;
        for (const each of LINES) {
          expect(found && onlyTexts(found.written[each])).toEqual(onlyTexts(texts[each]));
        }
        expect(found?.figures).toEqual(direct.figures);
        expect(found?.remarks).toEqual(direct.remarks);
        expect(said(found?.problems ?? [])).toEqual(said(direct.problems));
        expect(problems).toHaveLength(direct.problems.length);
      }),
      { numRuns: 300 },
    );
  });
  test("come back the same from a file in which the problems are marked", () => {
    fc.assert(
      fc.property(grid, (texts) => {
        const once = readTexts(texts);
        const bytes = new TextEncoder().encode(writeTexts(TRUST, YEAR, texts));
        const marked = new TextEncoder().encode(markProblems(bytes, once.problems) ?? "");
        expect(readReturnFile(marked, context)).toEqual(once);
      }),
    );
  });
});
