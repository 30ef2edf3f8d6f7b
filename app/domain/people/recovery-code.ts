/** No vowel, so that no word comes about, and of characters that look alike (0 o, 1 i l, 2 z, 5 s, 8 b, 9 g, u v) at most one. */
export const RECOVERY_ALPHABET = "2346789cdfhjkmnpqrtvwxy";
export const RECOVERY_CODE_LENGTH = 12;
/** How many are made at a time. */
export const RECOVERY_CODES = 10;
/** With fewer left than this, it is time to make new ones. */
export const FEW_CODES = 3;

/** Takes a number from 0 to 10. Example: 1 is "You have one recovery code left", 9 "You have 9 recovery codes left". */
export function leftInWords(left: number): string {
  if (left === 0) return "You have no recovery code left";
  return left === 1 ? "You have one recovery code left" : `You have ${left} recovery codes left`;
}

/**
 * How a recovery code is shown, and the form in which it is stored and compared: groups of four joined by dashes.
 * Takes 12 characters of the alphabet. For example, "k7mp2xq9hw4t" gives "k7mp-2xq9-hw4t".
 */
export function inGroups(characters: string): string {
  return (characters.match(/.{4}/g) ?? []).join("-");
}

/**
 * What was typed, in the form of a recovery code; null where it cannot be one. Case, spaces and dashes count for
 * nothing. Source: security specification, R5. For example, " K7MP 2xq9 hw4t" gives "k7mp-2xq9-hw4t", and "k7mp" null.
 */
export function normaliseRecoveryCode(typed: string): string | null {
  const characters = typed.replace(/[\s\p{Dash}]/gu, "").toLowerCase();
  const right = Array.from(characters).every((character) => RECOVERY_ALPHABET.includes(character));
  return right && characters.length === RECOVERY_CODE_LENGTH ? inGroups(characters) : null;
}
