import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Count } from "../count/count";
import { readAnswers } from "./read-answers";
import type { Takes } from "./return";
import { ambiguousMarks, stateMeaning } from "./state-meaning";
import { typed, type Written } from "./written";

const WRITTEN: Written = {
  "0-12m": typed("yes", "*", "* "),
  "12-24m": typed("x", "s", ""),
  "24-36m": typed("yes", "approx 20", "N/A"),
  all: typed("", "2140", "not held"),
};
const { figures } = readAnswers("ZD01", WRITTEN, null);
const marks = ambiguousMarks("ZD01", WRITTEN, figures);
const oneToFour: Count = { kind: "range", lo: 1, hi: 4 };
const state = (counts: Record<string, Count | "cannot-say">, takes: Record<string, Takes | "cannot-say"> = {}) =>
  stateMeaning(figures, marks, { counts: new Map(Object.entries(counts)), takes: new Map(Object.entries(takes)) });

test("each mark is asked about once, with every cell it stands in", () => {
  expect(
    marks.map(({ asks, mark, cells }) => [asks, mark, ...cells.map(({ field }) => `${field.band} ${field.question}`)]),
  ).toEqual([
    ["count", "*", "0-12m referred", "0-12m accessed"],
    ["takes", "x", "12-24m takes"],
    ["count", "s", "12-24m referred"],
    ["count", "", "12-24m accessed"],
    ["count", "n/a", "24-36m accessed"],
  ]);
});

test("a stated meaning stands in every cell of the mark, and nowhere else", () => {
  const stated = state({ "*": oneToFour });
  expect(stated).toEqual({
    ...figures,
    bands: { ...figures.bands, "0-12m": { ...figures.bands["0-12m"], referred: oneToFour, accessed: oneToFour } },
  });
});

test("an answer to question 1 can be stated too", () => {
  expect(state({}, { x: "yes" }).bands["12-24m"]).toMatchObject({ takes: "yes", accessed: { kind: "missing" } });
  expect(state({}, { x: "no" }).bands["12-24m"]).toMatchObject({
    takes: "no",
    referred: { kind: "unclear" },
    accessed: { kind: "not-applicable" },
  });
});

describe("whoever cannot say", () => {
  test("gets the widest rule in use for *", () => {
    expect(state({ "*": "cannot-say" }).bands["0-12m"].referred).toEqual({ kind: "range", lo: 0, hi: 7 });
  });
  test("leaves every other mark unclear, for it may hide any number", () => {
    expect(state({ s: "cannot-say", "n/a": "cannot-say", "": "cannot-say" }, { x: "cannot-say" })).toEqual(figures);
  });
});

test("a cell that has been given a number since keeps it", () => {
  const bands = {
    ...figures.bands,
    "0-12m": { ...figures.bands["0-12m"], referred: { kind: "exact", value: 3 } },
  } as const;
  const stated = stateMeaning({ ...figures, bands }, marks, { counts: new Map([["*", oneToFour]]), takes: new Map() });
  expect(stated.bands["0-12m"]).toMatchObject({ referred: { kind: "exact", value: 3 }, accessed: oneToFour });
});

test("only what is unclear or missing ever changes", () => {
  const anyCount = fc.constantFrom<Count>(
    { kind: "exact", value: 0 },
    oneToFour,
    { kind: "not-held" },
    { kind: "not-applicable" },
  );
  const anyMark = fc.constantFrom("*", "s", "", "n/a", "2140", "not held", "approx 20", "__proto__");
  fc.assert(
    fc.property(fc.dictionary(anyMark, anyCount), (counts) => {
      const stated = state(counts);
      expect(stated.all).toEqual(figures.all);
      expect(stated.bands["24-36m"].referred).toEqual({ kind: "exact", value: 20 });
    }),
  );
});
