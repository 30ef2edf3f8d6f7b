import type { Count } from "../../count/count";
import type { Line } from "../return";
import { dateWritten, isDateSerial } from "./excel-date";
import { hasStraySpaces, plain } from "./plain-text";

/** Why a count cannot be taken as written. Each is a situation of the catalogue, and must be fixed. */
export type CountFault =
  | "decimal-value"
  | "percentage-value"
  | "negative-value"
  | "sentinel-value"
  | "excel-date-value"
  | "spreadsheet-error"
  | "formula"
  | "scientific-notation"
  | "answer-to-question-1"
  | "several-figures"
  | "impossible-count"
  | "damaged-value"
  | "backward-range";

/** What the officer is asked about a count. Each is a situation of the catalogue, and waits for a confirmation. */
export type CountQuery =
  | "unclear-mark"
  | "withheld"
  | "nil-or-missing"
  | "placeholder"
  | "number-in-words"
  | "estimate"
  | "number-with-note"
  | "wide-range"
  | "open-range"
  | "unread-words";

/** What the text of one count cell says. */
export interface CountReading {
  /** `missing` where the text is at fault: nothing is ever read into it. */
  readonly count: Count;
  readonly problem: CountFault | CountQuery | null;
  /** Read as meant, and said so. */
  readonly notes: readonly ("trimmed-spaces" | "thousands-separator")[];
  /** What stands beside the number, as in `12 (of which 3 perinatal)`; null where nothing does. */
  readonly remark: string | null;
  /** Published with the mark [e]. */
  readonly estimated: boolean;
}

/**
 * Reads a count as trusts write it. A blank is `missing` and nobody is asked about it here: whether it matters depends
 * on the answer beside it. Five figures from 40000 to 50000 are the date a spreadsheet made of `12-24` in an age band;
 * in the 0–18 line, where a large trust may count that many, they are a count.
 * Source: reference on messy files, "Values", and on disclosure, section 5. Examples: `<5` is the range 0 to 4; `*` is
 * unclear until its rule is stated; `12.5` is a fault; `none` is 0.
 */
export function readCount(raw: string, line: Line = "0-12m"): CountReading {
  const figure = plainFigure(raw);
  if (figure !== null) return readFigure(figure, raw, line, NO_NOTES);
  if (raw.length > LONGEST_COUNT) return UNREAD;

  const text = plain(raw.startsWith("'") ? raw.slice(1) : raw);
  if (text === "") return MISSING;
  const notes = hasStraySpaces(raw) ? TRIMMED : NO_NOTES;
  const reading = readWords(text, line);
  return notes === NO_NOTES ? reading : { ...reading, notes: [...reading.notes, ...notes] };
}

const LONGEST_COUNT = 300;
const NO_NOTES: CountReading["notes"] = [];
const TRIMMED: CountReading["notes"] = ["trimmed-spaces"];

function reading(
  count: Count,
  problem: CountReading["problem"] = null,
  more: Partial<CountReading> = {},
): CountReading {
  return { count, problem, notes: NO_NOTES, remark: null, estimated: false, ...more };
}
function exact(value: number): Count {
  return { kind: "exact", value };
}
function range(lo: number, hi: number | null): Count {
  return { kind: "range", lo, hi };
}
const MISSING = reading({ kind: "missing" });
const UNREAD = reading({ kind: "unclear" }, "unread-words");
const fault = (problem: CountFault) => reading({ kind: "missing" }, problem);

/** The order matters: what a spreadsheet or a database wrote is recognised before any number is looked for. */
function readWords(text: string, line: Line): CountReading {
  return (
    readMark(text) ??
    readFault(text) ??
    readStatement(text) ??
    readNumber(text, line) ??
    readRange(text) ??
    readEstimate(text) ??
    readAnnotated(text, line) ??
    (manyFigures(text) ? fault("several-figures") : UNREAD)
  );
}

// Marks and single words

const unclear = (problem: CountQuery) => reading({ kind: "unclear" }, problem);
const MARKS: ReadonlyMap<string, CountReading> = new Map([
  ...words(["nil", "none", "zero", "nought", "ø", "0 (zero)", "0 (nil)", "0 (none)"], reading(exact(0))),
  ...words(["c", "[c]", "confidential"], reading({ kind: "unclear" })),
  ...words(["[x]", "x", ".."], MISSING),
  ...words(["[z]", "z"], reading({ kind: "not-applicable" })),
  ...words(["[k]", "k"], reading(range(0, null), "open-range")),
  ...words(["[u]", "u", "~", "[e]", "e", "r", "[r]", "p", "[p]"], unclear("unclear-mark")),
  ...words(["s", "[s]", "supp", "supp.", "suppr", "sup"], unclear("withheld")),
  ...words(
    ["n/a", "na", "n\\a", "n.a.", "n.a", "[na]", "#n/a", "n / a", "null", "(null)", "nan", "-", "--", "---", "/", "."],
    unclear("nil-or-missing"),
  ),
  ...words(
    [":", "?", "??", "???", '"', "''", "ditto", "tbc", "tba", "tbd", "t.b.c.", "pending"],
    reading({ kind: "missing" }, "placeholder"),
  ),
  ...words(["single figures", "single figure", "single digits", "single digit"], reading(range(0, 9))),
  ...words(["double figures", "double digits"], reading(range(10, 99), "wide-range")),
  ...words(["yes", "y", "no", "n", "true", "false", "✓", "✔", "✗", "✘", "partial"], fault("answer-to-question-1")),
]);
function words(list: readonly string[], meaning: CountReading): [string, CountReading][] {
  return list.map((word) => [word, meaning]);
}

const ONLY_MARKS = /^[*†‡§#^¹²³⁴⁵⁶⁷⁸⁹⁰]+$|^x\*+$|^\[\*+\]$|^\(\*+\)$/;

function readMark(text: string): CountReading | null {
  const meaning = MARKS.get(text);
  if (meaning !== undefined) return meaning;
  if (/^##+$/.test(text)) return fault("spreadsheet-error");
  return ONLY_MARKS.test(text) ? unclear("unclear-mark") : null;
}

// What spreadsheets and databases write

const SPREADSHEET_ERROR = /^#[a-z][a-z0-9_/]*[!?]?$|^err(?:or)?:? ?\d{3}$/;
const SCIENTIFIC = /^[-+]?\d+(?:[.,]\d+)?e[-+]?\d+$/;
const PERCENTAGE = /\d ?(?:%|per ?cent\b|pct\b)/;
const NEGATIVE = /^(?:- ?|minus )(\d[\d,. ]*)$|^\( ?([\d,.]+) ?\)$|^([\d,.]+) ?-$/;
const DATABASE_NEGATIVE = /^(?:1|9+)$/;
const CONTROL_CHARACTER = /\p{Cc}/u;

function readFault(text: string): CountReading | null {
  // Bytes were lost, and what remains may be another number.
  if (CONTROL_CHARACTER.test(text)) return fault("damaged-value");
  if (SPREADSHEET_ERROR.test(text)) return fault("spreadsheet-error");
  if (/^=(?!<|>)/.test(text) || /^@\w+\(/.test(text)) return fault("formula");
  if (SCIENTIFIC.test(text)) return fault("scientific-notation");
  if (PERCENTAGE.test(text)) return fault("percentage-value");
  const negative = NEGATIVE.exec(text);
  if (negative) {
    return fault(DATABASE_NEGATIVE.test(negative[1] ?? negative[3] ?? "") ? "sentinel-value" : "negative-value");
  }
  if (dateWritten(text) !== null) return fault("excel-date-value");
  return null;
}

// Answers in words

const NOTHING_COUNTED =
  /^(?:(?:nil|none|zero|nought|no) )(?:children|referrals?|patients?|cases?|contacts?|cyp|young people|return|recorded|received|seen|accessed)(?: (?:were |was )?(?:referred|received|seen|accessed|recorded|made))?(?: in (?:the|this) (?:year|period))?$/;
const NOT_HELD = /\bnot held\b|\b(?:does not|do not|doesn[’']t|don[’']t) hold\b|\bno information held\b|^held by\b/;
const NOT_APPLICABLE =
  /\bnot applicable\b|\bnot commissioned\b|\bservice not (?:provided|offered|available)\b|\bno service\b|\b(?:do not|does not|don[’']t|doesn[’']t) (?:accept|take)\b|\b(?:age|band) not (?:taken|accepted)\b|^not (?:taken|accepted)$/;
const SECTION = /\b(?:section|sect|sec|s)\.? ?(\d{1,2})(?!\d)(?: ?\((\d)\))?/;
const REFUSED = /\brefus|\bcost limit\b|\bappropriate limit\b|\bfees limit\b|\bvexatious\b/;
const WITHHELD =
  /^[[(]?(?:suppress|redact|withheld|with-held|exempt|hidden|masked|removed|not (?:disclosed|shown|published|released|disclosable)|disclos|small number|low number|too (?:few|small|low)|personal data|data protection)/;
const PLACEHOLDER =
  /^(?:data |information |figures? )?(?:to be |tbc\b|tba\b|tbd\b|to follow|pending|awaiting|awaited|being |in progress|see |refer to |please see |as (?:above|below|per)|ditto|same as|included (?:in|above|below|with)|attached|waiting|coming)/;
const NOT_AVAILABLE =
  /^(?:data |information |figures? |numbers? )?(?:(?:is |are )?(?:not|un|currently not) ?(?:available|known|collected|recorded|reported|reportable|captured|provided|answered|stated|extractable)|unknown|unavailable|unable to |cannot |can[’']t |could not |no (?:data|information|figures?|record)|not yet |missing|none available)/;

function readStatement(text: string): CountReading | null {
  if (!/[a-z]/.test(text)) return null;
  if (NOTHING_COUNTED.test(text)) return reading(exact(0));
  if (NOT_HELD.test(text)) return reading({ kind: "not-held" });
  const section = sectionNamed(text);
  if (REFUSED.test(text)) return reading({ kind: "refused", section });
  if (section !== null) return section.startsWith("s40") ? unclear("withheld") : reading({ kind: "refused", section });
  if (NOT_APPLICABLE.test(text)) return reading({ kind: "not-applicable" });
  if (WITHHELD.test(text)) return unclear("withheld");
  if (PLACEHOLDER.test(text)) return reading({ kind: "missing" }, "placeholder");
  if (NOT_AVAILABLE.test(text)) return MISSING;
  return null;
}

/** `s12` for "section 12", "S.12" or "refused s12"; null where no section of the Act is named. */
function sectionNamed(text: string): string | null {
  const [, number, part] = SECTION.exec(text) ?? [];
  if (number === undefined) return null;
  return part === undefined ? `s${number}` : `s${number}(${part})`;
}

// Numbers

/** The value of 1 to 7 plain figures; null for anything else. Kept free of patterns: nearly every cell comes here. */
function plainFigure(raw: string): number | null {
  if (raw.length === 0 || raw.length > 7) return null;
  let value = 0;
  for (let i = 0; i < raw.length; i++) {
    const digit = raw.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return value;
}

/** More children than live in England. */
const MOST_CHILDREN = 15_000_000;
const RUN_OF_NINES = /^9{3,}$/;

function readFigure(value: number, figures: string, line: Line, notes: CountReading["notes"]): CountReading {
  if (value >= 999 && RUN_OF_NINES.test(figures)) return fault("sentinel-value");
  if (line !== "all" && figures.length === 5 && isDateSerial(value)) return fault("excel-date-value");
  if (value > MOST_CHILDREN) return fault("impossible-count");
  return { count: exact(value), problem: null, notes, remark: null, estimated: false };
}

const WHOLE = /^\+?(\d+)\.?$/;
const THOUSANDS = /^\+?([1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+)(?:\.0{0,2})?$/;
const POINT_ZERO = /^\+?(\d+)\.(0+)$/;
const DECIMAL = /^[-+]?(?:\d+[.,]\d+|[.,]\d+|\d[\d.,]*\d)$/;
const NUMBER_WORDS = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
  "twenty",
];

function readNumber(text: string, line: Line): CountReading | null {
  const whole = WHOLE.exec(text)?.[1];
  if (whole !== undefined) return readFigure(Number(whole), whole, line, NO_NOTES);
  const grouped = THOUSANDS.exec(text)?.[1]?.replace(/[, ]/g, "");
  if (grouped !== undefined) return readFigure(Number(grouped), grouped, "all", ["thousands-separator"]);
  const [, pointed, zeros] = POINT_ZERO.exec(text) ?? [];
  // "1.000" is 1 to some and 1,000 to others.
  const continental = zeros?.length === 3 && pointed !== undefined && pointed.length <= 3;
  if (pointed !== undefined && !continental) return readFigure(Number(pointed), pointed, line, NO_NOTES);
  if (DECIMAL.test(text)) return fault("decimal-value");
  const word = NUMBER_WORDS.indexOf(text);
  return word === -1 ? null : reading(exact(word), "number-in-words");
}

/** A number inside a phrase: figures, grouped or not, or a word up to twenty. Null where it is neither. */
function numberIn(text: string | undefined): number | null {
  if (text === undefined) return null;
  const word = NUMBER_WORDS.indexOf(text);
  if (word !== -1) return word;
  if (!/^\d{1,3}(?:,\d{3})+$|^\d{1,8}$/.test(text)) return null;
  return Number(text.replaceAll(",", ""));
}

// Ranges

const N = String.raw`([\d,]+|[a-z]+)`;
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
  `^(?:from )?${N} ?(?:-|to|or) ?${N}${CHILDREN}$|^between ${N} ?(?:-|and|to) ?${N}${CHILDREN}$`,
);
const SAYS_WHY = /^(.*\S) ?[([](?:suppressed|supp|redacted|masked|small numbers?|withheld|s\.? ?40[^)\]]*)[)\]]$/;
const MARKED = /^(.*[^*†‡¹²³⁴⁵⁶⁷⁸⁹⁰ ]) ?(?:[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[(?:note )?\d{1,2}\])$/;

function readRange(text: string): CountReading | null {
  const [, bare = text] = SAYS_WHY.exec(withoutBrackets(text)) ?? [null, withoutBrackets(text)];
  const stated = rangeStated(bare);
  if (stated !== null) return stated;
  const marked = MARKED.exec(bare)?.[1];
  const under = marked === undefined ? null : rangeStated(marked);
  return under === null || under.problem !== null
    ? under
    : { ...under, problem: "number-with-note", remark: remarkAfter(bare, marked) };
}

/** `<5` for `(<5)`; `(3)` keeps its brackets, for it may be a negative. */
function withoutBrackets(text: string): string {
  const inside = /^[([] ?(.*?) ?[)\]]$/.exec(text)?.[1];
  return inside !== undefined && !/[()[\]]/.test(inside) && /[^\d.]/.test(inside) ? inside : text;
}

function rangeStated(text: string): CountReading | null {
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

// A number with something beside it

const ESTIMATE_BEFORE =
  /^(?:approximately|approx\.?|approx|circa|ca\.?|c\.?|around|about|roughly|estimated|estimate|est\.?|some|nearly|almost|~|≈) ?(?:at )?/;
const ESTIMATE_AFTER =
  /(?: ?ish| approx\.?| approximately| or so| estimated?| est\.?| ?[([](?:approx\.?|approximately|est\.?|estimated?|e)[)\]])$/;

function readEstimate(text: string): CountReading | null {
  const number = text.replace(ESTIMATE_BEFORE, "").replace(ESTIMATE_AFTER, "").trim();
  if (number === text) return null;
  const value = numberIn(number.replace(/ (?:children|patients?|referrals?|cases)$/, ""));
  if (value !== null) return reading(exact(value), "estimate", { estimated: true });
  const stated = rangeStated(number);
  return stated === null || stated.count.kind !== "range" ? null : { ...stated, problem: "estimate", estimated: true };
}

const NUMBER_THEN_NOTE =
  /^(\d[\d,]*) ?([*†‡§^#¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[[^[\]]*\]|\([^()]*\)|(?:children|patients?|referrals?|cases|young people|cyp|infants|babies)\b[^\d]*)$/;
const MARK_THEN_NUMBER = /^([*†‡]+) ?(\d[\d,]*)$/;

function readAnnotated(text: string, line: Line): CountReading | null {
  const after = NUMBER_THEN_NOTE.exec(text);
  const before = MARK_THEN_NUMBER.exec(text);
  const [figures, remark] = after ? [after[1], after[2]] : before ? [before[2], before[1]] : [];
  if (figures === undefined || remark === undefined) return null;
  const number = readNumber(figures, line);
  if (number === null || number.problem !== null) return number;
  const said = numberIn(remark.replace(/^\(|\)$/g, "").trim());
  if (remark.startsWith("(") && number.count.kind === "exact" && said === number.count.value && /[a-z]/.test(remark))
    return number;
  return { ...number, problem: "number-with-note", remark };
}

function remarkAfter(text: string, number = ""): string {
  return text.slice(number.length).trim();
}

function manyFigures(text: string): boolean {
  return /\d\D*[,;:/\n ]\D*\d/.test(text);
}
