import { describe, expect, test } from "vitest";
import type { Line } from "../../domain/returns/return";
import { type AnswerTexts, type Entry, NO_TEXTS, withText } from "../../domain/returns/texts";
import { type FieldNow, findIn, type Said, tallyInWords, toShow } from "./said";

const with_ = (texts: AnswerTexts, ...typed: [Entry, Line, string][]) =>
  typed.reduce((all, [entry, line, text]) => withText(all, { line, entry }, text), texts);
const found = (...typed: [Entry, Line, string][]) => findIn(with_(NO_TEXTS, ...typed), "ZD01", null);

describe("what is found while answers are typed", () => {
  test("is nothing in an empty grid: blanks are asked about later", () => {
    expect(found()).toEqual({ said: [], ofAll: [] });
  });
  test("is what must be put right and what is to be confirmed, in the checker's words", () => {
    expect(found(["referred", "0-12m", "12.5"], ["accessed", "all", "*"]).said).toEqual([
      {
        field: "referred-0-12m",
        severity: "must-fix",
        code: "decimal-value",
        message:
          "Children referred, 0–12 months says “12.5”. A count of children must be a whole number, not an average. Write how many children it was in the whole year, as a whole number, without a decimal point or comma.",
      },
      {
        field: "accessed-all",
        severity: "confirm",
        code: "ambiguous-value",
        message:
          "Children accessed, 0–18 years says “*”. That mark has no single meaning. Say what it stands for in your figures, such as 1 to 4.",
      },
    ]);
  });
  test("leaves out what was only read as meant", () => {
    expect(found(["referred", "all", "3,400"], ["takes", "0-12m", " yes "])).toEqual({ said: [], ofAll: [] });
  });
  test("tells apart what is about the answers as a whole", () => {
    const same = found(["referred", "0-12m", "12"], ["referred", "12-24m", "12"], ["referred", "24-36m", "12"]);
    expect(same.said).toEqual([]);
    expect(same.ofAll).toEqual([expect.stringContaining("12 children referred in all three age bands.")]);
  });
  test("begins with what cannot be kept, in notes too", () => {
    expect(found(["notes", "all", "call 999 000 0000"]).said).toMatchObject([
      { field: "notes-all", severity: "must-fix", code: "patient data" },
    ]);
    expect(found(["referred", "all", "999 000 0000"]).said).toHaveLength(1);
  });
});

describe("what is shown of a field", () => {
  const said = (code: string, message: string): Said => ({
    field: "referred-12-24m",
    severity: "must-fix",
    code,
    message,
  });
  const OF_FILE = said("decimal-value", "F3 says 12.5.");
  const BEFORE = said("decimal-value", "Children referred says 12.5.");
  const NOW = said("decimal-value", "Children referred says 13.5.");
  const field = (changed: Partial<FieldNow>): FieldNow => ({
    now: [BEFORE],
    before: [BEFORE],
    came: [OF_FILE],
    isChanged: false,
    isTyped: false,
    shown: ["decimal-value"],
    ...changed,
  });

  test("is what the page came with, as long as that is still so", () => {
    expect(toShow(field({}))).toEqual([OF_FILE]);
  });
  test("is what there is to say once the field was changed", () => {
    expect(toShow(field({ isChanged: true, now: [NOW] }))).toEqual([NOW]);
    expect(toShow(field({ isChanged: true, now: [] }))).toEqual([]);
  });
  test("follows what was changed in other fields", () => {
    expect(toShow(field({ now: [] }))).toEqual([]);
    expect(toShow(field({ before: [], came: [], shown: [], now: [NOW] }))).toEqual([NOW]);
  });
  test("while it is typed in, nothing is added but an NHS number, and what was put right goes", () => {
    const typed = { isChanged: true, isTyped: true };
    const over = said("accessed-over-referred", "More than were referred.");
    const patient = said("patient data", "Ten figures.");
    expect(toShow(field({ ...typed, shown: [], now: [NOW] }))).toEqual([]);
    expect(toShow(field({ ...typed, now: [NOW, over] }))).toEqual([NOW]);
    expect(toShow(field({ ...typed, now: [] }))).toEqual([]);
    expect(toShow(field({ ...typed, shown: [], now: [patient, NOW] }))).toEqual([patient]);
  });
});

test("the tally is one line", () => {
  expect(tallyInWords(0, 0)).toBe("");
  expect(tallyInWords(1, 0)).toBe("1 thing must be put right.");
  expect(tallyInWords(2, 1)).toBe("2 things must be put right, 1 to confirm.");
  expect(tallyInWords(0, 1)).toBe("1 thing to confirm.");
});
