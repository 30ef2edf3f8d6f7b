import * as fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { guarded, moreCsv, unguarded, writeCsv } from "./csv";

test("UTF-8 with a byte-order mark, CRLF, quotation marks where needed", () => {
  const text = writeCsv([
    ["ODS code", "Trust name", "Children referred"],
    ["ZD01", 'Barnet, "Enfield" and Haringey', 12],
    ["ZD02", null, -3],
  ]);
  expect(text).toBe(
    '\uFEFFODS code,Trust name,Children referred\r\nZD01,"Barnet, ""Enfield"" and Haringey",12\r\nZD02,,-3\r\n',
  );
});

describe("formulas", () => {
  test.each([
    "=1+1",
    "+44 20",
    "-3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "＝1",
    "＋1",
    "\u200b=1",
    "'=1",
    "''=1",
  ])("%j is guarded, and the guard comes off again", (text) => {
    expect(guarded(text)).toBe(`'${text}`);
    expect(unguarded(guarded(text))).toBe(text);
  });
  test.each(["12", "<5", "1 to 4", "Children’s", "'tis", "2025-26", ""])("%j is left alone", (text) => {
    expect(guarded(text)).toBe(text);
    expect(unguarded(text)).toBe(text);
  });
  test("a file that is sent as it is read goes on as if it were written at once", () => {
    const rows = [
      ["a", 1],
      ["=b", null],
      ["c,d", 2],
    ] as const;
    expect(writeCsv(rows.slice(0, 1)) + moreCsv(rows.slice(1))).toBe(writeCsv(rows));
  });

  test("headings are guarded too", () => expect(writeCsv([["=cmd"]])).toBe("\uFEFF'=cmd\r\n"));
});

test("R24: any text, once guarded, does not run, and unguarded is as it was", () => {
  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom(..."'=+-@\t\r\n ＝＋－＠\u200b\u202e\ufeff"),
        fc.string({ unit: "binary", maxLength: 4 }),
      ),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join(""));
  /** What a spreadsheet looks at first, once it has skipped what it does not show. */
  const first = (cell: string) => cell.replace(/^[\s\p{Cf}]+/u, "").charAt(0);

  fc.assert(
    fc.property(hostile, (text) => {
      expect("=+-@＝＋－＠").not.toContain(first(guarded(text)) || "none");
      expect(guarded(text)).not.toMatch(/^[\t\r\n]/);
      expect(unguarded(guarded(text))).toBe(text);
    }),
    { numRuns: 2000 },
  );
});

test("any text comes back as it was written", () => {
  const cell = fc.string({ unit: "binary", maxLength: 30 }).filter((text) => !text.includes("\r"));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
      const [row] = Papa.parse<string[]>(writeCsv([cells]).slice(1), { delimiter: ",", newline: "\r\n" }).data;
      expect(row?.map(unguarded)).toEqual(cells);
    }),
  );
});
