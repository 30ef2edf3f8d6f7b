import { randomBytes, randomInt } from "node:crypto";

/** For a link or a cookie: 256 random bits in base64url, 43 characters. Only its fingerprint is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** For typing over from a letter: six digits, each number of them as likely as any other. Worth few guesses and little time. */
export function newShortCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}
