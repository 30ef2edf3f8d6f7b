import { expect, test } from "vitest";
import { nameFault } from "./name-rules";

const ON_ONE_LINE = "Write your name on one line, without angle brackets or invisible characters.";

test.each(["Ann", "Ann O’Neill-Ẹkúndayọ̀", "王小明", "Head of Information (acting)", ""])("%s is a name", (typed) => {
  expect(nameFault(typed, "your name")).toBeNull();
});

test.each([
  ["a line break", "Ann\nYour password expires today"],
  ["a carriage return", "Ann\rBcc: bob@example.nhs.uk"],
  ["a tab", "Ann\tBell"],
  ["a line separator", "Ann\u2028Bell"],
  ["a paragraph separator", "Ann\u2029Bell"],
  ["a mark that turns the direction of writing", "Ann \u202Ekcab"],
  ["a space of no width", "An\u200Bn"],
  ["angle brackets", "Ann <bob@example.nhs.uk>"],
])("F15: %s is not in a name", (_what, typed) => {
  expect(nameFault(typed, "your name")).toBe(ON_ONE_LINE);
});

test("a name has at most 120 characters, and the sentence says whose it is", () => {
  expect(nameFault("a".repeat(120), "their name")).toBeNull();
  expect(nameFault("a".repeat(121), "their name")).toBe("Their name is longer than 120 characters. Shorten it.");
  expect(nameFault("a".repeat(121), "your job title")).toBe(
    "Your job title is longer than 120 characters. Shorten it.",
  );
});
