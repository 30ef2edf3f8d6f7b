import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { base32, fromBase32 } from "../domain/people/base32";
import { acceptableSteps, codeOf } from "../domain/people/totp";

export { base32, fromBase32 };

// The only parameters that every authenticator knows: HMAC-SHA-1, six digits, thirty seconds (RFC 6238). What is known
// of collisions of SHA-1 is nothing against an HMAC.
const SEED_BYTES = 20;

export function newSeed(): Uint8Array {
  return Uint8Array.from(randomBytes(SEED_BYTES));
}

/** What an authenticator with this seed shows during a step (`stepAt`). */
export function codeAt(seed: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(step));
  return codeOf(createHmac("sha1", seed).update(counter).digest());
}

/**
 * The step of a code that is right now, null where it is not. Spaces in what was typed count for nothing. Both steps
 * are compared, each in a time that does not depend on how much is right. Whether the step was used before is asked
 * where it is written down.
 */
export function matchingStep(seed: Uint8Array, code: string, now: Date): number | null {
  const typed = code.replace(/\s/g, "");
  if (!/^[0-9]{6}$/.test(typed)) return null;
  const steps = acceptableSteps(now).filter((step) =>
    timingSafeEqual(Buffer.from(typed), Buffer.from(codeAt(seed, step))),
  );
  return steps[0] ?? null;
}

interface Enrolment {
  readonly seed: Uint8Array;
  readonly issuer: string;
  readonly account: string;
}

/** What an authenticator reads from a picture or a link: the seed, and which account of which service it is for. */
export function otpauthUri({ seed, issuer, account }: Enrolment): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  return `otpauth://totp/${label}?secret=${base32(seed)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`;
}
