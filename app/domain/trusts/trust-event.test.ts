import { expect, test } from "vitest";
import { day } from "../calendar/day";
import { registerOf } from "./register";
import type { Trust } from "./trust";
import { type TrustEvent, withEvents } from "./trust-event";

const trust = (ods: string, changes: Partial<Trust> = {}): Trust => {
  return { ods, name: ods, region: "London", opened: null, closed: null, successor: null, breaks: [], ...changes };
};
const event = (on: string, type: string, from: string, to: string): TrustEvent => ({
  on,
  type,
  from,
  to,
  toName: `${to} Trust`,
});
const breaksAfter = (...events: TrustEvent[]) => {
  const register = withEvents(registerOf([trust("RW1"), trust("RAT"), trust("RXY")]), events);
  return Object.fromEntries(
    [...register.trusts.values()].filter(({ breaks }) => breaks.length > 0).map(({ ods, breaks }) => [ods, breaks]),
  );
};

test("a new code gets a row, named and opened by the merger that made it", () => {
  const register = registerOf([
    trust("RRP", { closed: day("2024-10-31"), successor: "G6V2S" }),
    trust("RNK", { closed: day("2026-03-31"), successor: "G6V2S" }),
  ]);
  const merged = withEvents(register, [
    event("2026-04-01", "acquisition", "RNK", "G6V2S"),
    event("2024-11-01", "merger (new code)", "RRP", "G6V2S"),
  ]);
  expect(merged.trusts.get("G6V2S")).toEqual({ ...trust("G6V2S"), name: "G6V2S Trust", opened: "2024-11-01" });
});

test("a merger breaks nothing: its trusts' figures are added", () => {
  const merged = withEvents(registerOf([trust("RRP", { successor: "RNK" }), trust("RNK")]), [
    event("2024-11-01", "acquisition", "RRP", "RNK"),
  ]);
  expect(merged.trusts.get("RNK")?.breaks).toEqual([]);
});

test("a service that moved breaks both trusts, in the reporting year of the move", () => {
  expect(breaksAfter(event("2026-03-31", "service move", "RAT", "RXY"))).toEqual({
    RAT: ["2025-26"],
    RXY: ["2025-26"],
  });
});

test("taking over an organisation that the register does not hold breaks the trust that took over", () => {
  expect(breaksAfter(event("2024-10-01", "acquisition+rename", "R1C", "RW1"))).toEqual({ RW1: ["2024-25"] });
});

test("a move known by its year alone breaks both reporting years it may lie in; by its month, one", () => {
  expect(breaksAfter(event("2026", "service move", "RAT", "RXY"))).toEqual({
    RAT: ["2025-26", "2026-27"],
    RXY: ["2025-26", "2026-27"],
  });
  expect(breaksAfter(event("2019-10", "service move", "R1F", "RW1"))).toEqual({ RW1: ["2019-20"] });
});

test("renames and boundaries break nothing", () => {
  expect(
    breaksAfter(event("2025-10-13", "rename", "RXY", "RXY"), event("2026-04-01", "ICB boundary", "QMJ", "RAT")),
  ).toEqual({});
});
