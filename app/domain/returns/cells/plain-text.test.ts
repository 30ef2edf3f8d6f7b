import { describe, expect, test } from "vitest";
import { hasStraySpaces, plain, quoted, visible } from "./plain-text";

describe("plain text", () => {
  test.each([
    ["  Yes ", "yes"],
    ["0\u2013 12\u00A0Months", "0- 12 months"],
    ["\u22123", "-3"],
    ["＜５", "<5"],
    ["&lt;5", "<5"],
    ["&amp;lt;5", "<5"],
    ["&le; 7", "≤ 7"],
    ["1\u200B2\u00AD", "12"],
    ["\uFEFFODS code", "ods code"],
    ["\u202E12\u202C", "12"],
    ["a\n b", "a b"],
  ])("%j is %j", (raw, text) => expect(plain(raw)).toBe(text));

  test("a superscript is a footnote, not a figure", () => expect(plain("12¹")).toBe("12¹"));
});

test.each([
  ["zd06 ", true],
  [" 12", true],
  ["\u00A012", true],
  ["1\u200B2", true],
  ["12", false],
  ["Not held", false],
  ["0–12 months", false],
  ["", false],
  ["  ", false],
])("stray spaces in %j: %s", (raw, stray) => expect(hasStraySpaces(raw)).toBe(stray));

test("visible text keeps case and what stands inside", () => expect(visible(" \u200BNot  held ")).toBe("Not  held"));

test("a quotation is one line, and short", () => {
  expect(quoted(" 12.5\n")).toBe("“12.5”");
  expect(quoted("a".repeat(5000))).toBe(`“${"a".repeat(60)}…”`);
});
