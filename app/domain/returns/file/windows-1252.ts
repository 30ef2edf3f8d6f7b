/** What bytes 80 to 9F stand for in Windows-1252; the five that stand for nothing keep their control character. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
const BYTE_OF: ReadonlyMap<string, number> = new Map([...HIGH].map((character, i) => [character, 0x80 + i]));

/**
 * Bytes as Windows-1252, the encoding of Excel's plain "CSV" on most office machines. Some releases of JavaScript
 * engines decode it as Latin-1, so bytes 80 to 9F are looked up here. Example: 96 is an en dash.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252")
    .decode(bytes)
    .replace(/[\u0080-\u009F]/g, (c) => HIGH.charAt(c.charCodeAt(0) - 0x80));
}

/** The byte a character is written as in Windows-1252; null where there is none. */
export function windows1252Byte(character: string): number | null {
  const code = character.charCodeAt(0);
  if (character.length === 1 && (code < 0x80 || (code >= 0xa0 && code <= 0xff))) return code;
  return BYTE_OF.get(character) ?? null;
}
