import { expect, test } from "vitest";
import { differencesBetween } from "./difference";
import { readAnswers } from "./read-answers";
import { type AnswerTexts, withText, writtenOf } from "./texts";

const TEXTS: AnswerTexts = {
  "0-12m": { takes: "yes", referred: "12", accessed: "9", notes: "" },
  "12-24m": { takes: "yes", referred: "9", accessed: "7", notes: "" },
  "24-36m": { takes: "no", referred: "", accessed: "", notes: "" },
  all: { takes: "", referred: "2140", accessed: "1675", notes: "From RiO" },
};
const answers = (texts: AnswerTexts) => ({ texts, figures: readAnswers("ZD01", writtenOf(texts, null), null).figures });

test("two versions that say the same differ in nothing, however they say it", () => {
  const said = withText(
    withText(TEXTS, { line: "0-12m", entry: "takes" }, "Y"),
    { line: "all", entry: "referred" },
    "2,140",
  );
  expect(differencesBetween(answers(TEXTS), answers(said))).toEqual([]);
});

test("each answer that differs is told in words, in the order of the questions", () => {
  const first = withText(TEXTS, { line: "0-12m", entry: "referred" }, "<5");
  const second = withText(first, { line: "24-36m", entry: "takes" }, "Consultation only");
  const third = withText(second, { line: "all", entry: "notes" }, "From SystmOne");
  expect(differencesBetween(answers(TEXTS), answers(third))).toEqual([
    { line: "24-36m", entry: "takes", from: "No", to: "In part: “Consultation only”" },
    { line: "0-12m", entry: "referred", from: "12", to: "0 to 4" },
    { line: "24-36m", entry: "referred", from: "not applicable", to: "not answered" },
    { line: "24-36m", entry: "accessed", from: "not applicable", to: "not answered" },
    { line: "all", entry: "notes", from: "From RiO", to: "From SystmOne" },
  ]);
});

test("notes are not compared with those of a version that kept none", () => {
  const { figures } = answers(TEXTS);
  expect(differencesBetween({ figures, texts: null }, answers(TEXTS))).toEqual([]);
});
