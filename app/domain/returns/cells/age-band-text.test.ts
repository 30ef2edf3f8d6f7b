import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAgeBand } from "./age-band-text";

function line(raw: string) {
  const reading = readAgeBand(raw);
  return reading.kind === "line" ? `${reading.line} ${reading.spelling}` : reading.kind;
}

test.each(["0-12 months", "12-24 months", "24-36 months", "0-18 years", "0–12 Months", " 12 - 24 months "])(
  "%j is the template's own wording",
  (raw) => expect(readAgeBand(raw)).toMatchObject({ kind: "line", spelling: "canonical" }),
);

describe("other wordings", () => {
  test.each([
    "0 - 12 mths",
    "0–12m",
    "0-12",
    "0-11 months",
    "0 to 1",
    "0-1",
    "0–1 yrs",
    "<1",
    "&lt;1",
    "Under 1",
    "Under one",
    "Less than 1 year",
    "Age 0",
    "Infants (0-12)",
    "0yr",
    "(i)",
    "1(i)",
    "a)",
    "aged 0-12 months",
    "0-12 months (babies)",
    "under 12 months",
    "0\uFFFD12m",
    "i) 0–12 months",
    "1(i) 0-12m",
    "birth to 1",
    "0-12 completed months",
  ])("%j is 0–12 months", (raw) => expect(line(raw)).toBe("0-12m synonym"));
  test.each([
    "12–24m",
    "12-24",
    "12-23 months",
    "13-24 months",
    "1 to 2",
    "1-2 yrs",
    "Age 1",
    "1 year old",
    "One",
    "(ii)",
    "2(ii)",
    "b)",
  ])("%j is 12–24 months", (raw) => expect(line(raw)).toBe("12-24m synonym"));
  test.each([
    "24–36m",
    "24-36",
    "24-35 months",
    "25-36 months",
    "2 to 3",
    "2-3 yrs",
    "Age 2",
    "2 years",
    "(iii)",
    "Q1(iii)",
    "c)",
  ])("%j is 24–36 months", (raw) => expect(line(raw)).toBe("24-36m synonym"));
  test.each([
    "0-18",
    "All ages",
    "CYP total",
    "Total CAMHS",
    "All referrals",
    "Q4",
    "Total 0-18",
    "Under 19",
    "All 0-18",
  ])("%j is all ages", (raw) => expect(line(raw)).toBe("all synonym"));
  test.each(["0-17", "Under 18", "<18", "0–17 years", "Under-18s"])("%j is all ages up to the 18th birthday", (raw) =>
    expect(readAgeBand(raw)).toMatchObject({ line: "all", to17: true }),
  );
});

describe("bands that a spreadsheet took for a date", () => {
  test.each([
    "Dec-24",
    "24-Dec",
    "45627",
    "46015",
    "01/12/2024",
    "2024-12-01",
    "24/12/2026",
    "01-Feb",
    "02-Jan",
    "Dec-23",
  ])("%s was 12–24 months", (raw) => expect(line(raw)).toBe("12-24m excel-date"));
  test.each(["02-Mar", "2-Mar", "03-Feb"])("%s was 24–36 months", (raw) => expect(line(raw)).toBe("24-36m excel-date"));
  test.each(["04-Jan", "Mar-24", "39000", "50001", "25/12/2024", "02/12/2023"])("%s was no band", (raw) =>
    expect(line(raw)).toBe("unknown"),
  );
});

test.each([
  "36-48 months",
  "0-4",
  "0-5",
  "Under 5",
  "0-3",
  "0-2",
  "under 2",
  "antenatal",
  "0-12 years",
  "12-24 years",
  "2-3 months",
  "1 month",
  "0-5 total",
  "a) antenatal",
  "(ii) 0-12 months",
])("nobody asked for %j", (raw) => expect(line(raw)).toBe("unknown"));
test.each(["Total", "Grand Total", "Sub-total", "0-2 total", "Total 0-36 months", "Total referrals"])(
  "%j is never a band",
  (raw) => expect(line(raw)).toBe("total"),
);
test.each(["1", "2", "12"])("%s alone may be a question", (raw) => expect(line(raw)).toBe("bare-number"));
test("a blank says nothing", () => expect(line(" \u200B")).toBe("blank"));

test("any text gets an answer", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), (raw) => void readAgeBand(raw).kind));
});
