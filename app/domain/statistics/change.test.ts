import { expect, test } from "vitest";
import { changeOf, relativeChange } from "./change";

const exactly = (value: number) => ({ lo: value, hi: value });

test("a change runs from lowest later over highest earlier to highest later over lowest earlier", () => {
  expect(relativeChange({ lo: 10, hi: 12 }, exactly(15))).toEqual({ lo: 0.25, hi: 0.5 });
});

test("an earlier total that may be 0 gives no share", () => {
  expect(relativeChange({ lo: 0, hi: 4 }, exactly(15))).toBeNull();
});

test("ends that are not known stay open", () => {
  expect(relativeChange({ lo: 10, hi: null }, { lo: 20, hi: null })).toEqual({ lo: -1, hi: null });
  expect(changeOf({ lo: 10, hi: null }, { lo: 20, hi: null }).absolute).toEqual({ lo: null, hi: null });
});

test.each([
  ["the earlier year may be under 10", { lo: 8, hi: 12 }, exactly(40), { lo: 28, hi: 32 }],
  ["the later year may be under 10", exactly(40), { lo: 9, hi: 12 }, { lo: -31, hi: -28 }],
])("where %s only the absolute change is published", (_, from, to, absolute) => {
  expect(changeOf(from, to)).toEqual({ absolute, relative: null, noPercentage: "under-10" });
});

test("from 10 upwards both are", () => {
  const { absolute, relative, noPercentage } = changeOf(exactly(15), exactly(21));
  expect([absolute, noPercentage]).toEqual([{ lo: 6, hi: 6 }, null]);
  expect(relative?.lo).toBeCloseTo(0.4, 12);
});
