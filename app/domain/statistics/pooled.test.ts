import { expect, test } from "vitest";
import { accessTotals, pooled } from "./pooled";

const exactly = (value: number) => ({ lo: value, hi: value });

test("sums and share are over the trusts where both totals are known", () => {
  const answered = [
    { referred02: { lo: 3, hi: 12 }, referred018: exactly(2400), accessed02: exactly(2) },
    { referred02: exactly(7), referred018: exactly(600), accessed02: null },
    { referred02: null, referred018: exactly(900), accessed02: exactly(5) },
    { referred02: exactly(50), referred018: null, accessed02: exactly(30) },
  ];
  expect(pooled(answered)).toEqual({
    trusts: 2,
    referred02: { lo: 10, hi: 19 },
    referred018: { lo: 3000, hi: 3000 },
    share: { lo: 10 / 3000, hi: 19 / 3000 },
    accessed02: { lo: 2, hi: 2 },
    accessedTrusts: 1,
  });
});

test("nobody to pool: sums of nothing, and no share", () => {
  expect(pooled([])).toMatchObject({ trusts: 0, referred02: { lo: 0, hi: 0 }, share: null });
});

test("a total without an upper end leaves the sum without one, and the share at 1 at most", () => {
  const answered = [{ referred02: { lo: 101, hi: null }, referred018: exactly(1000), accessed02: null }];
  expect(pooled(answered)).toMatchObject({ referred02: { lo: 101, hi: null }, share: { lo: 0.101, hi: 1 } });
});

test("access is added over the trusts where both accessed totals are known", () => {
  const answered = [
    { accessed02: { lo: 0, hi: 4 }, accessed018: exactly(1000) },
    { accessed02: exactly(9), accessed018: null },
  ];
  expect(accessTotals(answered)).toEqual({
    trusts: 1,
    accessed02: { lo: 0, hi: 4 },
    accessed018: { lo: 1000, hi: 1000 },
    share: { lo: 0, hi: 0.004 },
  });
});
