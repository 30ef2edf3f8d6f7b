import { describe, expect, test } from "vitest";
import {
  answerAs,
  type Explanation,
  explained,
  explanationInWords,
  questionsInWords,
  standing,
  withExplanation,
} from "./explanations";
import { readAnswers } from "./read-answers";
import { type AnswerTexts, NO_TEXTS, withText, writtenOf } from "./texts";

const TEXTS: AnswerTexts = {
  "0-12m": { takes: "yes", referred: "12", accessed: "9", notes: "" },
  "12-24m": { takes: "yes", referred: "9", accessed: "7", notes: "" },
  "24-36m": { takes: "no", referred: "", accessed: "", notes: "" },
  all: { takes: "", referred: "2140", accessed: "1675", notes: "From RiO" },
};
const figuresOf = (texts: AnswerTexts) => readAnswers("ZD01", writtenOf(texts, null), null).figures;
const notHeld = (...questions: Explanation["questions"]): Explanation => {
  return { kind: "not-held", questions, holder: { ods: "ZD07", name: "Northgate Trust" }, words: "" };
};
const refused = (...questions: Explanation["questions"]): Explanation => {
  return { kind: "refused", questions, section: "s12", words: "It would take 40 hours." };
};

test("an answer to a question fills every cell of it, and no other", () => {
  const texts = withExplanation(withExplanation(TEXTS, notHeld(2)), refused(4));
  expect(texts["0-12m"]).toEqual({ takes: "yes", referred: "not held", accessed: "9", notes: "" });
  expect(texts.all).toEqual({ takes: "", referred: "refused s12", accessed: "refused s12", notes: "From RiO" });
  const { figures, problems } = readAnswers("ZD01", writtenOf(texts, null), null);
  expect(figures.bands["24-36m"].referred).toEqual({ kind: "not-held" });
  expect(figures.all.accessed).toEqual({ kind: "refused", section: "s12" });
  expect(problems.filter(({ severity }) => severity === "must-fix")).toEqual([]);
});

describe("an answer as a whole", () => {
  test.each<[string, AnswerTexts, string]>([
    ["figures", TEXTS, "responded"],
    ["question 1 alone", withExplanation(TEXTS, refused(2, 3, 4)), "part-answered"],
    ["a question not held", withExplanation(TEXTS, notHeld(3)), "part-answered"],
    ["one cell not held", withText(TEXTS, { line: "0-12m", entry: "referred" }, "not held"), "responded"],
    ["nothing held", withExplanation(NO_TEXTS, notHeld(1, 2, 3, 4)), "not-held"],
    ["everything refused", withExplanation(NO_TEXTS, refused(1, 2, 3, 4)), "refused"],
    [
      "part refused, the rest not held",
      withExplanation(withExplanation(NO_TEXTS, notHeld(1, 2)), refused(3, 4)),
      "refused",
    ],
  ])("of %s", (_, texts, as) => expect(answerAs(figuresOf(texts))).toBe(as));
});

test("a newer explanation takes the place of an older one for its questions", () => {
  expect(explained([notHeld(1, 2), refused(4)], refused(2))).toEqual([notHeld(1), refused(4), refused(2)]);
  expect(explained([notHeld(2)], refused(2, 3))).toEqual([refused(2, 3)]);
});

test("an explanation stands for as long as the figures bear it out", () => {
  const texts = withExplanation(TEXTS, notHeld(2, 3));
  expect(standing([notHeld(2, 3)], figuresOf(texts))).toEqual([notHeld(2, 3)]);
  const counted = { ...texts, "0-12m": { ...texts["0-12m"], accessed: "4" } };
  expect(standing([notHeld(2, 3)], figuresOf(counted))).toEqual([notHeld(2, 3)]);
  expect(standing([notHeld(2, 3), refused(4)], figuresOf(TEXTS))).toEqual([]);
});

test("is told in words", () => {
  expect(questionsInWords([1, 2, 3, 4])).toBe("All four questions");
  expect(questionsInWords([2])).toBe("Question 2");
  expect(questionsInWords([1, 2, 4])).toBe("Questions 1, 2 and 4");
  expect(explanationInWords(notHeld(2))).toBe("Not held. Ask Northgate Trust.");
  expect(explanationInWords(refused(2))).toBe("Refused under section 12. “It would take 40 hours.”");
});
