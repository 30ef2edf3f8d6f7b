import { expect, test } from "vitest";
import { stepAt } from "../domain/people/totp";
import { base32, codeAt, matchingStep, newSeed, otpauthUri } from "./authenticator";

/** Of RFC 6238, appendix B. */
const SEED = new TextEncoder().encode("12345678901234567890");

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("R4: %i seconds after the beginning of 1970 the code is %s, as RFC 6238 lists it", (seconds, code) => {
  const now = new Date(seconds * 1000);
  expect(codeAt(SEED, stepAt(now))).toBe(code);
  expect(matchingStep(SEED, code, now)).toBe(Math.floor(seconds / 30));
});

test("R4: a code is taken during its step and the next, and neither earlier nor later", () => {
  const at = (time: string) => matchingStep(SEED, "287082", new Date(`1970-01-01T${time}Z`));
  expect(at("00:00:29.999")).toBeNull();
  expect(at("00:00:30")).toBe(1);
  expect(at("00:01:29.999")).toBe(1);
  expect(at("00:01:30")).toBeNull();
});

test("R4: spaces in what was typed count for nothing", () => {
  const now = new Date(59_000);
  for (const typed of ["287 082", " 287082 ", "28 70 82", "287\u00a0082"])
    expect(matchingStep(SEED, typed, now)).toBe(1);
});

test("R4: what is not six digits is not a code", () => {
  const now = new Date(59_000);
  for (const typed of ["", "28708", "2870820", "287082a", "２８７０８２", "-87082", "287082\u0000"]) {
    expect(matchingStep(SEED, typed, now)).toBeNull();
  }
});

test("R4: the codes of both steps are right, and their neighbours are not", () => {
  const now = new Date("2026-11-23T12:00:00Z");
  const right = [codeAt(SEED, stepAt(now)), codeAt(SEED, stepAt(now) - 1)];
  const near = right.map((code) => String((Number(code) + 1) % 1_000_000).padStart(6, "0"));
  expect(right.map((code) => matchingStep(SEED, code, now))).toEqual([59_847_840, 59_847_839]);
  expect(near.map((code) => matchingStep(SEED, code, now))).toEqual([null, null]);
});

test("R4: a seed is 160 random bits, as RFC 4226 asks", () => {
  const seeds = Array.from({ length: 200 }, newSeed);
  expect(seeds.every((seed) => seed.length === 20)).toBe(true);
  expect(new Set(seeds.map(base32)).size).toBe(200);
});

test("R4: the link for an authenticator says the seed, the service and the account, whatever they hold", () => {
  const uri = otpauthUri({ seed: SEED, issuer: "Zero to Two", account: "a&b:c@trust.example" });
  expect(uri).toBe(
    "otpauth://totp/Zero%20to%20Two:a%26b%3Ac%40trust.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Zero%20to%20Two&algorithm=SHA1&digits=6&period=30",
  );
});
