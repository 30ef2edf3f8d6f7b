import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

export interface SealingKey {
  /** Stands before everything the key sealed, so that a new key can take its place while the old one still opens. */
  readonly id: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
}

export interface Sealing {
  /** `about` says what this is and whose, such as `totp:PERSONID`: what was sealed about one opens as no other's. */
  seal(plain: Uint8Array, about: string): string;
  /** Throws `SealBroken`. */
  open(sealed: string, about: string): Uint8Array;
}

export class SealBroken extends Error {
  override name = "SealBroken";
}

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FORM = /^([A-Za-z0-9_-]{1,16})\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/;

/**
 * Seals with AES-256-GCM and a random nonce of 96 bits, which is safe for 2³² seals of one key. A sealed text is
 * `key id.nonce.ciphertext and tag`, the last two in base64url. The first key seals, whichever is named opens. What was
 * changed, sealed about something else, or sealed with a key that is not here, throws `SealBroken`.
 *
 * Source: NIST SP 800-38D, 8.2.2 and 8.3; security specification, R34. For example, `seal(seed, "totp:7")` gives
 * "2026.q3Jw….x0fT…", which `open(…, "totp:7")` makes the seed again, and `open(…, "totp:8")` refuses.
 */
export function openSealing(keys: readonly SealingKey[]): Sealing {
  const [current] = keys;
  if (current === undefined) throw new Error("Sealing needs at least one key.");
  return {
    seal(plain, about) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, current.key, nonce, { authTagLength: TAG_BYTES }).setAAD(
        Buffer.from(about),
      );
      const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
      return [current.id, nonce.toString("base64url"), sealed.toString("base64url")].join(".");
    },
    open(text, about) {
      const [, id = "", nonceText = "", sealedText = ""] = FORM.exec(text) ?? [];
      // What has another form may be anything, so none of it is repeated.
      if (id === "") throw new SealBroken("What should be sealed does not have the form of it.");
      const key = keys.find((one) => one.id === id)?.key;
      if (key === undefined) throw new SealBroken(`Sealed with the key ${id}, which is not among SEALING_KEYS.`);
      const [nonce, sealed] = [bytesOf(nonceText), bytesOf(sealedText)];
      if (nonce?.length !== NONCE_BYTES || sealed === null || sealed.length < TAG_BYTES) throw broken(id);
      const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(about))
        .setAuthTag(sealed.subarray(-TAG_BYTES));
      try {
        return Uint8Array.from(Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]));
      } catch {
        throw broken(id);
      }
    },
  };
}

const broken = (id: string) =>
  new SealBroken(`What the key ${id} sealed was changed, or belongs to something else. It cannot be opened.`);

/** Null where another text would decode to the same bytes: a last character may hold bits that count for nothing. */
function bytesOf(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64url");
  return bytes.toString("base64url") === text ? bytes : null;
}
