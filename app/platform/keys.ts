import type { SealingKey } from "./sealing";

/** What is kept from whoever gets hold of the database alone. Nothing of it belongs in a page, a log or a message. */
export interface Keys {
  /** For what has to be read again, such as the seeds of authenticators: the first seals, any of them opens. */
  readonly sealing: readonly SealingKey[];
  /** Keys the chain of the audit log, so that whoever can write the database still cannot write a chain of their own. */
  readonly audit: Uint8Array;
  /** Keys the fingerprints of what can be guessed, such as an address, so that guesses cannot be tried on them. */
  readonly lookup: Uint8Array;
}

export const SECRETS = ["SEALING_KEYS", "AUDIT_KEY", "LOOKUP_KEY"] as const;
type Secret = (typeof SECRETS)[number];
/** As they come from the environment, where what was not set may be empty. */
export type SecretTexts = Readonly<Partial<Record<Secret, string>>>;

export const HOW_TO_MAKE_A_SECRET = `node -e "console.log(require('node:crypto').randomBytes(32).toString('base64url'))"`;

const BYTES = 32;
/** Short, so that a secret written in its place is never taken for one. */
const ID = /^[A-Za-z0-9_-]{1,16}$/;
const EXAMPLE = /example|change.?me|secret|password|replace|default|insecure|zero.?to.?two/i;

interface Found {
  readonly where: string;
  readonly bytes: Uint8Array;
}

/**
 * The keys, or everything that is wrong with them, each fault beginning with the name of its variable and never
 * holding anything of its value. A secret is at least 32 random bytes (a sealing key exactly 32), written in base64url
 * or hexadecimal; `SEALING_KEYS` is `id:secret`, or several separated by commas. No two may be the same.
 *
 * Source: security specification, R34. For example, `{ AUDIT_KEY: "changeme", … }` gives the fault "AUDIT_KEY: an
 * example, not a secret".
 */
export function readKeys(texts: SecretTexts): { keys: Keys } | { faults: readonly string[] } {
  const faults: string[] = [];
  const found: Found[] = [];

  function take(where: string, text: string): Uint8Array {
    const bytes = bytesOf(text);
    const fault = faultOf(text, bytes);
    if (fault !== null) faults.push(`${where}: ${fault}`);
    else found.push({ where, bytes });
    return bytes;
  }

  const sealing = listed(texts.SEALING_KEYS).map((entry, place, all): SealingKey => {
    const where = all.length === 1 ? "SEALING_KEYS" : `SEALING_KEYS: key ${place + 1}`;
    const colon = entry.indexOf(":");
    const id = entry.slice(0, Math.max(colon, 0));
    const key = take(where, entry.slice(colon + 1).trim());
    if (!ID.test(id)) faults.push(`${where}: begin it with a short id of its own and a colon, such as 2026:`);
    if (key.length > BYTES) faults.push(`${where}: too long, a sealing key is exactly ${BYTES} bytes`);
    return { id, key };
  });
  if (new Set(sealing.map(({ id }) => id)).size < sealing.length) {
    faults.push("SEALING_KEYS: two keys have the same id");
  }
  const audit = texts.AUDIT_KEY ? take("AUDIT_KEY", texts.AUDIT_KEY) : new Uint8Array();
  const lookup = texts.LOOKUP_KEY ? take("LOOKUP_KEY", texts.LOOKUP_KEY) : new Uint8Array();
  for (const name of SECRETS) if (!texts[name]) faults.push(`${name}: missing`);

  found.forEach(({ where, bytes }, place) => {
    const twin = found.slice(0, place).find((other) => Buffer.compare(other.bytes, bytes) === 0);
    if (twin !== undefined) faults.push(`${where}: the same as ${twin.where}`);
  });
  return faults.length > 0 ? { faults } : { keys: { sealing, audit, lookup } };
}

function listed(text = ""): string[] {
  return text === "" ? [] : text.split(",").map((entry) => entry.trim());
}

/** What is all hexadecimal digits is hexadecimal, or half a secret would pass for a whole one. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, /^[0-9a-f]+$/i.test(text) ? "hex" : "base64url"));
}

function faultOf(text: string, bytes: Uint8Array): string | null {
  if (EXAMPLE.test(text)) return "an example, not a secret";
  if (!/^[A-Za-z0-9+/_-]*=*$/.test(text)) return "neither base64url nor hexadecimal";
  if (bytes.length < BYTES) return `too short, ${bytes.length} bytes where ${BYTES} are needed`;
  return looksRandom(bytes) ? null : "not random";
}

/**
 * Thirty-two random bytes have some thirty different values, as many different steps from each to the next, and are
 * never all printable: of 10⁹ of them not one is expected to be refused. Zeros, repetitions, counting and words are.
 */
function looksRandom(bytes: Uint8Array): boolean {
  const steps = bytes.subarray(1).map((byte, place) => byte - (bytes[place] ?? 0));
  const printable = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  return new Set(bytes).size > BYTES / 2 && new Set(steps).size > BYTES / 2 && !printable;
}
