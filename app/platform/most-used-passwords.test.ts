import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { isMostUsed } from "./most-used-passwords";

test("R2: the most used passwords are known, whatever their case", () => {
  for (const password of ["1q2w3e4r5t6y", "Qwerty123456", "PASSWORDPASSWORD", "motherfucker", "leavemealone"]) {
    expect(isMostUsed(password)).toBe(true);
  }
});

test("R2: other passwords are not, nor parts of the most used, nor nothing", () => {
  for (const password of ["plum lantern seventeen gates", "1q2w3e4r5t6", "1q2w3e4r5t6y\n1q2w3e4r5t6y", ""]) {
    expect(isMostUsed(password)).toBe(false);
  }
});

test("R2: the list is what it says it is: 43,940 different passwords of twelve characters or more", () => {
  const lines = gunzipSync(readFileSync("app/platform/most-used-passwords.txt.gz")).toString("utf8").split("\n");
  expect(lines.pop()).toBe("");
  expect(new Set(lines).size).toBe(43_940);
  expect(lines.filter((line) => line.length < 12 || line !== line.toLowerCase())).toEqual([]);
});
