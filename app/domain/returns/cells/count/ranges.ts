import { readMark } from "./marks";
import { MOST_CHILDREN, numberIn, TWO_WORDS } from "./numbers";
import { type CountQuery, type CountReading, fault, range, reading } from "./reading";
import { readStatement } from "./statements";

const N = String.raw`([\d,]+|${TWO_WORDS}|[a-z]+)`;
const CHILDREN = "(?: (?:children|patients?|referrals?|cases|young people|cyp|infants|babies|in number))?";
const BELOW = new RegExp(`^(?:less than|fewer than|under|below|lower than|<) ?${N}${CHILDREN}$`);
const UP_TO = new RegExp(
  `^(?:<=|=<|≤|up to|no more than|not more than|at most|maximum(?: of)?|max(?: of)?) ?${N}${CHILDREN}$|^${N} (?:or|and) (?:fewer|less|under|below|lower)${CHILDREN}$`,
);
const ABOVE = new RegExp(`^(?:more than|greater than|over|above|>) ?${N}${CHILDREN}$`);
const AT_LEAST = new RegExp(
  `^(?:>=|=>|≥|at least|no fewer than|not less than|minimum(?: of)?|min(?: of)?) ?${N}${CHILDREN}$|^${N} ?(?:\\+|plus|(?:or|and) (?:more|over|above|greater))${CHILDREN}$`,
);
const BETWEEN = new RegExp(
  `^(?!${TWO_WORDS}${CHILDREN}$)(?:from )?${N} ?(?:-|to|or|through) ?${N}${CHILDREN}$|^between ${N} ?(?:-|and|to) ?${N}${CHILDREN}$`,
);
const MARKED = /^(.*[^*†‡¹²³⁴⁵⁶⁷⁸⁹⁰ ]) ?(?:[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[(?:note )?\d{1,2}\])$/;

/** A range, with or without the reason for it: `<5`, `5 or fewer`, `1-4`, `>100`, `<5 (s40(2))`, `1-4*`. Null for anything else. */
export function readRange(text: string): CountReading | null {
  const bare = withoutBrackets(withoutReason(withoutBrackets(text)));
  const stated = rangeStated(bare);
  if (stated !== null) return stated;
  const marked = MARKED.exec(bare)?.[1];
  const under = marked === undefined ? null : rangeStated(marked);
  return under === null || under.problem !== null
    ? under
    : { ...under, problem: "number-with-note", remark: bare.slice(marked?.length).trim() };
}

/** `<5` for `(<5)`; `(3)` keeps its brackets, for it may be a negative. */
function withoutBrackets(text: string): string {
  const last = lastBracket(text);
  return last !== null && last.before === "" && /[^\d.]/.test(last.inside) ? last.inside : text;
}

/** `<5` for `<5 (section 40(2))`: what stands in the brackets is why the number is withheld. */
function withoutReason(text: string): string {
  const last = lastBracket(text);
  return last !== null && last.before !== "" && saysWhy(last.inside) ? last.before : text;
}

function saysWhy(words: string): boolean {
  const said = readMark(words) ?? readStatement(words);
  return said?.count.kind === "unclear" && (said.problem === "withheld" || said.problem === null);
}

/** The brackets that end a text, with whatever brackets stand inside them. Null where they do not match. */
function lastBracket(text: string): { readonly before: string; readonly inside: string } | null {
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    const char = text.charAt(i);
    if (char === ")" || char === "]") depth++;
    if (char === "(" || char === "[") depth--;
    if (depth === 0) {
      return i === text.length - 1 ? null : { before: text.slice(0, i).trim(), inside: text.slice(i + 1, -1).trim() };
    }
  }
  return null;
}

/** A range and nothing beside it. */
export function rangeStated(text: string): CountReading | null {
  const below = numberIn(BELOW.exec(text)?.[1]);
  if (below !== null) return below === 0 ? fault("negative-value") : rangeReading(0, below - 1);
  const upTo = numberIn(firstGroup(UP_TO.exec(text)));
  if (upTo !== null) return rangeReading(0, upTo);
  const above = numberIn(ABOVE.exec(text)?.[1]);
  if (above !== null) return rangeReading(above + 1, null);
  const atLeast = numberIn(firstGroup(AT_LEAST.exec(text)));
  if (atLeast !== null) return rangeReading(atLeast, null);
  const between = BETWEEN.exec(text);
  const [lo, hi] = [numberIn(between?.[1] ?? between?.[3]), numberIn(between?.[2] ?? between?.[4])];
  if (lo === null || hi === null) return null;
  if (lo > hi) return fault("backward-range");
  // From 0 or 1 to at most 10 is how small numbers are masked; any other range may be an age, a date or a slip.
  return rangeReading(lo, hi, lo <= 1 && hi <= 10 ? null : "wide-range");
}

function rangeReading(lo: number, hi: number | null, problem: CountQuery | null = null): CountReading {
  if (Math.max(lo, hi ?? 0) > MOST_CHILDREN) return fault("impossible-count");
  return reading(range(lo, hi), hi === null ? "open-range" : problem);
}

function firstGroup(match: RegExpExecArray | null): string | undefined {
  return match?.[1] ?? match?.[2];
}
