import { expect, test } from "vitest";
import type { Category } from "./acceptance";
import { referralSize } from "./referral-size";

const trust = (lo: number, hi: number | null, category: Category = "any") => ({ category, referred02: { lo, hi } });

test.each([
  [3, 12, [0, 1], [0, 1], [0, 0], [0, 0]],
  [2, 8, [1, 1], [0, 0], [0, 0], [0, 0]],
  [10, 10, [1, 1], [0, 0], [0, 0], [0, 0]],
  [11, 11, [0, 0], [1, 1], [0, 0], [0, 0]],
  [50, 51, [0, 0], [0, 1], [0, 1], [0, 0]],
  [0, 120, [0, 1], [0, 1], [0, 1], [0, 1]],
  [101, null, [0, 0], [0, 0], [0, 0], [1, 1]],
  [99, null, [0, 0], [0, 0], [0, 1], [0, 1]],
])("%i to %s is certainly and possibly in each class", (lo, hi, small, medium, large, largest) => {
  const { classes } = referralSize([trust(lo, hi)]);
  expect(Object.values(classes).map(({ certain, possible }) => [certain, possible])).toEqual([
    small,
    medium,
    large,
    largest,
  ]);
});

test("the base is the trusts that take children aged 0–2; those without a known total are in no class", () => {
  const answered = [
    trust(0, 0, "none"),
    trust(4, 4, "partial"),
    trust(7, 7),
    { category: "any", referred02: null },
  ] as const;
  expect(referralSize(answered)).toMatchObject({
    of: 2,
    notKnown: 1,
    classes: { "0-10": { certain: 1, possible: 1 } },
  });
});
