import { expect, test } from "vitest";
import { readSort, sortLink, sortRows } from "./sort";

const KEYS = { name: ({ name }: { name: string }) => name, size: ({ size }: { size: number }) => size };
const ROWS = [
  { name: "b", size: 1 },
  { name: "a", size: 2 },
  { name: "c", size: 1 },
];
const names = (sort: string) => sortRows(ROWS, sort, KEYS).map(({ name }) => name);

test("rows go by a column, either way round, and equal ones stay as they were", () => {
  expect(names("name")).toEqual(["a", "b", "c"]);
  expect(names("-name")).toEqual(["c", "b", "a"]);
  expect(names("size")).toEqual(["b", "c", "a"]);
  expect(names("-size")).toEqual(["a", "b", "c"]);
});

test("an address that names no column sorts by the first", () => {
  const columns = ["name", "size"] as const;
  expect(readSort("-size", columns)).toBe("-size");
  expect(readSort(null, columns)).toBe("name");
  expect(readSort("__proto__", columns)).toBe("name");
});

test("a heading’s link turns the order round on the second click", () => {
  const link = (sort: string) => `?sort=${sort}`;
  expect(sortLink("name", "size", link)).toEqual({ href: "?sort=size", direction: null });
  expect(sortLink("size", "size", link)).toEqual({ href: "?sort=-size", direction: "ascending" });
  expect(sortLink("-size", "size", link)).toEqual({ href: "?sort=size", direction: "descending" });
  const largestFirst = { largestFirst: true };
  expect(sortLink("name", "size", link, largestFirst)).toEqual({ href: "?sort=-size", direction: null });
  expect(sortLink("-size", "size", link, largestFirst)).toEqual({ href: "?sort=size", direction: "descending" });
});
