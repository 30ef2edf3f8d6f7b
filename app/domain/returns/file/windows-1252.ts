/** What bytes 80 to 9F stand for in Windows-1252; the five that stand for nothing keep their control character. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
const BYTE_OF: ReadonlyMap<string, number> = new Map([...HIGH].map((character, i) => [character, 0x80 + i]));

/**
 * Bytes as Windows-1252, the encoding of Excel's plain "CSV" on most office machines. Some releases of JavaScript
 * engines decode it as Latin-1, so bytes 80 to 9F are looked up here, and the characters put together as UTF-16: a
 * file of nothing else costs no more than one of letters. Example: 96 is an en dash.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  const units = new Uint8Array(bytes.length * 2);
  for (let i = 0; i < bytes.length; i++) {
    const unit = unitOf(bytes[i] ?? 0);
    units[2 * i] = unit & 0xff;
    units[2 * i + 1] = unit >> 8;
  }
  return new TextDecoder("utf-16le").decode(units);
}

function unitOf(byte: number): number {
  return byte >= 0x80 && byte <= 0x9f ? HIGH.charCodeAt(byte - 0x80) : byte;
}

/** The byte a character is written as in Windows-1252; null where there is none. */
export function windows1252Byte(character: string): number | null {
  const code = character.charCodeAt(0);
  if (character.length === 1 && (code < 0x80 || (code >= 0xa0 && code <= 0xff))) return code;
  return BYTE_OF.get(character) ?? null;
}
