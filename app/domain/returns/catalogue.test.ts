import { describe, expect, test } from "vitest";
import { CATALOGUE, problemOf, type Situation } from "./catalogue";
import { placeAt } from "./place";
import { isStructural, STRUCTURAL } from "./problem";

const situations = Object.keys(CATALOGUE).filter((name): name is Situation => name in CATALOGUE);
const codesOf = (severity: string) =>
  new Set(
    situations
      .map((situation) => problemOf(situation, {}))
      .filter((problem) => problem.severity === severity)
      .map(({ code }) => code),
  );

describe("codes", () => {
  test("must-fix: those of the contract, and three it does not foresee", () => {
    expect(codesOf("must-fix")).toEqual(
      new Set([
        "unreadable-file",
        "wrong-file-type",
        "empty-file",
        "patient-level-data",
        "missing-column",
        "unknown-age-band",
        "duplicate-age-band",
        "missing-age-band",
        "decimal-value",
        "negative-value",
        "percentage-value",
        "excel-date-value",
        "sentinel-value",
        "error-value",
        "ods-not-in-register",
        "ods-not-yours",
        "year-unreadable",
        "year-not-open",
        "bands-exceed-total",
        "too-large",
        "duplicate-column",
        "extra-cells",
      ]),
    );
  });
  test("confirm: those of the contract, and a guessed encoding", () => {
    expect(codesOf("confirm")).toEqual(
      new Set([
        "ambiguous-value",
        "blank-value",
        "ambiguous-header",
        "ambiguous-takes",
        "excel-date-band",
        "accessed-over-referred",
        "takes-no-with-referrals",
        "all-zero",
        "big-change",
        "same-in-all-bands",
        "low-total",
        "encoding",
      ]),
    );
  });
  test("note: those of the contract", () => {
    expect(codesOf("note")).toEqual(
      new Set(["trimmed-spaces", "thousands-separator", "encoding", "recognised-synonym", "ignored-row"]),
    );
  });
});

test("what is wrong with a file as a whole must be fixed, whatever situation says it", () => {
  const structural = situations.map((situation) => problemOf(situation, {})).filter(isStructural);
  expect(structural.map(({ severity }) => severity)).toEqual(structural.map(() => "must-fix"));
  expect(new Set(structural.map(({ code }) => code))).toEqual(STRUCTURAL);
});

const told = {
  place: placeAt(2, 5),
  field: { ods: "ZD01", band: "12-24m", question: "referred" },
  value: "12.5",
  fact: "FACT",
  remedy: "REMEDY",
} as const;

test.each(situations)("%s is a sentence without gaps", (situation) => {
  const { message, wrong, instead, severity } = problemOf(situation, told);
  expect(message).toBe(`${wrong} ${instead}`.trim());
  for (const said of [message, wrong, ...(severity === "note" ? [] : [instead])]) {
    expect(said).toMatch(/^[A-Z0-9]/);
    expect(said).toMatch(/[.]$|FACT$|REMEDY$/);
    expect(said).not.toMatch(/undefined|null|NaN| {2}|\.\.|\[object/);
  }
});

test("a sentence says where, what was written, and what to write", () => {
  const wrong =
    "F3 (children referred, 12–24 months) says “12.5”. A count of children must be a whole number, not an average.";
  const instead =
    "Write how many children it was in the whole year, as a whole number, without a decimal point or comma.";
  expect(problemOf("decimal-value", told)).toMatchObject({ wrong, instead, message: `${wrong} ${instead}` });
});

test("what may be patient data is repeated neither in the sentence nor beside it", () => {
  const { value, message } = problemOf("patient-number", { place: placeAt(2, 7) });
  expect(value).toBeNull();
  expect(message).toContain("H3");
});
