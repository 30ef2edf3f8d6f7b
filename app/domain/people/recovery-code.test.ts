import { expect, test } from "vitest";
import { inGroups, normaliseRecoveryCode, RECOVERY_ALPHABET, RECOVERY_CODE_LENGTH } from "./recovery-code";

test("R5: a recovery code has more than fifty bits", () => {
  expect(RECOVERY_CODE_LENGTH * Math.log2(new Set(RECOVERY_ALPHABET).size)).toBeGreaterThan(54);
});

test("R5: no two characters of a recovery code look alike, and none makes a word", () => {
  for (const alike of ["0o", "1il", "2z", "5s", "8b", "9g", "uv"]) {
    expect(Array.from(alike).filter((character) => RECOVERY_ALPHABET.includes(character)).length).toBeLessThanOrEqual(
      1,
    );
  }
  expect(RECOVERY_ALPHABET).not.toMatch(/[aeiou]/);
});

test("R5: a recovery code is shown in groups of four", () => {
  expect(inGroups("k7mp2xq9hw4t")).toBe("k7mp-2xq9-hw4t");
});

test("R5: a recovery code is known by its characters, whatever its case, spaces and dashes", () => {
  for (const typed of [
    "k7mp-2xq9-hw4t",
    "K7MP2XQ9HW4T",
    " k7mp 2xq9 hw4t\n",
    "k7mp–2xq9—hw4t",
    "k-7-m-p-2-x-q-9-h-w-4-t",
  ]) {
    expect(normaliseRecoveryCode(typed)).toBe("k7mp-2xq9-hw4t");
  }
});

test("R5: what cannot be a recovery code is none", () => {
  for (const typed of ["", "k7mp-2xq9-hw4", "k7mp-2xq9-hw4tt", "k7mp-2xq9-hw4o", "k7mp.2xq9.hw4t", "ｋ7mp-2xq9-hw4t"]) {
    expect(normaliseRecoveryCode(typed)).toBeNull();
  }
});
