/** How many characters a name or a job title may have. */
export const LONGEST_NAME = 120;

/** What could begin a new line of an email, or of its head; what nobody sees; and the brackets that stand around addresses. */
const NOT_IN_A_NAME = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>]/u;

/**
 * What is wrong with a name or a job title as it was typed, without the space around it, in a sentence that names it as
 * `whose` does; null where nothing is. At most 120 characters (UTF-16 code units) on one line. Whether it may be empty is
 * for the form to say.
 *
 * Source: security specification, F15. Example: of `Ann\nYour password expires today`, with `your name`, "Write your name
 * on one line, …"; of `Ann O’Neill`, null.
 */
export function nameFault(typed: string, whose: "your name" | "their name" | "your job title"): string | null {
  if (typed.length > LONGEST_NAME) {
    const subject = whose.charAt(0).toUpperCase() + whose.slice(1);
    return `${subject} is longer than ${LONGEST_NAME} characters. Shorten it.`;
  }
  if (NOT_IN_A_NAME.test(typed)) {
    return `Write ${whose} on one line, without angle brackets or invisible characters.`;
  }
  return null;
}
