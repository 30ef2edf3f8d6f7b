import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { day } from "../calendar/day";
import { readRegister } from "./read-register";
import { trustByOds, trustsNamed } from "./register";

const rowsOf = (path: string) => Papa.parse<string[]>(readFileSync(path, "utf8")).data;
const HEADER = ["ods_code", "name", "region", "opened", "closed", "successor_ods", "comparability_break_year"];

function messages(...rows: string[][]): string[] {
  const reading = readRegister([HEADER, ...rows]);
  return reading.ok ? [] : reading.problems.map(({ message }) => message);
}

test("the demonstration register", () => {
  const reading = readRegister(rowsOf("prisma/data/demo/register.csv"));
  if (!reading.ok) throw new Error(reading.problems[0]?.message);
  expect(reading.register.trusts.size).toBe(52);
  expect(reading.remarks).toEqual([]);
  expect(trustByOds(reading.register, "ZD11")).toEqual({
    ods: "ZD11",
    name: "Eastwold Partnership NHS Trust (demo)",
    region: "East of England",
    opened: "2001-04-01",
    closed: "2024-03-31",
    successor: "ZD52",
    breaks: [],
  });
  expect(trustByOds(reading.register, "ZD36")?.breaks).toEqual(["2024-25"]);
});

test("England's register: a trust closed the day before its successor's first, and names have aliases", () => {
  const reading = readRegister(rowsOf("prisma/data/england/trusts-england.csv"));
  if (!reading.ok) throw new Error(reading.problems[0]?.message);
  expect(reading.register.trusts.size).toBe(51);
  expect(trustByOds(reading.register, "RNK")).toMatchObject({
    closed: day("2026-03-31"),
    successor: "G6V2S",
    opened: null,
  });
  expect(trustsNamed(reading.register, "Black Country Partnership NHS Foundation Trust").map(({ ods }) => ods)).toEqual(
    ["TAJ"],
  );
  expect(reading.remarks.map(({ message }) => message)).toContain(
    "Row 3: G6V2S, the successor of RRP, has no row of its own.",
  );
});

test("columns may come in any order, and those of others are left alone", () => {
  const reading = readRegister([
    ["notes", "Name", "ODS code"],
    ["prefers e-mail", "Somewhere NHS Trust", " rv5 "],
  ]);
  expect(reading.ok && [...reading.register.trusts.keys()]).toEqual(["RV5"]);
});

test("a column that is needed and absent is named", () => {
  expect(readRegister([["ods_code", "region"]])).toEqual({
    ok: false,
    problems: [{ row: 1, message: "The register has no column name. Add it to the header." }],
  });
});

test("every problem is reported at once, with its row", () => {
  expect(
    messages(
      ["ZD01", "One", "London", "2001-04-01", "", "", ""],
      [""],
      ["ZD01", "One again", "London", "", "", "", ""],
      ["Z!", "", "London", "1 April 2001", "", "", ""],
      ["ZD04", "Four", "London", "2010-04-01", "2009-03-31", "ZD01", "FY24"],
      ["ZD05", "Five", "London", "", "", "ZD01", ""],
    ),
  ).toEqual([
    "Row 4: ZD01 is already in row 2. Keep one row for each code.",
    "Row 5: “1 April 2001” is not a day. Write it as 2024-03-31.",
    "Row 5: “Z!” is not an ODS code. A code is 3 to 6 capital letters and figures.",
    "Row 5: Z! has no name.",
    "Row 6: ZD04 closed before it opened.",
    expect.stringMatching(/^Row 6: “FY24” could mean/),
    "Row 7: ZD05 has a successor, so say on which day it closed.",
  ]);
});

test("successors that lead back are refused", () => {
  expect(
    messages(
      ["ZD01", "One", "London", "", "2020-03-31", "ZD02", ""],
      ["ZD02", "Two", "London", "", "2021-03-31", "ZD01", ""],
    ),
  ).toEqual([
    "Row 2: the successors of ZD01 lead back to it. Clear one of them.",
    "Row 3: the successors of ZD02 lead back to it. Clear one of them.",
  ]);
});

test("a register of nobody is no register", () => {
  expect(messages()).toEqual(["The register holds no trust."]);
});
