import { expect, test } from "vitest";
import { readSearch } from "./search";

const search = (texts: Readonly<Record<string, string>>) => readSearch((name) => texts[name] ?? null);
const EVERYTHING = { person: "", trust: "", did: "", outcome: "", from: "", to: "" };

test("a search is read from its texts", () => {
  const texts = {
    person: "cm1abc",
    trust: "ZD01",
    did: "return-declared",
    outcome: "refused",
    from: "2026-03-29",
    to: "2026-10-25",
  };
  expect(search(texts)).toEqual(texts);
  expect(search({ person: "nobody" })).toEqual({ ...EVERYTHING, person: "nobody" });
  expect(search({})).toEqual(EVERYTHING);
});

test.each([
  ["person", "' OR 1"],
  ["person", "a\nb"],
  ["person", "x".repeat(41)],
  ["trust", "zd01"],
  ["trust", "ZD01ZD01"],
  ["did", "constructor"],
  ["did", "Return declared"],
  ["outcome", "maybe"],
  ["from", "2026-02-30"],
  ["to", "9999-12-31"],
  ["to", "1999-12-31"],
])("%s=%s is left out", (name, text) => {
  expect(search({ [name]: text })).toEqual(EVERYTHING);
});
