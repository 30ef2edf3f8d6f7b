import { expect, test } from "vitest";
import { newShortCode, newToken } from "./tokens";

test("R7: a token is 256 bits that no other token has", () => {
  const tokens = Array.from({ length: 1_000 }, newToken);
  expect(tokens.every((token) => /^[A-Za-z0-9_-]{43}$/.test(token))).toBe(true);
  expect(tokens.every((token) => Buffer.from(token, "base64url").length === 32)).toBe(true);
  expect(new Set(tokens).size).toBe(1_000);
});

test("a short code is six digits, noughts in front included, and every digit comes everywhere", () => {
  const codes = Array.from({ length: 2_000 }, newShortCode);
  expect(codes.every((code) => /^[0-9]{6}$/.test(code))).toBe(true);
  for (let place = 0; place < 6; place++) expect(new Set(codes.map((code) => code[place])).size).toBe(10);
});
