import { createHash, createHmac } from "node:crypto";

/** SHA-256 in hexadecimal: what a file or a text is known by. */
export function fingerprint(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** HMAC-SHA-256 in hexadecimal: the same for the same text, and nobody without the key can tell for which. */
export function keyedFingerprint(key: Uint8Array, content: string): string {
  return createHmac("sha256", key).update(content).digest("hex");
}
