import { fromBase32 } from "../../../app/domain/people/base32";
import { stepAt } from "../../../app/domain/people/totp";
import { codeAt } from "../../../app/platform/authenticator";
import { systemClock } from "../../../app/platform/clock";
import { SEED } from "./portal";

/** What an authenticator with this key shows now: by default that of the demonstration's accounts. */
export function codeNow(key = SEED): string {
  return codeAt(fromBase32(key) ?? new Uint8Array(), stepAt(systemClock.now()));
}
