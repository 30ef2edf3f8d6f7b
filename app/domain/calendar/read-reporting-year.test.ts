import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readReportingYear } from "./read-reporting-year";
import { yearStarting } from "./reporting-year";

test("the canonical form is read as it stands", () => {
  expect(readReportingYear("2022-23")).toEqual({ kind: "ok", year: "2022-23", canonical: true });
});

test.each([
  " 2022-23 ",
  "2022/23",
  "22/23",
  "22-23",
  "2022-2023",
  "2022/2023",
  "2022–23",
  "2022—23",
  "2022−23",
  "2022 - 23",
  "2022 / 23",
  "2022 to 2023",
  "2022\u00a0–\u00a02023",
  "２０２２－２３",
  "2022\u200b-23",
  "2022 23",
  "2022.23",
  "2022_23",
  "2022\\23",
  "'22/'23",
  "2223",
  "202223",
  "20222023",
  "FY2022/23",
  "FY22-23",
  "fy 2022–2023",
  "F/Y 22/23",
  "FY 22/23",
  "Financial year 2022/23",
  "Reporting year: 2022-23",
  "2022/23 financial year",
  "2022-23 FY",
  "(2022/23)",
  "Apr 2022 - Mar 2023",
  "April 2022 – March 2023",
  "April 2022 to March 2023",
  "Apr-22 to Mar-23",
  "Apr 22-Mar 23",
  "APR2022-MAR2023",
  "April to March 2023",
  "from April 2022 until March 2023",
  "04/2022 - 03/2023",
  "1 April 2022 to 31 March 2023",
  "1st April 2022 - 31st March 2023",
  "01-Apr-2022 to 31-Mar-2023",
  "01/04/2022-31/03/2023",
  "01/04/2022 - 31/03/2023",
  "1/4/22 – 31/3/23",
  "01.04.2022-31.03.2023",
  "01-04-2022-31-03-2023",
  "2022-04-01 to 2023-03-31",
  "2022-04-01/2023-03-31",
])("%j is 2022-23, written another way", (text) => {
  expect(readReportingYear(text)).toEqual({ kind: "ok", year: "2022-23", canonical: false });
});

test.each([
  ["1999/00", "1999-00"],
  ["1999-2000", "1999-00"],
  ["99/00", "1999-00"],
  ["9900", "1999-00"],
  ["09/10", "2009-10"],
  ["69/70", "2069-70"],
  ["70/71", "1970-71"],
  ["0910", "2009-10"],
  ["1920", "2019-20"],
  ["Apr 1999 - Mar 2000", "1999-00"],
])("%j is %s", (text, year) => {
  expect(readReportingYear(text)).toEqual({ kind: "ok", year, canonical: false });
});

test.each([
  ["FY23", ["2022-23", "2023-24"]],
  ["fy 23", ["2022-23", "2023-24"]],
  ["FY2023", ["2022-23", "2023-24"]],
  ["23", ["2022-23", "2023-24"]],
  ["2022", ["2021-22", "2022-23"]],
  ["2023", ["2022-23", "2023-24"]],
  ["year 2023", ["2022-23", "2023-24"]],
  ["2021", ["2020-21", "2021-22"]],
  ["last year", []],
  ["Last financial year", []],
  ["this FY", []],
])("%j could mean %j: the reader does not choose", (text, candidates) => {
  expect(readReportingYear(text)).toMatchObject({ kind: "ambiguous", candidates });
});

test.each([
  "2022-24",
  "2022/2024",
  "22/24",
  "2022-22",
  "2023-22",
  "2024-2023",
  "2224",
  "2022-3",
  "22/2023",
  "calendar year 2022",
  "CY2022",
  "Jan 2022 - Dec 2022",
  "January to December 2022",
  "01/01/2022-31/12/2022",
  "academic year 2022-23",
  "2022/23 school year",
  "AY22/23",
  "Sep 2022 - Aug 2023",
  "01/09/2022 - 31/08/2023",
  "Apr 2022 - Mar 2024",
  "Apr 2022 - Mar 2022",
  "2 April 2022 - 31 March 2023",
  "01/04/2022-30/03/2023",
  "Apr 2022 - Feb 2023",
  "04/01/2022-03/31/2023",
  "01/04/2022",
  "Nov-10",
  "2022.2",
  "1899-00",
  "2100-01",
  "-1",
  "n/a",
  "#REF!",
  "   ",
  "",
])("%j is no reporting year", (text) => {
  expect(readReportingYear(text).kind).toBe("invalid");
});

const HOW = "A reporting year runs from 1 April to 31 March: write it as in 2022-23.";

test.each([
  ["FY23", "“FY23” could mean 2022-23 or 2023-24. Write the one year you mean, as in 2022-23."],
  ["last year", "“last year” does not say which year. Write the one year you mean, as in 2022-23."],
  ["2022-24", `“2022-24” is not one year and the next. ${HOW}`],
  ["Jan 2022 - Dec 2022", `“Jan 2022 - Dec 2022” is a calendar year. ${HOW}`],
  ["Sept 2022–Aug 2023", `“Sept 2022–Aug 2023” is an academic year. ${HOW}`],
  [
    "May 2022 to April 2023",
    `“May 2022 to April 2023” is not the twelve months from an April to the next March. ${HOW}`,
  ],
  ["soon", `“soon” is not a reporting year. ${HOW}`],
  [" ", `The reporting year is blank. ${HOW}`],
])("%j is answered in words", (text, message) => {
  expect(readReportingYear(text)).toMatchObject({ message });
});

test("a message never repeats a whole pasted cell", () => {
  const reading = readReportingYear("x".repeat(5000));
  expect(reading).toMatchObject({ kind: "invalid", message: `“${"x".repeat(40)}…” is not a reporting year. ${HOW}` });
});

test("every year is read from every spelling that names its two calendar years in full", () => {
  const spelling = fc.constantFrom("-", "/", " - ", "–", ".", " to ", "");
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2099 }), spelling, fc.boolean(), (start, between, short) => {
      const end = short ? String(start + 1).slice(2) : String(start + 1);
      const reading = readReportingYear(`${start}${between}${end}`);
      expect(reading).toMatchObject({ kind: "ok", year: yearStarting(start) });
    }),
  );
});

test("any run of the pieces people write years with gets an answer", () => {
  const pieces = ["20", "22", "23", "2022", "1", "31", "-", "–", "/", ".", " ", "fy", "year", "apr", "march", "to"];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces)), (written) => {
      expect(["ok", "ambiguous", "invalid"]).toContain(readReportingYear(written.join("")).kind);
    }),
  );
});
