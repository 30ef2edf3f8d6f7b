import { expect, test } from "vitest";
import { codeMistyped, readOdsCode } from "./ods-code";

test.each([
  ["ZD01", "ZD01"],
  ["zd06 ", "ZD06"],
  ["RV5\u00A0", "RV5"],
  ["\u200Bg6v2s", "G6V2S"],
])("%j is %s", (raw, code) => expect(readOdsCode(raw)).toBe(code));

test.each([
  ["a Cyrillic letter", "ZD0\u0406"],
  ["a long s, which is S in upper case", "\u017FD01"],
  ["a dotless i", "Z\u01311"],
  ["full-width letters", "ＺＤ０１"],
  ["too short", "RV"],
  ["too long", "RV5RV5R"],
  ["a dash", "RV-5"],
  ["a control character", "RV5\u0001"],
  ["nothing", ""],
])("%s is no code", (_, raw) => expect(readOdsCode(raw)).toBeNull());

test("a letter for a figure is asked about, never put right", () => {
  const register = new Map([["RT0", "Northgate"]]);
  expect(readOdsCode("RTO")).toBe("RTO");
  expect(codeMistyped("RTO", register)).toBe("RT0");
  expect(codeMistyped("RXX", register)).toBeNull();
});
