import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type PasswordContext, passwordFault } from "./password-rules";

const CONTEXT: PasswordContext = {
  email: "j.okafor-lee77@ashencote.nhs.example",
  name: "Jürgen Okafor-Lee",
  trustNames: ["Ashencote and Wold Partnership NHS Trust"],
  isMostUsed: (password) => password.toLowerCase() === "1qaz2wsx3edc",
};
const faultOf = (password: string) => passwordFault(password, CONTEXT);

test.each([
  "plum lantern seventeen",
  "pLumLant3rn!",
  "the and with from",
  "        .  x  .  y  z",
  "зелёный чайник",
  "青い傘と三匹の猫が歩く道",
  "feed the deer noon",
  "okafor plum lantern",
  "a trust in seventeen lanterns",
  "k8Pq2mXzk8Pq2mXz",
  "1984-lantern-1984",
])("R2: %j will do: nobody has to use any kind of character", (password) => {
  expect(faultOf(password)).toBeNull();
});

test("R2: a password has at least 12 characters, counted as people count them", () => {
  expect(faultOf("plum lanter")).toBe(
    "This password has 11 characters. Choose one of at least 12. Three or four words that have nothing to do with each other are easy to remember and hard to guess.",
  );
  expect(faultOf("plum lantern")).toBeNull();
  expect(faultOf("")).toMatch(/^Choose a password of at least 12 characters\./);
  expect(faultOf("x")).toMatch(/^This password has 1 character\./);
  // Eleven characters in 22 units of UTF-16, and eleven that were typed as 22.
  expect(faultOf("🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔")).toMatch(/has 11 characters/);
  expect(faultOf("a\u0301e\u0301i\u0301o\u0301u\u0301y\u0301c\u0301n\u0301r\u0301s\u0301z\u0301")).toMatch(
    /has 11 characters/,
  );
  expect(faultOf("🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧")).toBeNull();
});

test("R2: a password has at most 256 characters, and is not cut off at them", () => {
  const long = Array.from({ length: 64 }, (_, at) => `${String.fromCodePoint(0x4e00 + at * 37)}q7x`).join("");
  expect(faultOf(long)).toBeNull();
  expect(faultOf(`${long}!`)).toBe("This password has 257 characters. Choose one of no more than 256.");
});

test("R2: the most used passwords are refused, whatever their case", () => {
  expect(faultOf("1qaz2wsx3edc")).toMatch(/^This password is one of the most used anywhere/);
  expect(faultOf("1QAZ2WSX3EDC")).toMatch(/^This password is one of the most used anywhere/);
});

test.each([
  "aaaaaaaaaaaa",
  "🦊".repeat(12),
  "abcabcabcabc",
  "AbcaBcabCabcab",
  "xK9?xK9?xK9?xK9?",
  "lantern" + "lantern",
  "123456789012",
  "098765432109",
  "abcdefghijkl",
  "zyxwvutsrqponm",
  "112233445566",
  "aaaabbbbcccc",
  "1234abcd5678",
  "ABCDEFGH2024",
])("R2: %j repeats or counts, and is refused", (password) => {
  expect(faultOf(password)).toMatch(/^This password mostly repeats the same few characters, or counts up or down\./);
});

test.each([
  ["the service", "zero-to-two-2026"],
  ["the service", "ZeroToTwo!!!!!!!!!!"],
  ["the service", "Parent Infant 2026"],
  ["the service", "camhs.camhs.99"],
  ["the service", "NHSnhsCAMHSnhs1x"],
  ["the person’s name", "jurgen okafor"],
  ["the person’s name", "Jürgen.Lee.1984"],
  ["the person’s name", "OKAFORLEEOKAFOR77"],
  ["the email address", "j.okafor-lee77@ashencote.nhs.example"],
  ["the email address", "jokaforlee77-ab"],
  ["the trust", "Ashencote2026!"],
  ["the trust", "ashencote_and_wold"],
  ["the trust", "partnershiptrust1"],
])("R2: %s is refused in %j", (_, password) => {
  expect(faultOf(password)).toMatch(/^This password is mostly a name that others know/);
});

test("R2: eight characters beside a name are enough, seven are not", () => {
  expect(faultOf("ashencote-xk4q9w")).toMatch(/mostly a name/);
  expect(faultOf("ashencote-xk4q9w2")).toBeNull();
});

test("R2: names of one or two letters, or of none, take nothing away", () => {
  const context = { ...CONTEXT, name: "A. B.", email: "@", trustNames: [""] };
  expect(passwordFault("abacus plum lantern", context)).toBeNull();
  expect(passwordFault("ab abacus plum", context)).toBeNull();
});

test("R2: names that look like patterns of a search are only names", () => {
  const context = { ...CONTEXT, name: ".* (x+x+)+y [", email: "a+b$@c", trustNames: ["\\", "(?:"] };
  expect(passwordFault("plum lantern seventeen", context)).toBeNull();
});

test("R2: any text gets an answer, and never a password in it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 12, maxLength: 300 }), fc.string(), (password, name) => {
      const fault = passwordFault(password, { ...CONTEXT, name });
      expect(fault === null || /^This password .*\.$/.test(fault)).toBe(true);
    }),
  );
});
