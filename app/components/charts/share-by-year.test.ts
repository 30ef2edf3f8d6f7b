import { expect, test } from "vitest";
import { reportingYear } from "../../domain/calendar/reporting-year";
import { shareByYear, type YearShare } from "./share-by-year";

const words = { id: "share", title: "Trusts that take children under 3" };
const in2022: YearShare = {
  year: reportingYear("2022-23"),
  yes: 36,
  known: 45,
  inScope: 47,
  low: 36 / 47,
  high: 38 / 47,
};
const nobodyAnswered: YearShare = { year: reportingYear("2023-24"), yes: 0, known: 0, inScope: 47, low: 0, high: 1 };
const published = { year: "2019", value: 0.58, label: "58% of areas (CCGs)", source: "Rare Jewels (PIP-UK, 2019)" };

// The axis is 378 pixels long and starts 1 pixel from the left.

test("the axis runs from 0% to 100%", () => {
  const svg = shareByYear(words, [in2022]);
  for (const tick of [">0%<", ">25%<", ">50%<", ">75%<", ">100%<"]) expect(svg).toContain(tick);
});

test("a point stands at the share of the answers that are known", () => {
  expect(shareByYear(words, [in2022])).toContain('cx="303.4"'); // 1 + 0.8 × 378
});

test("a bar runs from the lowest to the highest share that silence leaves possible", () => {
  const svg = shareByYear(words, [in2022]);
  expect(svg).toMatch(/width="16\.09"[^>]*x="290\.53"/); // 1 + 36/47 × 378, and 2/47 × 378 on
});

test("every year is labelled with its count, its base and its share", () => {
  const svg = shareByYear(words, [in2022]);
  expect(svg).toContain(">2022–23<");
  expect(svg).toContain(">36 of 45 (80%)<");
});

test("a year nobody answered has a bar across everything, and no point", () => {
  const svg = shareByYear(words, [nobodyAnswered]);
  expect(svg).toMatch(/width="378"[^>]*x="1"/);
  expect(svg).toContain(">no answer known<");
  expect(svg).not.toContain("cx=");
});

test("a figure published elsewhere has its own shape, unit and source, and no round point", () => {
  const svg = shareByYear(words, [], [published]);
  expect(svg).toContain("translate(220.24,34)"); // 1 + 0.58 × 378
  expect(svg).toContain(">58% of areas (CCGs)<");
  expect(svg).toContain(">Rare Jewels (PIP-UK, 2019)<");
  expect(svg).not.toContain("cx=");
});

test("points of different years and units are joined by no line", () => {
  const svg = shareByYear(words, [in2022, nobodyAnswered], [published]);
  expect(svg).not.toContain("polyline");
  const acrossRows = [...svg.matchAll(/<line y2="([\d.]+)" y1="([\d.]+)"/g)].filter(
    ([, to, from]) => Math.abs(Number(to) - Number(from)) > 24,
  );
  expect(acrossRows).toEqual([]);
});

test("those who do not see it hear every figure", () => {
  const svg = shareByYear(words, [in2022, nobodyAnswered], [published]);
  expect(svg).toContain('role="img" aria-labelledby="share-title share-description"');
  expect(svg).toContain('<title id="share-title">Trusts that take children under 3</title>');
  expect(svg).toContain(
    "2022–23: 36 of 45 (80%) of the trusts whose answer is known, and between 76.6% and 80.9% of all 47 trusts. " +
      "2023–24: no answer is known, and between 0.0% and 100.0% of all 47 trusts. " +
      "Published before and not comparable: 58% of areas (CCGs) in 2019 (Rare Jewels (PIP-UK, 2019)).",
  );
});

test("nothing in it is refused by the content security policy", () => {
  const svg = shareByYear({ ...words, source: "The Foundation" }, [in2022, nobodyAnswered], [published]);
  expect(svg).not.toContain("<style");
  expect(svg).not.toContain("style=");
  expect(svg).not.toContain("<script");
});

test("a drawing that is taken away carries its title and source, one on a page leaves them to the page", () => {
  const source = "Returns of 45 of 47 trusts, release 3, 22 April 2024";
  expect(shareByYear({ ...words, source }, [in2022])).toContain(`>${source}</text>`);
  expect(shareByYear({ ...words, source }, [in2022])).toContain(">Trusts that take children under 3</text>");
  expect(shareByYear(words, [in2022])).not.toContain(">Trusts that take children under 3</text>");
});
