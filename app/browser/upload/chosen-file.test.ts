import { expect, test } from "vitest";
import { misgivingAbout, sizeInWords } from "./chosen-file";

test("sizes are given as people read them", () => {
  expect([0, 1, 1023, 1024, 3_400, 1024 * 1024, 5_000_000].map(sizeInWords)).toEqual([
    "0 bytes",
    "1 byte",
    "1023 bytes",
    "1 KB",
    "3 KB",
    "1.0 MB",
    "4.8 MB",
  ]);
});

test("a file of more than 5 MB is not sent", () => {
  expect(misgivingAbout({ name: "return.csv", size: 5 * 1024 * 1024 })).toBeNull();
  expect(misgivingAbout({ name: "return.csv", size: 5 * 1024 * 1024 + 1 })).toMatchObject({ isFinal: true });
});

test("a spreadsheet is told how it becomes a CSV file, and may be sent all the same", () => {
  expect(misgivingAbout({ name: "Return.xlsx", size: 9_000 })).toEqual({
    sentence:
      "Return.xlsx looks like a spreadsheet. Open it in the program it came from, choose Save As, pick “CSV UTF-8 (Comma delimited)”, and send that.",
    isFinal: false,
  });
  expect(misgivingAbout({ name: "letter.pdf", size: 9_000 })?.sentence).toContain("template");
});

test("an empty file is said to be empty", () => {
  expect(misgivingAbout({ name: "return.csv", size: 0 })?.sentence).toContain("return.csv is empty.");
  expect(misgivingAbout({ name: "return.csv", size: 1 })).toBeNull();
});
