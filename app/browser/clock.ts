/** This computer's time in milliseconds since 1970: not the portal's, so only ever compared with itself. */
export function now(): number {
  return Date.now();
}
