import { expect, test } from "vitest";
import type { PublishedCell } from "./cell";
import { publishedAccessPerTen, publishedShare } from "./derived";
import type { PublishedMeasure } from "./published-measure";

const value = (exact: number): PublishedCell => ({ status: "value", value: exact });
const range = (lo: number, hi: number | null): PublishedCell => ({ status: "range", lo, hi });
const HIDDEN: PublishedCell = { status: "[c]" };
const BLANK: PublishedCell = { status: "[x]", why: "left blank" };
const NOT_TAKEN: PublishedCell = { status: "[z]", why: "age not taken" };

const measure = (
  total: PublishedCell,
  all: PublishedCell = value(2400),
  band: PublishedCell = value(0),
): PublishedMeasure => {
  return { bands: { "0-12m": band, "12-24m": value(0), "24-36m": value(0) }, total, all };
};

test.each([
  ["two exact counts", value(9), value(8586), { status: "value", value: 9 / 8586 }],
  ["a true zero", value(0), value(2400), { status: "value", value: 0 }],
  ["a range is rounded outwards", range(2, 8), value(4595), { status: "range", lo: 0.00043, hi: 0.0018 }],
  ["a range of totals", value(9), range(2398, 2402), { status: "range", lo: 0.0037, hi: 0.0038 }],
  ["a hidden total", value(9), HIDDEN, { status: "[c]" }],
  ["a blank", BLANK, value(2400), BLANK],
  ["no age taken", NOT_TAKEN, value(2400), NOT_TAKEN],
  ["nobody referred at all", value(0), value(0), { status: "[z]", why: "nobody to divide by" }],
  ["a total that may be 0", range(0, 4), range(0, 4), { status: "[x]", why: "no exact figure" }],
] as const)("share: %s", (_, total, all, cell) => {
  expect(publishedShare(measure(total, all))).toEqual(cell);
});

test.each([
  ["two exact totals", value(10), value(14), { status: "value", value: 14 }],
  ["nobody had access", value(20), value(0), { status: "value", value: 0 }],
  ["nobody was referred", value(0), value(7), { status: "[z]", why: "nobody to divide by" }],
  ["fewer than 10 were", value(9), value(7), { status: "[x]", why: "fewer than 10 referred" }],
  ["a range the trust gave", range(20, 24), value(7), { status: "[x]", why: "no exact figure" }],
  ["a blank", value(20), BLANK, BLANK],
] as const)("access per 10 referred: %s", (_, referred, accessed, cell) => {
  expect(publishedAccessPerTen(measure(referred), measure(accessed))).toEqual(cell);
});

test("access per 10 is confidential where a total is a range because a band is hidden", () => {
  expect(publishedAccessPerTen(measure(value(20)), measure(range(1, 4), value(900), HIDDEN))).toEqual(HIDDEN);
});
