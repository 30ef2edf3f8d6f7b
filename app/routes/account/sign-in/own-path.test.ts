import { expect, test } from "vitest";
import { ownPath } from "./own-path";

test("a path of this site is kept, with its query", () => {
  expect(ownPath("/submit/2025-26")).toBe("/submit/2025-26");
  expect(ownPath("/chase/2025-26?state=overdue")).toBe("/chase/2025-26?state=overdue");
});

test.each([
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "javascript:alert(1)",
  "https://evil.example",
  "",
  "submit",
])("%j leads nowhere", (text) => {
  expect(ownPath(text)).toBeNull();
});
