import { expect, test } from "vitest";
import { notKeptInWords, reasonNotToKeep } from "./not-kept";
import { NO_TEXTS, withText } from "./texts";

const NOTES = { line: "12-24m", entry: "notes" } as const;
const REFERRED = { line: "all", entry: "referred" } as const;

test("answers can be kept whatever they say", () => {
  expect(reasonNotToKeep(NO_TEXTS)).toBeNull();
  expect(reasonNotToKeep(withText(NO_TEXTS, REFERRED, "12.5 or so"))).toBeNull();
});

test("what could be an NHS number is not kept, in any field", () => {
  const texts = withText(withText(NO_TEXTS, NOTES, "see 999 000 0000"), REFERRED, "9990000000");
  expect(reasonNotToKeep(texts)).toEqual({ kind: "patient data", fields: [REFERRED, NOTES] });
});

test("neither is more than 4,096 characters, and that comes first", () => {
  const long = withText(NO_TEXTS, NOTES, "x".repeat(4097));
  expect(reasonNotToKeep(long)).toEqual({ kind: "too long", fields: [NOTES] });
  expect(reasonNotToKeep(withText(long, REFERRED, "999 000 0000"))?.kind).toBe("too long");
  expect(reasonNotToKeep(withText(NO_TEXTS, NOTES, "x".repeat(4096)))).toBeNull();
});

test("each is told by its question and its age", () => {
  expect(notKeptInWords(REFERRED, "too long")).toBe(
    "Children referred, 0–18 years is longer than 4,096 characters. Shorten it; nothing was saved yet.",
  );
  expect(notKeptInWords(NOTES, "patient data")).toMatch(/^Notes, 12–24 months holds ten figures .* NHS number\./);
});
