import { expect, test } from "vitest";
import { normaliseRecoveryCode, RECOVERY_ALPHABET } from "../domain/people/recovery-code";
import { newRecoveryCodes, recoveryCodeHash } from "./recovery-codes";

test("R5: there are ten recovery codes, all different, each in its final form", () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  expect(codes.map(normaliseRecoveryCode)).toEqual(codes);
});

test("R5: every character is drawn, about as often as any other", () => {
  const drawn = Array.from({ length: 200 }, newRecoveryCodes).flat().join("").replaceAll("-", "");
  const expected = drawn.length / RECOVERY_ALPHABET.length;
  for (const character of RECOVERY_ALPHABET) {
    const times = drawn.split(character).length - 1;
    expect(Math.abs(times - expected)).toBeLessThan(8 * Math.sqrt(expected));
  }
});

test("R5: what is stored is one person's alone, and the same however the code was typed", () => {
  const hash = recoveryCodeHash("person-1", "k7mp-2xq9-hw4t");
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(recoveryCodeHash("person-1", normaliseRecoveryCode("K7MP 2XQ9 HW4T") ?? "")).toBe(hash);
  expect(recoveryCodeHash("person-2", "k7mp-2xq9-hw4t")).not.toBe(hash);
  expect(recoveryCodeHash("person-1", "k7mp-2xq9-hw4c")).not.toBe(hash);
});
