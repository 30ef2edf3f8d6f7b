import * as fc from "fast-check";
import { expect, test } from "vitest";
import { base32, fromBase32 } from "./base32";

const bytesOf = (text: string) => new TextEncoder().encode(text);

test.each([
  ["", ""],
  ["f", "MY"],
  ["fo", "MZXQ"],
  ["foo", "MZXW6"],
  ["foob", "MZXW6YQ"],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI"],
])("base32 of %j is %j, as RFC 4648 lists it", (text, letters) => {
  expect(base32(bytesOf(text))).toBe(letters);
  expect(fromBase32(letters)).toEqual(bytesOf(text));
});

test("any bytes come back", () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => void expect(fromBase32(base32(bytes))).toEqual(bytes)));
});

test("case and spaces count for nothing, other characters are no base32", () => {
  expect(fromBase32("mzxw 6ytb oi")).toEqual(bytesOf("foobar"));
  for (const text of ["MZXW6YTB0I", "MZXW-6YTB", "MZXW6YTBOI======", "é"]) expect(fromBase32(text)).toBeNull();
});
