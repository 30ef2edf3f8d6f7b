import { expect, test } from "vitest";
import type { AgeBand, Takes } from "../returns/return";
import { acceptance, categoryOf, takesAll } from "./acceptance";

const bands = (a: Takes, b: Takes, c: Takes): Record<AgeBand, Takes> => ({ "0-12m": a, "12-24m": b, "24-36m": c });
const trust = (a: Takes, b: Takes, c: Takes) => ({ category: categoryOf(bands(a, b, c)), takes: bands(a, b, c) });

test.each([
  ["yes", "yes", "yes", "any", true],
  ["no", "no", "yes", "any", false],
  ["not-held", "missing", "yes", "any", false],
  ["yes", "partial", "yes", "any", false],
  ["no", "no", "partial", "partial", false],
  ["not-held", "partial", "no", "partial", false],
  ["no", "no", "no", "none", false],
  ["no", "no", "not-held", "unknown", false],
  ["no", "unclear", "no", "unknown", false],
  ["missing", "missing", "missing", "unknown", false],
] as const)("%s, %s, %s is %s (all three: %s)", (a, b, c, category, all) => {
  expect(categoryOf(bands(a, b, c))).toBe(category);
  expect(takesAll(bands(a, b, c))).toBe(all);
});

test("a trust that answered without saying leaves the known ones, and widens the bounds like a silent one", () => {
  const answered = [
    trust("yes", "yes", "yes"),
    trust("no", "partial", "yes"),
    trust("no", "no", "partial"),
    trust("no", "no", "no"),
    trust("no", "no", "not-held"),
    trust("missing", "unclear", "missing"),
  ];
  const counted = acceptance(answered, 8);
  expect(counted).toMatchObject({ known: 4, unknown: 2 });
  expect(counted.any).toMatchObject({ yes: 2, known: 4, inScope: 8, share: 0.5, bounds: { lo: 0.25, hi: 0.75 } });
  expect([counted.all.yes, counted.partial.yes, counted.none.yes]).toEqual([1, 1, 1]);
});

test("every answer at an age is counted once, and its share is of those that say", () => {
  const answered = [trust("yes", "no", "yes"), trust("not-held", "no", "yes"), trust("unclear", "partial", "no")];
  const { byBand } = acceptance(answered, 4);
  expect(byBand["0-12m"]).toMatchObject({ yes: 1, no: 0, partial: 0, notHeld: 1, notKnown: 1 });
  expect(byBand["0-12m"].share).toMatchObject({ yes: 1, known: 1, inScope: 4, bounds: { lo: 0.25, hi: 1 } });
  expect(byBand["12-24m"]).toMatchObject({ yes: 0, no: 2, partial: 1, notHeld: 0, notKnown: 0 });
  expect(byBand["24-36m"].share.share).toBe(2 / 3);
});
