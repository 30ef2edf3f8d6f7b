import { expect, test } from "vitest";
import { isFresh, isLast, lifeLeft, secondsLeft } from "./session-life";

const at = (time: string) => new Date(`2026-11-23T${time}Z`);
const NINE = { createdAt: at("09:00:00"), lastSeenAt: at("09:00:00"), factorAt: at("09:00:00") };

test("R13: a session lives 29:59 without a request, and is over at 30:00", () => {
  expect(lifeLeft(NINE, at("09:29:59"))).toBe(1_000);
  expect(lifeLeft(NINE, at("09:30:00"))).toBe(0);
});

test("R13: a busy session lives 11:59:59, and is over at 12:00:00", () => {
  const busy = { ...NINE, lastSeenAt: at("20:59:30") };
  expect(lifeLeft(busy, at("20:59:59"))).toBe(1_000);
  expect(lifeLeft(busy, at("21:00:00"))).toBe(0);
});

test("R13: a clock that runs backwards lengthens nothing", () => {
  expect(lifeLeft(NINE, at("08:58:59"))).toBe(0);
  expect(isFresh(NINE, at("08:58:59"))).toBe(false);
});

test("a clock set right by some seconds ends nothing", () => {
  expect(lifeLeft(NINE, at("08:59:30"))).toBeGreaterThan(0);
});

test("with only the password given, half an hour is all there is", () => {
  const pending = { ...NINE, lastSeenAt: at("09:20:00"), factorAt: null };
  expect(lifeLeft(pending, at("09:29:59"))).toBe(1_000);
  expect(lifeLeft(pending, at("09:30:00"))).toBe(0);
});

test("R15: a second factor is fresh for ten minutes", () => {
  expect(isFresh(NINE, at("09:09:59"))).toBe(true);
  expect(isFresh(NINE, at("09:10:00"))).toBe(false);
  expect(isFresh({ ...NINE, factorAt: null }, at("09:00:00"))).toBe(false);
});

test("R13: what is left is told in whole seconds, and never less than none", () => {
  expect(secondsLeft(NINE, at("09:29:58.001"))).toBe(1);
  expect(secondsLeft(NINE, at("09:29:59.500"))).toBe(0);
  expect(secondsLeft(NINE, at("10:00:00"))).toBe(0);
});

test("R13: in the last half an hour of its twelve, a session ends whatever is done", () => {
  expect(isLast({ ...NINE, lastSeenAt: at("20:29:59") })).toBe(false);
  expect(isLast({ ...NINE, lastSeenAt: at("20:30:00") })).toBe(true);
});
