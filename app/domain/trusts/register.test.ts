import { expect, test } from "vitest";
import { registerOf, trustByOds, trustsNamed } from "./register";
import type { Trust } from "./trust";

const trust = (ods: string, name: string): Trust => {
  return { ods, name, region: "London", opened: null, closed: null, successor: null, breaks: [] };
};

const REGISTER = registerOf(
  [
    trust("RV5", "South London and Maudsley NHS Foundation Trust"),
    trust("RQY", "South West London and St George's Mental Health NHS Trust"),
    trust("RXV", "Greater Manchester Mental Health NHS Foundation Trust"),
    trust("RNK", "Tavistock and Portman NHS Foundation Trust"),
  ],
  new Map([
    ["RV5", ["SLaM"]],
    ["RNK", ["Tavistock"]],
  ]),
);
const named = (words: string) => trustsNamed(REGISTER, words).map(({ ods }) => ods);

test("a code is found however it is cased and spaced", () => {
  expect(trustByOds(REGISTER, " rv5 ")?.ods).toBe("RV5");
});

test("a letter O is never taken for a zero", () => {
  expect(trustByOds(REGISTER, "RVO")).toBeNull();
});

test("official names and aliases read the same without case, punctuation, The and &", () => {
  expect(named("slam")).toEqual(["RV5"]);
  expect(named("South London & Maudsley NHS Foundation Trust")).toEqual(["RV5"]);
  expect(named("South West London and St. Georges Mental Health NHS Trust")).toEqual(["RQY"]);
  expect(named("The Tavistock and Portman NHS Foundation Trust")).toEqual(["RNK"]);
});

test("an area is not a trust, and nothing is nobody", () => {
  expect(named("Greater Manchester")).toEqual([]);
  expect(named(" ")).toEqual([]);
});

test("a name that two trusts share finds both", () => {
  const register = registerOf([trust("AAA", "Same NHS Trust"), trust("BBB", "SAME NHS trust")]);
  expect(trustsNamed(register, "Same NHS Trust")).toHaveLength(2);
});
