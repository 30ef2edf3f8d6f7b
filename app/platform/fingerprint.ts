import { createHash } from "node:crypto";

/** SHA-256 in hexadecimal: what a file or a text is known by. */
export function fingerprint(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}
