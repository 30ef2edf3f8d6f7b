import { describe, expect, test } from "vitest";
import { problemsOfFigures, readAnswers } from "./read-answers";
import { typed, type Written, type WrittenLine, writtenCells } from "./written";

const CLEAN: Written = {
  "0-12m": typed("yes", "6", "5"),
  "12-24m": typed("yes", "9", "7"),
  "24-36m": typed("yes", "14", "11"),
  all: typed("", "2140", "1675"),
};
const read = (changes: Partial<Written>) => readAnswers("ZD01", { ...CLEAN, ...changes }, null);
const said = (changes: Partial<Written>) =>
  read(changes).problems.map(({ code, field }) => `${code} ${field?.band} ${field?.question}`);

test("answers typed on screen go through the same checker, and say where by question", () => {
  const { figures, problems } = read({ "12-24m": typed("Yes", "12.5", "<5") });
  expect(figures.bands["12-24m"]).toEqual({
    takes: "yes",
    takesWords: null,
    referred: { kind: "missing" },
    accessed: { kind: "range", lo: 0, hi: 4 },
  });
  expect(problems).toEqual([
    {
      code: "decimal-value",
      severity: "must-fix",
      cell: null,
      row: null,
      column: null,
      value: "12.5",
      message: expect.stringMatching(
        /^Children referred, 12–24 months says “12.5”\. A count of children must be a whole number/,
      ),
      wrong: expect.stringMatching(/not an average\.$/),
      instead: expect.stringMatching(/^Write how many children it was/),
      field: { ods: "ZD01", band: "12-24m", question: "referred" },
    },
  ]);
});

describe("a blank count", () => {
  const blankBeside = (takes: string) =>
    read({ "0-12m": typed(takes, "", " \u200B") }).figures.bands["0-12m"].accessed.kind;
  test("is not applicable beside no, and never 0", () => {
    expect(blankBeside("No")).toBe("not-applicable");
    for (const takes of ["yes", "partial", "not held", "", "x"]) expect(blankBeside(takes)).toBe("missing");
  });
  test("is asked about beside yes, in part, nothing and a mark", () => {
    expect(said({ "0-12m": typed("yes", "", "5") })).toEqual(["blank-value 0-12m referred"]);
    expect(said({ "0-12m": typed("partial", "6", "") })).toEqual(["blank-value 0-12m accessed"]);
    expect(said({ "0-12m": typed("", "", "5") })).toEqual(["blank-value 0-12m takes", "blank-value 0-12m referred"]);
  });
  test("is not asked about beside no and not held", () => {
    expect(said({ "0-12m": typed("no", "", "") })).toEqual([]);
    expect(said({ "0-12m": typed("not held", "", "") })).toEqual([]);
  });
  test("of all ages is asked about", () =>
    expect(said({ all: typed("", "", "1675") })).toEqual(["blank-value all referred"]));
});

test("“not available” is an answer, and a blank is not", () => {
  expect(said({ "0-12m": typed("yes", "not available", "[x]") })).toEqual([]);
  expect(read({ "0-12m": typed("no", "not available", "") }).figures.bands["0-12m"].referred).toEqual({
    kind: "missing",
  });
});

test("what stands beside question 1 for all ages is ignored", () =>
  expect(said({ all: typed("x", "2140", "1675") })).toEqual([]));

test("the words of an answer to question 1 are kept, and its meaning is noted", () => {
  const { figures, problems } = read({ "0-12m": typed("Consultation only", "6", "5") });
  expect(figures.bands["0-12m"]).toMatchObject({ takes: "partial", takesWords: "Consultation only" });
  expect(problems).toMatchObject([{ code: "recognised-synonym", severity: "note" }]);
});

test("a remark beside a number is kept with its cell", () => {
  const { remarks } = read({ "0-12m": typed("yes", "12 (3 declined)", "c. 5") });
  expect(remarks).toEqual([
    { field: { ods: "ZD01", band: "0-12m", question: "referred" }, remark: "(3 declined)", estimated: false },
    { field: { ods: "ZD01", band: "0-12m", question: "accessed" }, remark: null, estimated: true },
  ]);
});

test("a problem in a file names its cell, its question and its age", () => {
  const columns = { takes: "E", referred: "F", accessed: "G" };
  const line: WrittenLine = { ...typed("yes", "4", "-"), row: 7, columns };
  const [problem] = read({ "24-36m": line }).problems;
  expect(problem).toMatchObject({ cell: "G7", row: 7, column: "G", value: "-" });
  expect(problem?.message).toMatch(/^G7 \(children accessed, 24–36 months\) says “-”/);
});

test("the eleven answers are listed in the order of the form, as written", () => {
  expect(writtenCells("ZD01", CLEAN).map(({ field, raw }) => `${field.band} ${field.question} ${raw}`)).toEqual([
    "0-12m takes yes",
    "0-12m referred 6",
    "0-12m accessed 5",
    "12-24m takes yes",
    "12-24m referred 9",
    "12-24m accessed 7",
    "24-36m takes yes",
    "24-36m referred 14",
    "24-36m accessed 11",
    "all referred 2140",
    "all accessed 1675",
  ]);
});

test("figures are checked again once a mark has a meaning", () => {
  const written = { ...CLEAN, "0-12m": typed("x", "4", "0") };
  const { figures } = readAnswers("ZD01", written, null);
  const statedNo = {
    ...figures,
    bands: { ...figures.bands, "0-12m": { ...figures.bands["0-12m"], takes: "no" } },
  } as const;
  expect(problemsOfFigures("ZD01", written, figures, null)).toEqual([]);
  expect(problemsOfFigures("ZD01", written, statedNo, null)).toMatchObject([
    { code: "takes-no-with-referrals", value: "4" },
  ]);
});
