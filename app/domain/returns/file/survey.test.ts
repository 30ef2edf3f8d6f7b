import * as fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import type { FileLimits } from "./context";
import { survey } from "./survey";

const LIMITS: FileLimits = { bytes: 1000, rows: 5, columns: 3, charactersInCell: 10, problems: 9 };
const said = (lines: string, limits?: FileLimits) =>
  survey(lines, ",", limits).map(({ code, cell, message }) => `${code} ${cell} ${/never closed/.test(message)}`);

describe("quotation marks", () => {
  test.each(['a,"b"\n"c","d"', 'a,"12" notes",c', '"two\nlines",b', '"a"  ,b', '"a"\u00a0\n"b"', '"",""', "a\"b,'"])(
    "%j is left to the splitter",
    (lines) => expect(said(lines)).toEqual([]),
  );
  test.each([
    ['a,b\nc,"d\ne,f', ["unreadable-file B2 true"]],
    ['a,b\nc,"d\ne,"f"\ng,h', ["unreadable-file B2 false"]],
    ['"a\n"b"\n"c\n"d"\ne,"f', ["unreadable-file A1 false", "unreadable-file A2 false", "unreadable-file B3 true"]],
    // Spaces behind a mark that nothing follows do not close it for the splitter either.
    ['a,"b"  ', ["unreadable-file B1 true"]],
  ])("%j", (lines, expected) => expect(said(lines)).toEqual(expected));
});

describe("what is too large to split", () => {
  test.each([
    ["1,2,3", []],
    ["1,2,3,", ["too-large D1 false"]],
    ["1,2\n1,2,3,4", ["too-large D2 false"]],
    ['"1,2,3,4",2,3', []],
    // The splitter counts exactly; here a doubled quotation mark must not count twice.
    [`"${'""'.repeat(10)}",2`, []],
    [`1,${"x".repeat(23)}`, ["too-large B1 false"]],
    [`1\n"${'""'.repeat(11)}"`, ["too-large A2 false"]],
    // What stands behind the last row that is read is not looked at.
    [`${"1\n".repeat(6)}1,2,3,4`, []],
  ])("%j", (lines, expected) => expect(said(lines, LIMITS)).toEqual(expected));
  test("without limits nothing is", () => expect(said(`${",".repeat(9999)}${"x".repeat(9999)}`)).toEqual([]));
});

test("rows and cells are those of the splitter, however the marks stand", () => {
  const text = fc.array(fc.constantFrom('"', '"', ",", "\n", "a", " ", ";"), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(
      text.map((parts) => parts.join("")),
      fc.integer({ min: 1, max: 4 }),
      (lines, columns) => {
        const { data, errors } = Papa.parse<string[]>(lines, { delimiter: ",", newline: "\n", fastMode: false });
        const missing = errors.find(({ code }) => code === "MissingQuotes");
        const unclosed = survey(lines, ",").find(({ message }) => /never closed/.test(message));
        expect(unclosed?.row).toBe(missing === undefined ? undefined : (missing.row ?? 0) + 1);
        if (errors.length > 0) return;
        const wide = data.findIndex((cells) => cells.length > columns);
        const [tooWide] = survey(lines, ",", { ...LIMITS, rows: 99, columns, charactersInCell: 99 });
        expect(tooWide?.row).toBe(wide === -1 ? undefined : wide + 1);
      },
    ),
    { numRuns: 2000 },
  );
});
