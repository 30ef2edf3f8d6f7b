import { expect, test } from "vitest";
import { footnoteFault } from "./footnote";

test.each([
  "Figures for 2024–25 leave out one clinic, which moved to another trust in 2024.",
  "Referrals from two teams were counted by each of them until the merger of 2023/24.",
  "The trust counts a child once, however often it was referred.",
  "Counted by the day the referral was received; the return of 2025-26 was by the day it was accepted.",
  "One team’s referrals were left out.",
  "From 2025 on, children under a year old are seen by the parent-infant team.",
  "Both services count children in the same way.",
])("may be published: %s", (text) => {
  expect(footnoteFault(text)).toBeNull();
});

const FIGURES = /^Take out every figure but years/;
const COUNTED = /^Say it without a number of children/;
test.each<[string, RegExp]>([
  ["   ", /^Write a sentence/],
  ["First line.\nSecond line.", /^Write it on one line/],
  ["First line.\u2028Second line.", /^Write it on one line/],
  ["a".repeat(301), /^Shorten it to 300 characters/],
  ["Ask foi@trust.nhs.uk about this.", /^Take out the email address/],
  ["Call 020 7946 0123 about this.", /^Take out the telephone or NHS number/],
  ["NHS number 943 476 5919 was counted twice.", /^Take out the telephone or NHS number/],
  ["3 were counted twice.", FIGURES],
  ["The figure was ٣.", FIGURES],
  ["It was ½ of what it should be.", FIGURES],
  ["The figures of 2020–03 are wrong.", FIGURES],
  ["There were 2,025 of them.", FIGURES],
  ["Since 1 April 2025 the trust is another.", FIGURES],
  ["Counted at 20251 and more.", FIGURES],
  ["Three children were counted twice.", COUNTED],
  ["One of the babies was counted twice.", COUNTED],
  ["Two or three further referrals were found.", COUNTED],
  ["A single child was left out.", COUNTED],
  ["A couple of babies were left out.", COUNTED],
  ["Both of the children were counted twice.", COUNTED],
  ["twenty-one referrals", COUNTED],
  ["Referrals fell from seven to three.", COUNTED],
  ["The number of babies was four, as was said by letter.", COUNTED],
  ["Children: two.", COUNTED],
  ["The figure should be three, not five.", COUNTED],
])("may not: %s", (text, fault) => {
  expect(footnoteFault(text)).toMatch(fault);
});

test("no refusal repeats what was written", () => {
  expect(footnoteFault("Seven children were counted twice.")).not.toContain("even children");
});
