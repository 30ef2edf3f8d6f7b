const FREE_FAILURES = 4;
export const LONGEST_WAIT_S = 15 * 60;

/**
 * How many seconds an account waits after as many failures in a row (a whole number from 0): nothing for the first
 * four, from the fifth 2 to the power of their number, and never more than 15 minutes. So nobody is locked out for
 * good, and a guesser gets some hundred guesses a day.
 *
 * Source: security specification, R9. For example, the fifth failure costs 2⁵ = 32 seconds, the sixth 64, the ninth
 * 512, and the tenth and every later one 900.
 */
export function waitAfter(failures: number): number {
  return failures <= FREE_FAILURES ? 0 : Math.min(2 ** failures, LONGEST_WAIT_S);
}
