import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CATALOGUE } from "../catalogue";
import { readCount } from "./count-text";

// The literal tokens of the reference are tested in tests/contracts; these are further ones of the same kinds.

function read(raw: string) {
  const { count, problem } = readCount(raw);
  const stated = count.kind === "exact" ? count.value : count.kind === "range" ? [count.lo, count.hi] : count.kind;
  return problem === null ? stated : [stated, problem];
}

describe("numbers", () => {
  test.each([
    ["0", 0],
    ["007", 7],
    ["１２", 12],
    ["\u00A012\u200B", 12],
    ["'12", 12],
    ["3,456", 3456],
    ["1 234 567", 1234567],
    ["12.0", 12],
    ["1234.00", 1234],
    ["12 (twelve)", 12],
    ["nil return", 0],
    ["Nil.", 0],
    ["None.", 0],
    ["21 (twenty-one)", 21],
    ["no children referred", 0],
    ["None received", 0],
    ["99", 99],
  ])("%j is %s", (raw, value) => expect(read(raw)).toBe(value));

  test("spaces and separators are noted", () => {
    expect(readCount(" 12").notes).toEqual(["trimmed-spaces"]);
    expect(readCount("2,140").notes).toEqual(["thousands-separator"]);
    expect(readCount(" 2,140 ").notes).toEqual(["thousands-separator", "trimmed-spaces"]);
  });
});

describe("ranges", () => {
  test.each([
    ["<8", [0, 7]],
    ["7 or fewer", [0, 7]],
    ["five or less", [0, 5]],
    ["≤7", [0, 7]],
    ["&lt;5", [0, 4]],
    ["fewer than 5 children", [0, 4]],
    ["<1,000", [0, 999]],
    ["between 1 and 4", [1, 4]],
    ["1 – 4", [1, 4]],
    ["[<5]", [0, 4]],
    ["single digits", [0, 9]],
    ["<5.", [0, 4]],
    ["1 through 4", [1, 4]],
    ["<5 (s40)", [0, 4]],
    ["1-4 (s.40)", [1, 4]],
    ["<5 (section 40(2))", [0, 4]],
    ["fewer than 5 (suppressed)", [0, 4]],
    ["5 or fewer [withheld under s.40(2)]", [0, 5]],
    ["(<5) (redacted)", [0, 4]],
    ["[<5 (s40(2))]", [0, 4]],
    ["<5 [c]", [0, 4]],
    ["fewer than twenty-one", [0, 20]],
  ])("%j needs no question", (raw, ends) => expect(read(raw)).toEqual(ends));

  test.each([
    ["2-6", [2, 6], "wide-range"],
    ["1-20", [1, 20], "wide-range"],
    ["double figures", [10, 99], "wide-range"],
    [">50", [51, null], "open-range"],
    ["50 or more", [50, null], "open-range"],
    ["at least 50", [50, null], "open-range"],
    ["twenty-one to thirty-five", [21, 35], "wide-range"],
    ["<5*", [0, 4], "number-with-note"],
    ["about <5", [0, 4], "estimate"],
  ])("%j is asked about", (raw, ends, problem) => expect(read(raw)).toEqual([ends, problem]));
});

describe("numbers that are asked about", () => {
  test.each([
    ["eleven", 11, "number-in-words"],
    ["Twelve.", 12, "number-in-words"],
    ["twenty-one", 21, "number-in-words"],
    ["forty two", 42, "number-in-words"],
    ["sixty", 60, "number-in-words"],
    ["Ninety–nine", 99, "number-in-words"],
    ["about thirty-five", 35, "estimate"],
    ["approx 30", 30, "estimate"],
    ["c. 15", 15, "estimate"],
    ["~20", 20, "estimate"],
    ["30ish", 30, "estimate"],
    ["12¹", 12, "number-with-note"],
    ["14†", 14, "number-with-note"],
    ["12 (3 declined)", 12, "number-with-note"],
    ["12 referrals", 12, "number-with-note"],
  ])("%j", (raw, value, problem) => expect(read(raw)).toEqual([value, problem]));

  test("the note beside a number is kept", () => {
    expect(readCount("12 (3 declined)").remark).toBe("(3 declined)");
    expect(readCount("1-4*").remark).toBe("*");
  });
  test("an estimate says that it is one", () => {
    expect(readCount("circa 20").estimated).toBe(true);
    expect(readCount("20").estimated).toBe(false);
  });
});

describe("answers without a number", () => {
  test.each([
    ["S.40", ["unclear", "withheld"]],
    ["section 40(2)", ["unclear", "withheld"]],
    ["low numbers", ["unclear", "withheld"]],
    ["***", ["unclear", "unclear-mark"]],
    ["‡", ["unclear", "unclear-mark"]],
    ["#N/A", ["unclear", "nil-or-missing"]],
    ["NULL", ["unclear", "nil-or-missing"]],
    ["–", ["unclear", "nil-or-missing"]],
    ["lots", ["unclear", "unread-words"]],
    ["data to follow", ["missing", "placeholder"]],
    ["See tab 2", ["missing", "placeholder"]],
    ["tbc", ["missing", "placeholder"]],
    ["not recorded", "missing"],
    ["Unable to provide", "missing"],
    ["", "missing"],
    ["...", "missing"],
    ["…", "missing"],
    ["T.B.C.", ["missing", "placeholder"]],
    ["-s40", ["unclear", "withheld"]],
    ["We do not hold this", "not-held"],
    ["not-held", "not-held"],
    ["No data held", "not-held"],
    ["Not held.", "not-held"],
    ["s1(1)(a)", "not-held"],
    ["s.1(1)(a)", "not-held"],
    ["Section 1(1)(a) FOIA", "not-held"],
    ["twenty-one children", ["unclear", "unread-words"]],
    ["Not applicable", "not-applicable"],
    ["service not commissioned", "not-applicable"],
  ])("%j", (raw, said) => expect(read(raw)).toEqual(said));

  test.each([
    ["section 12", "s12"],
    ["refused s14", "s14"],
    ["Refused under section 40(2)", "s40(2)"],
    ["withheld s22", "s22"],
    ["<5 (s12)", "s12"],
    ["s14(1)", "s14(1)"],
    ["exceeds the cost limit", null],
    ["Refused", null],
  ])("%s is a refusal", (raw, section) => expect(readCount(raw).count).toEqual({ kind: "refused", section }));
});

describe("what must be fixed", () => {
  test.each([
    ["1.234", "decimal-value"],
    ["1,23", "decimal-value"],
    ["0,123", "decimal-value"],
    ["1.000", "decimal-value"],
    ["1.234,00", "decimal-value"],
    ["12½", "decimal-value"],
    ["% 12", "percentage-value"],
    ["(-3)", "negative-value"],
    ["0099999", "sentinel-value"],
    ["7 per cent", "percentage-value"],
    ["<5%", "percentage-value"],
    ["(3)", "negative-value"],
    ["–5", "negative-value"],
    ["3-", "negative-value"],
    ["minus 3", "negative-value"],
    ["-1", "sentinel-value"],
    ["-99", "sentinel-value"],
    ["99999", "sentinel-value"],
    ["9,999", "sentinel-value"],
    ["1e5", "scientific-notation"],
    ["4.56E+04", "scientific-notation"],
    ["04/Apr", "excel-date-value"],
    ["1/4", "excel-date-value"],
    ["41000", "excel-date-value"],
    ["#VALUE!", "spreadsheet-error"],
    ["Err:502", "spreadsheet-error"],
    ["###", "spreadsheet-error"],
    ['="12"', "formula"],
    ["@SUM(A1)", "formula"],
    ["+B2+B3", "formula"],
    ["-SUM(A1)", "formula"],
    ["+SUM(A1:A3)", "formula"],
    ["-$C$4", "formula"],
    ["+(B2+B3)/2", "formula"],
    ["+'Team 1'!B2", "formula"],
    ["+2+3", "formula"],
    ["-3", "negative-value"],
    ["✓", "answer-to-question-1"],
    ["0-12m: <5, 12-24m: 7", "several-figures"],
    ["5 7", "several-figures"],
    ["123456789", "impossible-count"],
    ["9-5", "backward-range"],
    ["five to one", "backward-range"],
    ["1\u00012", "damaged-value"],
  ])("%j is %s", (raw, problem) => {
    expect(readCount(raw).problem).toBe(problem);
    expect(readCount(raw).count).toEqual({ kind: "missing" });
  });

  test("five figures may be a count where all ages are counted, and in the way no date is written", () => {
    expect(readCount("45627", "all").count).toEqual({ kind: "exact", value: 45627 });
    expect(readCount("45,627").count).toEqual({ kind: "exact", value: 45627 });
    expect(readCount("39999").count).toEqual({ kind: "exact", value: 39999 });
  });
});

describe("any text", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.stringMatching(/^[0-9<>=.,()*\-–%# a-zS]{0,14}$/),
    fc.constantFrom("__proto__", "constructor", "toString", "a".repeat(100_000), "1".repeat(400)),
  );

  test("gets an answer, and a number only where it holds one", () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { count } = readCount(raw);
        const words =
          /\d|[０-９]|nil|none|zero|nought|ø|\bno\b|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|twenty|forty|fifty|single|double|k/i;
        if (count.kind === "exact" || count.kind === "range") expect(raw.normalize("NFKC")).toMatch(words);
      }),
    );
  });

  test("a fault never comes with a figure", () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { count, problem } = readCount(raw);
        if (problem !== null && CATALOGUE[problem].severity === "must-fix") expect(count.kind).toBe("missing");
      }),
    );
  });

  test("whole numbers mean themselves", () => {
    const figure = fc.integer({ min: 0, max: 39_998 }).filter((value) => !/^9{3,}$/.test(String(value)));
    fc.assert(
      fc.property(figure, (value) => {
        expect(read(String(value))).toBe(value);
      }),
    );
  });

  test("a stated range means its ends", () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), fc.nat({ max: 500 }), (lo, width) => {
        expect(readCount(`${lo} to ${lo + width}`).count).toEqual({ kind: "range", lo, hi: lo + width });
        expect(readCount(`<${lo + 1}`).count).toEqual({ kind: "range", lo: 0, hi: lo });
      }),
    );
  });
});
