import { expect, test } from "vitest";
import { reportingYear } from "../../domain/calendar/reporting-year";
import { changeLikeForLike, type PairOfYears } from "./change-like-for-like";

const words = { id: "change", title: "Children under 3 referred" };
const pair: PairOfYears = {
  from: reportingYear("2021-22"),
  to: reportingYear("2022-23"),
  trusts: 40,
  before: { lo: 838, hi: 880 },
  after: { lo: 1029, hi: 1072 },
};

// The axis is 378 pixels long and starts 1 pixel from the left; here it ends at 1,500.

test("the axis starts at nought and ends on a round number past the largest count", () => {
  const svg = changeLikeForLike(words, [pair]);
  for (const tick of [">0<", ">500<", ">1,000<", ">1,500<"]) expect(svg).toContain(tick);
});

test("each year has a bar from the least to the most its count can be", () => {
  const svg = changeLikeForLike(words, [pair]);
  expect(svg).toMatch(/width="13\.58"[^>]*x="210\.68"/); // 838 to 880, and 1.5 pixels to either side
  expect(svg).toMatch(/width="13\.84"[^>]*x="258\.81"/); // 1,029 to 1,072
});

test("each pair says how many trusts it is about, and each year its range", () => {
  const svg = changeLikeForLike(words, [pair]);
  expect(svg).toContain(">The same 40 trusts, 2021–22 and 2022–23<");
  expect(svg).toContain(">between 838 and 880<");
  expect(svg).toContain(">between 1,029 and 1,072<");
});

test("an exact count is a thin mark and one number", () => {
  const svg = changeLikeForLike(words, [{ ...pair, before: { lo: 750, hi: 750 } }]);
  expect(svg).toContain(">750<");
  expect(svg).toMatch(/width="3"[^>]*x="188\.5"/); // 1 + half of 378, less 1.5
});

test("a count with no upper end runs to the end of the axis and says so", () => {
  const svg = changeLikeForLike(words, [{ ...pair, after: { lo: 1029, hi: null } }]);
  expect(svg).toContain(">at least 1,029<");
  expect(svg).toContain(">→<");
});

test("small counts have an axis of whole children", () => {
  const svg = changeLikeForLike(words, [{ ...pair, before: { lo: 0, hi: 0 }, after: { lo: 1, hi: 2 } }]);
  for (const tick of [">0<", ">1<", ">2<", ">3<", ">4<"]) expect(svg).toContain(tick);
  expect(svg).not.toContain(">0.5<");
});

test("those who do not see it hear every figure", () => {
  expect(changeLikeForLike(words, [pair])).toContain(
    "The same 40 trusts: between 838 and 880 in 2021–22, between 1,029 and 1,072 in 2022–23.",
  );
});

test("nothing in it is refused by the content security policy", () => {
  const svg = changeLikeForLike({ ...words, source: "The Foundation" }, [pair]);
  expect(svg).not.toContain("<style");
  expect(svg).not.toContain("style=");
});
