import { expect, test } from "vitest";
import { meaningInWords, statedMeanings } from "./meanings";

test("what is stated of a mark becomes its meaning, counts and question 1 apart", () => {
  const { counts, takes } = statedMeanings([
    { asks: "count", mark: "*", means: "1-4" },
    { asks: "count", mark: "-", means: "cannot-say" },
    { asks: "takes", mark: "x", means: "no" },
  ]);
  expect([...counts]).toEqual([
    ["*", { kind: "range", lo: 1, hi: 4 }],
    ["-", "cannot-say"],
  ]);
  expect([...takes]).toEqual([["x", "no"]]);
});

test.each(["", "2-9", "constructor", "__proto__", "yes"])("%j is no meaning of a count", (means) => {
  const stated = { asks: "count", mark: "*", means } as const;
  expect(meaningInWords(stated)).toBeNull();
  expect(statedMeanings([stated]).counts.size).toBe(0);
});
