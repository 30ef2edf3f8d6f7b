import { visible } from "./plain-text";

/** `^[A-Z0-9]{3,6}$`, in ASCII before it is put in upper case: `ſ` and `ı` become S and I only afterwards. */
const ODS_CODE = /^[A-Za-z0-9]{3,6}$/;
const CANONICAL = /^[A-Z0-9]{3,6}$/;

/**
 * Reads an NHS organisation code: spaces round it and lower case do not matter, a letter from another alphabet does.
 * Null where it is not a code. Example: `zd06 ` is ZD06.
 */
export function readOdsCode(raw: string): string | null {
  if (CANONICAL.test(raw)) return raw;
  const text = visible(raw);
  return ODS_CODE.test(text) ? text.toUpperCase() : null;
}

/**
 * The code of the register that differs only in O for 0 or I for 1, to ask about, never to use unasked.
 * Example: RT0 for `RTO`.
 */
export function codeMistyped(code: string, register: ReadonlyMap<string, string>): string | null {
  const alike = (text: string) => text.replace(/O/g, "0").replace(/[IL]/g, "1");
  for (const known of register.keys()) if (alike(known) === alike(code)) return known;
  return null;
}
