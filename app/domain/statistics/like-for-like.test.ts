import { expect, test } from "vitest";
import { day } from "../calendar/day";
import { reportingYear } from "../calendar/reporting-year";
import type { Interval } from "../count/count";
import { registerOf } from "../trusts/register";
import type { Trust } from "../trusts/trust";
import { changeInWords } from "./in-words";
import { likeForLike, type PanelAnswer, type PanelYear, unitFigure } from "./like-for-like";

const trust = (ods: string, changes: Partial<Trust> = {}): Trust => {
  return { ods, name: ods, region: "London", opened: null, closed: null, successor: null, breaks: [], ...changes };
};
const answered = (ods: string, figure: number | Interval | null): PanelAnswer => {
  const referred02 = typeof figure === "number" ? { lo: figure, hi: figure } : figure;
  return { ods, transferred: false, responded: true, referred02 };
};
const silent = (ods: string): PanelAnswer => ({ ods, transferred: false, responded: false, referred02: null });
const transferred = (ods: string): PanelAnswer => ({ ...silent(ods), transferred: true });
const inYear = (year: string, ...answers: PanelAnswer[]): PanelYear => ({ year: reportingYear(year), answers });
const exactly = (value: number) => ({ lo: value, hi: value });

const FOUR = registerOf(["AAA", "BBB", "CCC", "DDD"].map((ods) => trust(ods)));

test("one new large responder does not change the like-for-like story", () => {
  const before = inYear("2022-23", answered("AAA", 10), answered("BBB", 20), answered("CCC", 5), silent("DDD"));
  const after = inYear("2023-24", answered("AAA", 12), silent("BBB"), answered("CCC", 9), answered("DDD", 40));
  const compared = likeForLike(FOUR, before, after);
  expect(compared.units).toEqual(["AAA", "CCC"]);
  expect(compared.referred02).toEqual({ from: exactly(15), to: exactly(21) });
  expect(changeInWords(compared.relative ?? exactly(0))).toBe("+40.0%");
  expect(compared.allResponders).toEqual({
    from: { units: 3, referred02: exactly(35) },
    to: { units: 3, referred02: exactly(61) },
  });
  expect([compared.joined, compared.left, compared.broken]).toEqual([["DDD"], ["BBB"], []]);
});

test("an empty panel has sums of nothing and no change", () => {
  const compared = likeForLike(FOUR, inYear("2022-23", answered("AAA", 1)), inYear("2023-24", answered("BBB", 2)));
  expect(compared).toMatchObject({ units: [], referred02: { from: exactly(0), to: exactly(0) }, relative: null });
});

const NORTH_LONDON = registerOf([
  trust("TAF", { closed: day("2024-10-31"), successor: "G6V2S" }),
  trust("RRP", { closed: day("2024-10-31"), successor: "G6V2S" }),
  trust("RNK", { closed: day("2026-03-31"), successor: "G6V2S" }),
  trust("G6V2S", { opened: day("2024-11-01") }),
]);

test("North London: 44 in 2022–23 through its predecessors, 50 in 2026–27, +13.6%", () => {
  const before = inYear("2022-23", transferred("TAF"), answered("RRP", 14), answered("RNK", 30));
  const after = inYear("2026-27", answered("G6V2S", 50));
  const compared = likeForLike(NORTH_LONDON, before, after);
  expect(compared.units).toEqual(["G6V2S"]);
  expect(compared.referred02).toEqual({ from: exactly(44), to: exactly(50) });
  expect(changeInWords(compared.relative ?? exactly(0))).toBe("+13.6%");
});

test("between the mergers the unit is the successor and the trust that had not joined yet", () => {
  expect(unitFigure(NORTH_LONDON, "G6V2S", inYear("2024-25", answered("G6V2S", 20), answered("RNK", 30)))).toEqual(
    exactly(50),
  );
  expect(unitFigure(NORTH_LONDON, "G6V2S", inYear("2024-25", answered("G6V2S", 20)))).toBeNull();
});

test("a closed member that answered for its part of the year is added", () => {
  const year = inYear("2024-25", answered("G6V2S", 20), answered("RNK", 30), answered("RRP", 4));
  expect(unitFigure(NORTH_LONDON, "G6V2S", year)).toEqual(exactly(54));
});

test.each([
  ["silent", silent("RNK")],
  ["without a known figure", answered("RNK", null)],
])("a predecessor that is %s takes the unit out of the panel", (_, rnk) => {
  expect(unitFigure(NORTH_LONDON, "G6V2S", inYear("2022-23", transferred("TAF"), answered("RRP", 14), rnk))).toBeNull();
});

test("a unit whose every trust transferred has no figure of its own", () => {
  expect(unitFigure(FOUR, "AAA", inYear("2022-23", transferred("AAA")))).toBeNull();
});

test("a successor that the register does not list is still one unit", () => {
  const register = registerOf([trust("AAA", { closed: day("2024-03-31"), successor: "ZZZ" })]);
  const compared = likeForLike(
    register,
    inYear("2023-24", answered("AAA", 11)),
    inYear("2024-25", answered("ZZZ", 22)),
  );
  expect(compared).toMatchObject({ units: ["ZZZ"], relative: { lo: 1, hi: 1 } });
});

test("a service that moved leaves the panel in the year it moved, and not in the next", () => {
  const moved = registerOf([trust("AAA", { breaks: [reportingYear("2024-25")] }), trust("BBB")]);
  const years = ["2023-24", "2024-25", "2025-26"].map((year) => inYear(year, answered("AAA", 30), answered("BBB", 40)));
  const [y23, y24, y25] = years as [PanelYear, PanelYear, PanelYear];
  expect(likeForLike(moved, y23, y24)).toMatchObject({ units: ["BBB"], broken: ["AAA"] });
  expect(likeForLike(moved, y24, y25)).toMatchObject({ units: ["AAA", "BBB"], broken: [] });
  expect(likeForLike(moved, y23, y25)).toMatchObject({ units: ["BBB"], broken: ["AAA"] });
});
