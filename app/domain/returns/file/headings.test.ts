import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HEADINGS, readHeading } from "./headings";

describe("columns", () => {
  test.each(Object.entries(HEADINGS))("the template's own heading of %s", (column, heading) => {
    expect(readHeading(heading)).toEqual({ kind: "column", column, canonical: true });
    expect(readHeading(` ${heading.toUpperCase().replace(" ", " - ")}`)).toEqual({
      kind: "column",
      column,
      canonical: true,
    });
  });
  test.each([
    ["ODS", "ods"],
    ["Org code", "ods"],
    ["Trust code", "ods"],
    ["Organisation code", "ods"],
    ["Provider code", "ods"],
    ["Trust", "name"],
    ["Provider name", "name"],
    ["Organisation", "name"],
    ["Organisation name", "name"],
    ["Year", "year"],
    ["Period", "year"],
    ["Financial year", "year"],
    ["Age", "band"],
    ["Age group", "band"],
    ["Band", "band"],
    ["Takes referrals?", "takes"],
    ["Accepts referrals", "takes"],
    ["Q1", "takes"],
    ["Referred", "referred"],
    ["Referrals", "referred"],
    ["Refs", "referred"],
    ["No. of referrals received", "referred"],
    ["Referrals in", "referred"],
    ["Number referred to service", "referred"],
    ["Q2", "referred"],
    ["Number of children referred", "referred"],
    ["Children referred in 2025/26", "referred"],
    ["Accessed", "accessed"],
    ["Seen", "accessed"],
    ["Attended", "accessed"],
    ["1st contact", "accessed"],
    ["Treated", "accessed"],
    ["In service", "accessed"],
    ["Q3", "accessed"],
    ["Children accessed (in the year)", "accessed"],
    ["Q2: Children referred", "referred"],
    ["Organization code", "ods"],
    ["Note", "notes"],
    ["Comments", "notes"],
  ])("%s is %s", (heading, column) => expect(readHeading(heading)).toMatchObject({ kind: "column", column }));
});

describe("the wide layout", () => {
  test.each([
    ["Takes referrals 0-12 months", "takes", "0-12m", true],
    ["Children referred: 12–24 Months", "referred", "12-24m", true],
    ["Referrals in 0-12m", "referred", "0-12m", false],
    ["Q1(i)", "takes", "0-12m", false],
    ["Q2 12-24m", "referred", "12-24m", false],
    ["Q2 Children referred 12-24 months", "referred", "12-24m", false],
    ["Q3 Under 1", "accessed", "0-12m", false],
    ["Takes referrals? 0-12 months", "takes", "0-12m", false],
    ["Referred <1", "referred", "0-12m", false],
    ["Referred (0-12 months)", "referred", "0-12m", false],
    ["Number of children seen 24-36 months", "accessed", "24-36m", false],
    ["Seen 0-18", "accessed", "all", false],
    ["Referred Q4", "referred", "all", false],
    ["Takes referrals 0-12 months?", "takes", "0-12m", false],
    ["Seen 12-24m ?", "accessed", "12-24m", false],
    ["Referred Dec-24?", "referred", "12-24m", false],
    ["Children_referred_0-12_months", "referred", "0-12m", true],
    ["Children_accessed_24_36_months", "accessed", "24-36m", true],
    ["Children referred [0-12 months]", "referred", "0-12m", false],
  ])("%s", (heading, question, line, canonical) =>
    expect(readHeading(heading)).toMatchObject({ kind: "answer", question, line, canonical }),
  );

  test("an age that a spreadsheet took for a date", () =>
    expect(readHeading("Seen Dec-24")).toMatchObject({ line: "12-24m", excelDate: true }));
  test("a total that ends at the 18th birthday", () =>
    expect(readHeading("Referred under 18")).toMatchObject({ line: "all", to17: true }));
});

test.each([
  ["Accepted", "ambiguous"],
  ["Caseload", "ambiguous"],
  ["Open", "ambiguous"],
  ["Number accepted", "ambiguous"],
  ["Q4 referred", "other"],
  ["Accepted 0-12m", "ambiguous"],
  ["Referred 36-48 months", "unknown-band"],
  ["Seen under 5", "unknown-band"],
  ["Total", "total"],
  ["Total referred", "total"],
  ["Referred total", "total"],
  ["0-2 total", "total"],
  ["0-12 months", "band-alone"],
  ["Measure", "measure"],
  ["Region", "other"],
  ["Referredness", "other"],
  ["Children accessed %", "other"],
  ["Children accessed % 0-12 months", "other"],
  ["Percentage_seen 12-24m", "other"],
  ["Referred (per cent)", "other"],
  ["Referral rate 0-12 months", "other"],
  ["q12-24", "other"],
  ["__proto__", "other"],
  ["constructor", "other"],
  ["", "blank"],
  [" - ", "blank"],
])("%j is %s", (heading, kind) => expect(readHeading(heading).kind).toBe(kind));

test("any text gets an answer", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 250 }), (raw) => void readHeading(raw).kind));
});
