import { expect, test } from "vitest";
import { escaped, stack, wrap } from "./text-block";

test("a sentence breaks between words, at or before the given length", () => {
  expect(wrap("the least and the most", 9)).toEqual(["the least", "and the", "most"]);
});

test("a word longer than a line stands alone", () => {
  expect(wrap("a zero-to-two.example/compare b", 10)).toEqual(["a", "zero-to-two.example/compare", "b"]);
});

test("text cannot become markup", () => {
  expect(escaped('<5 & "more"')).toBe("&lt;5 &amp; &quot;more&quot;");
});

test("blocks stand below each other with a gap, and empty ones take none", () => {
  const block = (markup: string, height: number) => ({ markup, height });
  const { markup, height } = stack([block("a", 10), block("", 0), block("b", 5)], 3);
  expect(height).toBe(18);
  expect(markup).toContain('<g transform="translate(0,13)">b</g>');
});
