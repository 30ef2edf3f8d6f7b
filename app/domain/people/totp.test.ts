import { expect, test } from "vitest";
import { acceptableSteps, codeOf, stepAt } from "./totp";

test("R4: a step is thirty seconds, and begins on the second", () => {
  expect(stepAt(new Date("1970-01-01T00:00:00Z"))).toBe(0);
  expect(stepAt(new Date("1970-01-01T00:00:29.999Z"))).toBe(0);
  expect(stepAt(new Date("1970-01-01T00:00:30Z"))).toBe(1);
  expect(stepAt(new Date("2026-11-23T12:00:00Z"))).toBe(59_847_840);
});

test("R4: this step and the one before are taken, and no later one", () => {
  expect(acceptableSteps(new Date("1970-01-01T00:00:59Z"))).toEqual([1, 0]);
  expect(acceptableSteps(new Date("1970-01-01T00:01:00Z"))).toEqual([2, 1]);
});

test("R4: an HMAC is cut down to six digits as RFC 4226 shows it", () => {
  expect(codeOf(Buffer.from("1f8698690e02ca16618550ef7f19da8e945b555a", "hex"))).toBe("872921");
});

test("R4: a code keeps its noughts, and the sign of what it was cut from does not matter", () => {
  expect(codeOf(Buffer.from(`800f4247${"00".repeat(16)}`, "hex"))).toBe("000007");
});
