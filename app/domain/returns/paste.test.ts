import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBlock, paste, pastedInWords } from "./paste";
import { AGE_BANDS } from "./return";
import { ENTRY_FIELDS, type EntryField, NO_TEXTS } from "./texts";

const FIRST: EntryField = { line: "0-12m", entry: "takes" };
const block = (...rows: string[][]) => `${rows.map((cells) => cells.join("\t")).join("\r\n")}\r\n`;

const FULL = {
  "0-12m": { takes: "yes", referred: "6", accessed: "5", notes: "" },
  "12-24m": { takes: "no", referred: "", accessed: "", notes: "" },
  "24-36m": { takes: "yes", referred: "9", accessed: "<5", notes: "" },
  all: { takes: "", referred: "3,400", accessed: "2500", notes: "" },
};

describe("a block as the grid stands", () => {
  test("fills to the right and down from the field it is pasted into", () => {
    const { texts, filled, turned, leftOut } = paste(NO_TEXTS, block(["6", "7"], ["5", "<5"]), {
      line: "12-24m",
      entry: "referred",
    });
    expect(texts["12-24m"]).toEqual({ takes: "", referred: "6", accessed: "5", notes: "" });
    expect(texts["24-36m"]).toEqual({ takes: "", referred: "7", accessed: "<5", notes: "" });
    expect([filled.length, turned, leftOut]).toEqual([4, false, 0]);
  });
  test("counts what has no field to go to", () => {
    const row = block(["6", "7", "8"]);
    expect(paste(NO_TEXTS, row, { line: "24-36m", entry: "referred" })).toMatchObject({ leftOut: 1, turned: false });
  });
});

describe("a block from the return file, ages down", () => {
  const figures = [
    ["yes", "6", "5"],
    ["no", "", ""],
    ["yes", "9", "<5"],
    ["", "3,400", "2500"],
  ];
  test("is turned, since yes and no run down its first column", () => {
    const { texts, turned, leftOut } = paste(NO_TEXTS, block(...figures), FIRST);
    expect(texts).toEqual(FULL);
    expect([turned, leftOut]).toEqual([true, 0]);
  });
  test("with a row too many is turned all the same, and what has no age is left out", () => {
    const { texts, turned, leftOut } = paste(NO_TEXTS, block(...figures, ["sum", "15", "5"]), FIRST);
    expect(texts).toEqual(FULL);
    expect([turned, leftOut]).toEqual([true, 3]);
  });
  test("of counts alone is turned where it only fits that way", () => {
    const counts = block(["6", "5"], ["", ""], ["9", "<5"], ["3,400", "2500"]);
    const { texts, turned } = paste({ ...NO_TEXTS }, counts, { line: "0-12m", entry: "referred" });
    expect(turned).toBe(true);
    expect(texts.all).toEqual({ takes: "", referred: "3,400", accessed: "2500", notes: "" });
  });
  test("of one question is turned: three counts down are those of three ages", () => {
    const { texts, turned } = paste(NO_TEXTS, block(["6"], ["9"], ["14"]), { line: "0-12m", entry: "referred" });
    expect([turned, AGE_BANDS.map((band) => texts[band].referred)]).toEqual([true, ["6", "9", "14"]]);
  });
  test("with its ages goes where they say, in whatever order and wherever the cursor stands", () => {
    const ages = ["24-36 months", "0–12m", "All ages", "12-24"];
    const order = [2, 0, 3, 1];
    const rows = order.map((at, place) => [ages[place] ?? "", ...(figures[at] ?? [])]);
    const { texts, turned, leftOut } = paste(NO_TEXTS, block(...rows), { line: "all", entry: "accessed" });
    expect(texts).toEqual(FULL);
    expect([turned, leftOut]).toEqual([true, 0]);
  });
  test("with its headings too, the whole file copied", () => {
    const heading =
      "ODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed,Notes";
    const bands = ["0-12 months", "12-24 months", "24-36 months", "0-18 years"];
    const rows = figures.map((cells, place) => ["ZD01", "Ashencote", "2025-26", bands[place] ?? "", ...cells, ""]);
    const { texts, turned } = paste(NO_TEXTS, block(heading.split(","), ...rows), FIRST);
    expect(texts).toEqual(FULL);
    expect(turned).toBe(true);
  });
});

test("a block with ages across and questions at its left goes where they say", () => {
  const rows = block(
    ["", "0-12 months", "12-24 months", "24-36 months", "0-18"],
    ["Referred", "6", "", "9", "3,400"],
    ["Seen", "5", "", "<5", "2500"],
  );
  const { texts } = paste(NO_TEXTS, rows, FIRST);
  expect(texts["24-36m"]).toMatchObject({ takes: "", referred: "9", accessed: "<5" });
  expect(texts.all).toMatchObject({ referred: "3,400", accessed: "2500" });
});

test("one value is no block, with or without the line end that spreadsheets add", () => {
  expect(["12", "12\r\n", "a b"].map(isBlock)).toEqual([false, false, false]);
  expect(["1\t2", "1\n2"].map(isBlock)).toEqual([true, true]);
});

test("what became of a block is said, and of what was left out", () => {
  expect(pastedInWords(paste(NO_TEXTS, block(["6"], ["9"], ["14"]), { line: "0-12m", entry: "referred" }))).toEqual([
    "3 fields filled.",
    "The ages ran down in what you pasted, so it was turned round. Check that each figure is at its age.",
  ]);
  expect(pastedInWords(paste(NO_TEXTS, block(["6", "7", "8"]), { line: "all", entry: "accessed" }))).toEqual([
    "1 field filled.",
    "2 cells had no field to go to and were left out.",
  ]);
  expect(pastedInWords({ filled: [], turned: false, leftOut: 1 })).toEqual([
    "None of the cells fits the grid.",
    "1 cell had no field to go to and was left out.",
  ]);
});

test("any block gives an answer and touches no field it does not name", () => {
  const cell = fc.oneof(fc.constantFrom("yes", "no", "0-12m", "All ages", "Referred", "12", "<5", ""), fc.string());
  const cells = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 });
  fc.assert(
    fc.property(cells, fc.constantFrom(...ENTRY_FIELDS), (rows, at) => {
      const { texts, filled } = paste(FULL, rows.map((row) => row.join("\t")).join("\n"), at);
      const named = new Set(filled.map(({ line, entry }) => `${line} ${entry}`));
      for (const { line, entry } of ENTRY_FIELDS) {
        if (!named.has(`${line} ${entry}`)) expect(texts[line][entry]).toBe(FULL[line][entry]);
      }
      expect(AGE_BANDS.every((band) => typeof texts[band].takes === "string")).toBe(true);
    }),
  );
});
