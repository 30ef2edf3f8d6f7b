const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * Bytes as base32, without the "=" at the end that authenticators do not want. Any length.
 *
 * Source: RFC 4648, 6. For example, the bytes of "foobar" give "MZXW6YTBOI".
 */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET.charAt(Number.parseInt(group.padEnd(5, "0"), 2))).join("");
}

/**
 * The bytes of a base32 text, whatever its case and its spaces; null where it holds anything else. Bits at the end that
 * make no whole byte are left out.
 *
 * Source: RFC 4648, 6. For example, "mzxw 6ytb oi" gives the bytes of "foobar", and "0" gives null.
 */
export function fromBase32(text: string): Uint8Array | null {
  const letters = text.replace(/\s/g, "").toUpperCase();
  const values = Array.from(letters, (letter) => ALPHABET.indexOf(letter));
  if (values.includes(-1)) return null;
  const bits = values.map((value) => value.toString(2).padStart(5, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
