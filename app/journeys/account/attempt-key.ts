import { keyedFingerprint } from "../../platform/fingerprint";
import type { Context } from "../context";

/** What is counted, in a form that tells nobody without the key whose address or account it is. */
export function attemptKey({ keys }: Context, kind: string, subject: string): string {
  return keyedFingerprint(keys.lookup, `${kind}:${subject}`);
}
