import { expect, test } from "vitest";
import { day } from "../calendar/day";
import { reportingYear } from "../calendar/reporting-year";
import { registerOf } from "./register";
import type { Trust } from "./trust";
import { breaksBetween, isOpenOn, membersIn, membersOf, successorsCircle, unitOf } from "./unit";

const trust = (ods: string, changes: Partial<Trust> = {}): Trust => {
  return { ods, name: ods, region: "London", opened: null, closed: null, successor: null, breaks: [], ...changes };
};
const codes = (trusts: readonly Trust[]) => trusts.map(({ ods }) => ods);

const CHAIN = registerOf([
  trust("AAA", { closed: day("2020-03-31"), successor: "BBB" }),
  trust("BBB", { opened: day("2020-04-01"), closed: day("2024-03-31"), successor: "CCC" }),
  trust("CCC", { opened: day("2024-04-01") }),
  trust("DDD"),
]);

test("the unit of a trust is its latest successor", () => {
  expect(["AAA", "BBB", "CCC", "DDD"].map((ods) => unitOf(CHAIN, ods))).toEqual(["CCC", "CCC", "CCC", "DDD"]);
});

test("a code the register does not know is its own unit, and so is a successor without a row", () => {
  expect(unitOf(CHAIN, "ZZZ")).toBe("ZZZ");
  expect(unitOf(registerOf([trust("AAA", { successor: "ZZZ" })]), "AAA")).toBe("ZZZ");
});

test("successors in a circle end: all of the circle are one unit, and it is found out", () => {
  const circle = registerOf([
    trust("LED", { successor: "CCC" }),
    trust("CCC", { successor: "BBB" }),
    trust("BBB", { successor: "AAA" }),
    trust("AAA", { successor: "CCC" }),
    trust("OWN", { successor: "OWN" }),
  ]);
  expect(["LED", "AAA", "BBB", "CCC", "OWN"].map((ods) => unitOf(circle, ods))).toEqual([
    "AAA",
    "AAA",
    "AAA",
    "AAA",
    "OWN",
  ]);
  expect(successorsCircle(circle)).toEqual(["CCC", "BBB", "AAA", "OWN"]);
  expect(successorsCircle(CHAIN)).toEqual([]);
});

test("a unit has members whenever they existed, and those of a year are open on its last day", () => {
  expect(codes(membersOf(CHAIN, "CCC"))).toEqual(["AAA", "BBB", "CCC"]);
  expect(codes(membersIn(CHAIN, "CCC", reportingYear("2019-20")))).toEqual(["AAA"]);
  expect(codes(membersIn(CHAIN, "CCC", reportingYear("2023-24")))).toEqual(["BBB"]);
  expect(codes(membersIn(CHAIN, "CCC", reportingYear("2024-25")))).toEqual(["CCC"]);
});

test("a trust is open on its first and on its last day", () => {
  const [, middle] = [...CHAIN.trusts.values()];
  const open = ["2020-03-31", "2020-04-01", "2024-03-31", "2024-04-01"].map((on) =>
    isOpenOn(middle ?? trust("?"), day(on)),
  );
  expect(open).toEqual([false, true, true, false]);
});

test("a break counts after the earlier year and up to the later one, whichever member it stands on", () => {
  const register = registerOf([
    trust("AAA", { successor: "BBB", breaks: [reportingYear("2023-24")] }),
    trust("BBB", { breaks: [reportingYear("2024-25")] }),
  ]);
  const between = (from: string, to: string) => breaksBetween(register, "BBB", reportingYear(from), reportingYear(to));
  expect(between("2022-23", "2023-24")).toEqual(["2023-24"]);
  expect(between("2022-23", "2024-25")).toEqual(["2023-24", "2024-25"]);
  expect(between("2024-25", "2025-26")).toEqual([]);
});
