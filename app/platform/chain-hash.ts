import { createHmac } from "node:crypto";
import type { ChainHash } from "../domain/audit/chain";

/** HMAC-SHA-256: without the key nobody can make an entry of the audit log that follows on another. */
export function chainHash(key: Uint8Array): ChainHash {
  return (previous, text) => createHmac("sha256", key).update(previous).update("\n").update(text).digest("hex");
}
