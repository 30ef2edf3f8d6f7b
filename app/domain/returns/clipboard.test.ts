import * as fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { clipboardCells } from "./clipboard";

test("tabs part cells and line ends part rows, whatever their kind", () => {
  expect(clipboardCells("1\t2\r\n3\t\r\n")).toEqual([
    ["1", "2"],
    ["3", ""],
  ]);
  expect(clipboardCells("1\r2\n3")).toEqual([["1"], ["2"], ["3"]]);
});

test("rows and cells that are blank stay where they stand, except at the end", () => {
  expect(clipboardCells("\t\n\n7\n\n\n")).toEqual([["", ""], [""], ["7"]]);
  expect(clipboardCells("")).toEqual([]);
  expect(clipboardCells("\n")).toEqual([]);
});

test("a cell of two lines stands in quotation marks, its own doubled", () => {
  expect(clipboardCells('"two\nlines"\t5\n"so ""said"""\t6')).toEqual([
    ["two\nlines", "5"],
    ['so "said"', "6"],
  ]);
});

test("a mark that opens no such cell is part of what was written", () => {
  expect(clipboardCells('12" round\t5')).toEqual([['12" round', "5"]]);
  expect(clipboardCells('"12" round\t"x"\t5')).toEqual([['"12" round', "x", "5"]]);
  expect(clipboardCells('"never closed\t5\n6')).toEqual([['"never closed', "5"], ["6"]]);
});

const cell = fc.oneof(fc.string(), fc.constantFrom("", "12", "a\tb", "a\nb", '"', 'say "hi"', "\t\n"));
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
/** As Excel writes it: in quotation marks only where it must. */
const written = (text: string) => (/[\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

test("what a spreadsheet writes is read back as it stood", () => {
  // A plain cell that looks like one in marks is the same text on the clipboard: nobody could tell the two apart.
  const tellable = rows.filter((all) => all.flat().every((text) => !text.startsWith('"') && !text.includes("\r")));
  fc.assert(
    fc.property(tellable, (all) => {
      const text = all.map((row) => row.map(written).join("\t")).join("\n");
      fc.pre(!text.endsWith("\n") && text !== "");
      expect(clipboardCells(`${text}\r\n`)).toEqual(all);
    }),
  );
});

test("the splitter of files reads the same cells where every one of them is in marks", () => {
  const always = (text: string) => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(rows, (all) => {
      const text = all.map((row) => row.map(always).join("\t")).join("\n");
      fc.pre(!text.includes("\r"));
      expect(clipboardCells(text)).toEqual(Papa.parse(text, { delimiter: "\t", newline: "\n" }).data);
    }),
  );
});
