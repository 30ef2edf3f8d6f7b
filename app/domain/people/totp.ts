const STEP_SECONDS = 30;
const DIGITS = 6;

/**
 * The time step of an instant: whole steps of 30 seconds since 1970. One person uses each step once.
 *
 * Source: RFC 6238, 4.2. For example, 1970-01-01T00:00:59Z is in step 1.
 */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / STEP_SECONDS);
}

/**
 * The steps whose codes are taken now, newest first: this one, and the one before, for whoever typed slowly or whose
 * phone is a little behind.
 *
 * Source: security specification, R4. For example, 1970-01-01T00:00:59Z gives [1, 0].
 */
export function acceptableSteps(now: Date): readonly [number, number] {
  const step = stepAt(now);
  return [step, step - 1];
}

/**
 * The six digits that an HMAC-SHA-1 (20 bytes) is cut down to: the last four bits say where to read 31 bits, of which
 * the last six decimal digits are the code.
 *
 * Source: RFC 4226, 5.3 and 5.4. For example, 1f8698690e02ca16618550ef7f19da8e945b555a gives "872921".
 */
export function codeOf(mac: Uint8Array): string {
  const view = new DataView(mac.buffer, mac.byteOffset, mac.byteLength);
  const offset = view.getUint8(mac.length - 1) & 0x0f;
  const number = view.getUint32(offset) & 0x7fffffff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, "0");
}
