import { expect, test } from "vitest";
import { NO_CONTEXT } from "./file/context";
import { readAnswers } from "./read-answers";
import { readReturnFile } from "./read-return-file";
import { ENTRY_FIELDS, entryId, isEmpty, NO_TEXTS, textsOf, withText, writtenOf } from "./texts";

const FILE = [
  "ODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed,Notes",
  "ZD01,,2025-26,0-12 months,yes,6,5,",
  "ZD01,,2025-26,12-24 months,yes,12.5,<5,counted twice",
  "ZD01,,2025-26,24-36 months,yes,9,8,",
  "ZD01,,2025-26,0-18 years,,3400,2500,",
].join("\n");
const [own] = readReturnFile(new TextEncoder().encode(FILE), NO_CONTEXT).returns;
if (own === undefined) throw new Error("The file was not read.");
const { written } = own;

test("the grid has fifteen fields, question by question", () => {
  expect(ENTRY_FIELDS.map(entryId)).toEqual([
    "takes-0-12m",
    "takes-12-24m",
    "takes-24-36m",
    "referred-0-12m",
    "referred-12-24m",
    "referred-24-36m",
    "referred-all",
    "accessed-0-12m",
    "accessed-12-24m",
    "accessed-24-36m",
    "accessed-all",
    "notes-0-12m",
    "notes-12-24m",
    "notes-24-36m",
    "notes-all",
  ]);
});

test("the texts of a file are what it says, and lines that are in doubt are left blank", () => {
  expect(textsOf(written)["12-24m"]).toEqual({
    takes: "yes",
    referred: "12.5",
    accessed: "<5",
    notes: "counted twice",
  });
  expect(textsOf(written, ["12-24m"])["12-24m"]).toEqual(NO_TEXTS["12-24m"]);
  expect(isEmpty(NO_TEXTS)).toBe(true);
  expect(isEmpty(withText(NO_TEXTS, { line: "all", entry: "notes" }, "x"))).toBe(false);
});

test("what was changed on screen is named by its question, what was not by its cell", () => {
  const texts = withText(textsOf(written), { line: "0-12m", entry: "referred" }, "6.5");
  const said = readAnswers("ZD01", writtenOf(texts, written), null).problems.map(({ cell, message }) => [
    cell,
    message.slice(0, 45),
  ]);
  expect(said).toEqual([
    [null, "Children referred, 0–12 months says “6.5”. A "],
    ["F3", "F3 (children referred, 12–24 months) says “12"],
  ]);
});

test("without a file everything is named by its question", () => {
  const texts = withText(textsOf(written), { line: "0-12m", entry: "referred" }, "6.5");
  expect(readAnswers("ZD01", writtenOf(texts, null), null).problems.map(({ cell }) => cell)).toEqual([null, null]);
});
