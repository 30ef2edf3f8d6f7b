import { hash, verify } from "@node-rs/argon2";
import { TooBusy, Turns } from "./turns";

// Argon2id with OWASP's first recommended parameters (R1); the package's default algorithm is Argon2id.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const TODAYS = `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`;
/** No hash of ours takes more than 100 MB: one that asked for as much as there is would end the portal. */
const READABLE = /^\$argon2id\$v=19\$m=\d{1,5},t=\d{1,2},p=\d\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$/;

/** Each takes 19 MiB and a processor for a while: two at once, in the order in which they came. */
const turns = new Turns({ places: 2, waitingEach: 1, patienceMs: 20_000 });
let came = 0;

/** Everyone is a party of their own: nobody is known yet where passwords are checked. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  came += 1;
  return turns.take(String(came), work);
}

/**
 * A PHC string with a salt of its own. What is hashed is the whole text in Unicode's form NFC, as UTF-8: the same
 * characters are the same password, whichever keyboard composed them, and nothing is cut off. Throws `TooBusy` after
 * twenty seconds in the line, as all of these do.
 */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize("NFC"), PARAMETERS));
}

/** A stored hash that is none lets nobody in, and answers no sooner than another. */
export async function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  if (!READABLE.test(passwordHash)) return pretendToCheck(password);
  try {
    return await inTurn(() => verify(passwordHash, password.normalize("NFC")));
  } catch (error) {
    if (error instanceof TooBusy) throw error;
    return pretendToCheck(password);
  }
}

/** Spends the same time as a real check, so that an unknown address answers no faster than a wrong password. */
export async function pretendToCheck(password: string): Promise<false> {
  await hashPassword(password);
  return false;
}

/** Whether a hash was made otherwise than today's are, and should be made anew once its password is known again. */
export function needsRehash(passwordHash: string): boolean {
  return !passwordHash.startsWith(TODAYS);
}
