import { expect, test } from "vitest";
import { columnLetters, placeAt } from "./place";

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [51, "AZ"],
  [52, "BA"],
  [701, "ZZ"],
  [702, "AAA"],
  [16_383, "XFD"],
])("column %i is %s", (column, letters) => expect(columnLetters(column)).toBe(letters));

test("a place counts rows from 1, as a spreadsheet does", () => {
  expect(placeAt(2, 5)).toEqual({ cell: "F3", row: 3, column: "F" });
});
