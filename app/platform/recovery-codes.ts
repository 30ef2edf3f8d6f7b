import { randomInt } from "node:crypto";
import { inGroups, RECOVERY_ALPHABET, RECOVERY_CODE_LENGTH, RECOVERY_CODES } from "../domain/people/recovery-code";
import { fingerprint } from "./fingerprint";

/** Ten, each of 54 random bits, as they are shown. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
}

function newRecoveryCode(): string {
  const characters = Array.from({ length: RECOVERY_CODE_LENGTH }, () =>
    RECOVERY_ALPHABET.charAt(randomInt(RECOVERY_ALPHABET.length)),
  );
  return inGroups(characters.join(""));
}

/**
 * What is stored in place of a code, which is given as `newRecoveryCodes` or `normaliseRecoveryCode` writes it. A fast
 * hash will do: a slow one makes up for passwords that people think of, and these are drawn evenly from 10¹⁶. The
 * person is part of it, so that whoever has the database tries each guess on one person only, and with a code found
 * has still only half: it opens nothing without the password, whose hash is slow.
 */
export function recoveryCodeHash(personId: string, code: string): string {
  return fingerprint(`recovery-code:${personId}:${code}`);
}
