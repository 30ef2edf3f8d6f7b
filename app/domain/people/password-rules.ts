export const PASSWORD_LENGTH = { least: 12, most: 256 } as const;

/** What a guesser would try first of this person. */
export interface PasswordContext {
  readonly email: string;
  readonly name: string;
  readonly trustNames: readonly string[];
  /** Whether it is one of the 100,000 most used, whatever its case. */
  isMostUsed(password: string): boolean;
}

const SERVICE_NAMES = ["zero to two", "parent infant", "camhs", "nhs"];
/** Of a password that holds something easily guessed, as many other characters must remain. */
const OTHERS = 8;

const ADVICE = "Three or four words that have nothing to do with each other are easy to remember and hard to guess.";

/**
 * What is wrong with a new password, in a sentence for the person who chose it; null where nothing is. Its length is
 * counted in characters (Unicode code points) of its form NFC, which is also what is hashed, as UTF-8, whole. Any
 * characters will do; refused are the most used passwords, what only repeats or counts, and what is mostly the
 * person's name or address, their trust or this service.
 *
 * Source: security specification, R2; NIST SP 800-63B, 3.1.1.2. For example, "zero-to-two-2026" leaves five other
 * characters and is refused; "plum lantern seventeen" is not.
 */
export function passwordFault(password: string, context: PasswordContext): string | null {
  const text = password.normalize("NFC");
  const length = Array.from(text).length;
  if (length === 0) return `Choose a password of at least ${PASSWORD_LENGTH.least} characters. ${ADVICE}`;
  if (length < PASSWORD_LENGTH.least) {
    return `This password has ${characters(length)}. Choose one of at least ${PASSWORD_LENGTH.least}. ${ADVICE}`;
  }
  if (length > PASSWORD_LENGTH.most) {
    return `This password has ${characters(length)}. Choose one of no more than ${PASSWORD_LENGTH.most}.`;
  }
  if (context.isMostUsed(text)) {
    return `This password is one of the most used anywhere, so it would be among the first to be tried. Choose another. ${ADVICE}`;
  }
  const plain = plainly(text);
  if (worth(plain) < OTHERS) {
    return `This password mostly repeats the same few characters, or counts up or down. Choose one that does not. ${ADVICE}`;
  }
  if (worth(without(namesIn(context), plain)) < OTHERS) {
    return `This password is mostly a name that others know: yours, your email address, your trust’s or this service’s. Choose one without it. ${ADVICE}`;
  }
  return null;
}

const characters = (count: number) => (count === 1 ? "1 character" : `${count} characters`);

/** Small letters without accents: what a guesser would not tell apart. */
function plainly(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** How many characters there are to guess once it is known how the text goes on: 3 of "abcabcabcabc", 1 of "123456789012". */
function worth(text: string): number {
  const letters = Array.from(text);
  return Math.min(period(letters), outsideRuns(letters));
}

/** After how many characters a text begins again; its whole length where it never does. */
function period(letters: readonly string[]): number {
  const every = letters.findIndex((_, at) => at > 0 && letters.slice(at).every((letter, on) => letter === letters[on]));
  return every === -1 ? letters.length : every;
}

const RUN = 4;

/** How many characters there are when each that begins a run of four or more stands for all of it. */
function outsideRuns(letters: readonly string[]): number {
  let count = 0;
  for (let at = 0; at < letters.length; count++) {
    const run = Math.max(runFrom(letters, at, 1), runFrom(letters, at, -1));
    at += run >= RUN ? run : 1;
  }
  return count;
}

/** For how many characters a text from here stays the same or goes one on, 0 following 9: "112233", "cba", "8901". */
function runFrom(letters: readonly string[], from: number, direction: 1 | -1): number {
  let at = from;
  while (at + 1 < letters.length) {
    const [here = "", next = ""] = letters.slice(at, at + 2);
    const step = (next.codePointAt(0) ?? 0) - (here.codePointAt(0) ?? 0);
    const aroundZero = direction === 1 ? here + next === "90" : here + next === "09";
    if (step !== 0 && step !== direction && !aroundZero) break;
    at += 1;
  }
  return at - from + 1;
}

/** Names, each as its words. Shorter words of a trust's name, such as "and", say nothing of it. */
function namesIn({ email, name, trustNames }: PasswordContext): string[][] {
  return [
    ...[name, ...email.split("@")].flatMap((text) => wholeAndWords(text, 3)),
    ...trustNames.flatMap((text) => wholeAndWords(text, 4)),
    ...SERVICE_NAMES.map(wordsOf),
  ];
}

function wholeAndWords(text: string, shortest: number): string[][] {
  const words = wordsOf(text);
  return [words, ...words.map((word) => [word])].filter((name) => name.join("").length >= shortest);
}

function wordsOf(text: string): string[] {
  return plainly(text).match(/\p{L}+|\p{N}+/gu) ?? [];
}

/** What remains when every name is taken away, however its words are joined; also where one name overlaps another. */
function without(names: readonly (readonly string[])[], text: string): string {
  const taken = new Set<number>();
  for (const words of names) {
    for (const { 0: found, index } of text.matchAll(new RegExp(words.join("[^\\p{L}\\p{N}]*"), "gu"))) {
      for (let at = index; at < index + found.length; at++) taken.add(at);
    }
  }
  return text.replace(/./gsu, (character, at: number) => (taken.has(at) ? "" : character));
}
