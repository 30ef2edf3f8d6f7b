import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "./decode";

const bytesOf = (text: string) => new TextEncoder().encode(text);
/** Text whose characters stand for the bytes of the same number. */
const raw = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const units = [0xfeff, ...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))];
  return Uint8Array.from(units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
}

function read(bytes: Uint8Array) {
  const decoded = decode(bytes);
  return (
    decoded && {
      text: decoded.text,
      encoding: decoded.encoding,
      said: decoded.problems.map(({ code, severity }) => `${severity} ${code}`),
    }
  );
}

describe("encodings", () => {
  test("UTF-8 says nothing, with and without its mark", () => {
    expect(read(bytesOf("0–12"))).toEqual({ text: "0–12", encoding: "utf-8", said: [] });
    expect(read(bytesOf("\uFEFF0–12"))).toEqual({ text: "0–12", encoding: "utf-8", said: [] });
  });
  test("UTF-16 in both byte orders is noted", () => {
    expect(read(utf16("0–12\t<5", false))).toEqual({ text: "0–12\t<5", encoding: "utf-16le", said: ["note encoding"] });
    expect(read(utf16("0–12\t<5", true))).toEqual({ text: "0–12\t<5", encoding: "utf-16be", said: ["note encoding"] });
  });
  test("Windows-1252 has its dash at 96, its apostrophe at 92 and its pound at A3", () => {
    const expected = { text: "0–12 Children’s £5 €", encoding: "windows-1252", said: ["note encoding"] };
    expect(read(raw("0\x9612 Children\x92s \xA35 \x80"))).toEqual(expected);
  });
  test("Mac Roman has its dash at D0 and its apostrophe at D5, and is asked about", () => {
    expect(read(raw("0\xD012 Children\xD5s"))).toEqual({
      text: "0–12 Children’s",
      encoding: "macintosh",
      said: ["confirm encoding"],
    });
  });
  test("beside an apostrophe of Windows-1252, D0 is no Macintosh dash", () => {
    expect(read(raw("Children\x92s 0\xD012"))).toMatchObject({ text: "Children’s 0Ð12", encoding: "windows-1252" });
  });
  test("a capital Eth inside a word is no Macintosh dash", () =>
    expect(read(raw("caf\xE9 \xD0x"))?.encoding).toBe("windows-1252"));
});

describe("text encoded twice", () => {
  test.each([
    ["0â€“12 months", "0–12 months"],
    ["Childrenâ€™s", "Children’s"],
    ["Â\u00A012", "\u00A012"],
    ["Â£5", "£5"],
    ["cafÃ©", "café"],
    ["Â 12,12Â\n", " 12,12\n"],
    ["Åµyl, âœ“, ï¼œ5", "ŵyl, ✓, ＜5"],
    ["0Ã¢â‚¬â€œ12", "0–12"],
  ])("%s is %s", (damaged, text) => {
    expect(read(bytesOf(damaged))).toEqual({ text, encoding: "utf-8", said: ["note encoding"] });
  });
  test("in Windows-1252 and UTF-16 too", () => {
    expect(read(raw("Ch\xE2\x80\x99s 0\x9612"))).toMatchObject({
      text: "Ch’s 0–12",
      encoding: "windows-1252",
      said: ["note encoding", "note encoding"],
    });
    expect(read(utf16("0â€“12", true))).toMatchObject({ text: "0–12", encoding: "utf-16be" });
  });
  test("what cannot be put right is asked about", () => {
    expect(read(bytesOf("0â€“12, 12â€ 24"))).toMatchObject({ text: "0–12, 12â€ 24", said: ["confirm encoding"] });
    expect(read(bytesOf("0\uFFFD12"))).toMatchObject({ said: ["confirm encoding"] });
  });
  test.each(["Pâtisserie", "São Paulo", "Ängelholm – 12", "naïve £5", "CAFÉ’S", "MENÜ–", "SÃO PAULO"])(
    "%s was never damaged",
    (text) => expect(read(bytesOf(text))).toEqual({ text, encoding: "utf-8", said: [] }),
  );
});

describe("bytes that are not text", () => {
  test.each([
    ["a NUL", raw("ODS\0code")],
    ["a NUL in UTF-16", utf16("a\0b", false)],
    ["half a character of UTF-16", utf16("ab", false).slice(0, -1)],
    ["mostly control characters", raw("\x01\x02\x03\x04abc")],
  ])("%s", (_, bytes) => expect(decode(bytes)).toBeNull());

  test.each(["\0", "\x07", "\x1F", "\x7F"])("a stray %j is taken out", (stray) => {
    expect(read(raw(`${"a".repeat(60)}${stray}b\t\r\n`))).toEqual({
      text: `${"a".repeat(60)}b\t\r\n`,
      encoding: "utf-8",
      said: [],
    });
  });
  test.each(["\0", "\x07", "\0\0\x1F"])("between two figures %j stays: R21, something was lost there", (strays) => {
    const text = `${"a".repeat(200)},1${strays}2,`;
    expect(read(raw(text))?.text).toBe(text);
    expect(read(raw(text.replace("2,", "x")))?.text).toBe(`${"a".repeat(200)},1x`);
  });
  test("in UTF-16 too", () => expect(read(utf16(`${"a".repeat(60)}\0b`, false))?.text).toBe(`${"a".repeat(60)}b`));
});

test("any bytes give text or null", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(typeof decode(bytes)?.text).toMatch(/string|undefined/);
    }),
  );
});
