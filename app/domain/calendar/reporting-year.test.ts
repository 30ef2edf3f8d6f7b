import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, day } from "./day";
import {
  asReportingYear,
  firstDay,
  formatYear,
  hasEnded,
  lastDay,
  nextYear,
  previousYear,
  reportingYear,
  yearOf,
  yearStarting,
} from "./reporting-year";

test.each(["2022-23", "1999-00", "2009-10", "1900-01", "2099-00"])("%s is a reporting year", (text) => {
  expect(asReportingYear(text)).toBe(text);
});

test.each([
  "2022-24",
  "2022-22",
  "2023-22",
  "2022/23",
  "2022–23",
  "2022-2023",
  "22-23",
  "1899-00",
  "2100-01",
  " 2022-23",
  "",
])("%j is not one in canonical form", (text) => {
  expect(asReportingYear(text)).toBeNull();
  expect(() => reportingYear(text)).toThrow(RangeError);
});

test("a year runs from 1 April to 31 March", () => {
  expect(firstDay(reportingYear("2022-23"))).toBe("2022-04-01");
  expect(lastDay(reportingYear("2022-23"))).toBe("2023-03-31");
  expect(firstDay(reportingYear("1999-00"))).toBe("1999-04-01");
  expect(lastDay(reportingYear("1999-00"))).toBe("2000-03-31");
});

test("a day belongs to the year it falls in", () => {
  expect(yearOf(day("2022-03-31"))).toBe("2021-22");
  expect(yearOf(day("2022-04-01"))).toBe("2022-23");
  expect(yearOf(day("2023-03-31"))).toBe("2022-23");
  expect(yearOf(day("2023-04-01"))).toBe("2023-24");
});

test("a year has ended from the day after its last", () => {
  expect(hasEnded(reportingYear("2022-23"), day("2023-03-31"))).toBe(false);
  expect(hasEnded(reportingYear("2022-23"), day("2023-04-01"))).toBe(true);
});

test("years follow each other over the turn of the century", () => {
  expect(nextYear(reportingYear("1998-99"))).toBe("1999-00");
  expect(nextYear(reportingYear("1999-00"))).toBe("2000-01");
  expect(previousYear(reportingYear("2000-01"))).toBe("1999-00");
});

test("years follow each other without a gap, and compare as text", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1901, max: 2098 }), (calendarYear) => {
      const year = yearStarting(calendarYear);
      expect(previousYear(nextYear(year))).toBe(year);
      expect(addDays(lastDay(year), 1)).toBe(firstDay(nextYear(year)));
      expect(year < nextYear(year)).toBe(true);
    }),
  );
});

test("a year is shown with an en dash", () => {
  expect(formatYear(reportingYear("2022-23"))).toBe("2022–23");
});
