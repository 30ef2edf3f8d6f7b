import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { GUARDS } from "./guards";

// That the table still fits the source. Whether the tests go red is shown by `npm run test:mutation-guards`.

const name = ({ name }: { name: string }) => name;

test("F28: every guard's piece of source is found exactly once, and is not what it becomes", () => {
  const misfits = GUARDS.filter(({ file, piece, becomes }) => {
    return piece === becomes || readFileSync(file, "utf8").split(piece).length !== 2;
  });
  expect(misfits.map(name)).toEqual([]);
});

test("F28: every guard names tests that exist", () => {
  const misfits = GUARDS.filter(({ tests }) => {
    return tests.length === 0 || tests.some(({ file, named = "" }) => !readFileSync(file, "utf8").includes(named));
  });
  expect(misfits.map(name)).toEqual([]);
});

test("F28: no two guards have one name", () => {
  expect(new Set(GUARDS.map(name)).size).toBe(GUARDS.length);
});
