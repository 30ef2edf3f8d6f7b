import fc from "fast-check";
import { expect, test } from "vitest";
import { ownPath } from "./own-path";

test.each([
  "/",
  "/submit/2025-26",
  "/chase/2025-26?state=overdue",
  "/sign-in?to=https://elsewhere.example",
  "/submit/2025-26/form#referred-12-24m",
  "/%2F%2Fevil.example",
  "/%5Cevil.example",
  "/%09/evil.example",
  "/%E2%80%AE",
  "/a//b",
])("R29: %s is a path of this site, and stays as it is", (text) => {
  expect(ownPath(text)).toBe(text);
});

test.each([
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/\r\n/evil.example",
  "\t//evil.example",
  " //evil.example",
  "/ /evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "/./\\evil.example",
  "/%2e//evil.example",
  "/x/..//evil.example",
  "/\u0000/evil.example",
  "/\u00a0/evil.example",
  "/\u200b/evil.example",
  "/\u202e/evil.example",
  "\uff0f\uff0fevil.example",
  "/\uff0fevil.example",
  "/\u2215evil.example",
  "/\uff3cevil.example",
  "%2F%2Fevil.example",
  "%2Fsubmit",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  "/\tjavascript:alert(1)",
  "data:text/html,x",
  "https://evil.example",
  "https:evil.example",
  "https:/evil.example",
  "@evil.example",
  ".evil.example",
  "?to=/",
  "#x",
  "submit",
  "",
])("R29: %j leads nowhere", (text) => {
  expect(ownPath(text)).toBeNull();
});

test("R29: nothing at all leads nowhere", () => {
  expect(ownPath(null)).toBeNull();
});

test("R29: whatever is let through, every browser reads as an address of this site, decoded or not", () => {
  const piece = fc.constantFrom(
    "/",
    "\\",
    "\t",
    ".",
    "..",
    "%2e",
    "%2f",
    "%5c",
    "%09",
    ":",
    "@",
    "?",
    "#",
    "evil.example",
    "javascript",
    "／",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = ownPath(`/${pieces.join("")}`);
      if (path === null) return;
      const { origin, pathname } = new URL(path, "https://portal.example/sign-in");
      expect(origin).toBe("https://portal.example");
      expect(pathname.startsWith("//")).toBe(false);
    }),
    { numRuns: 2_000, seed: 29 },
  );
});
