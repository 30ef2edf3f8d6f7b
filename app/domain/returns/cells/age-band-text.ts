import type { AgeBand, Line } from "../return";
import { LINES, lineText } from "../return";
import { dateOfSerial, dateWritten, isDateSerial } from "./excel-date";
import { plain } from "./plain-text";

/** What the words for an age band mean. */
export type AgeBandReading =
  /** `synonym` is another way to say it; `excel-date` what a spreadsheet made of it, `Dec-24` of `12-24`. */
  | {
      readonly kind: "line";
      readonly line: Line;
      readonly spelling: "canonical" | "synonym" | "excel-date";
      readonly to17: boolean;
    }
  /** A total of the three bands, or of the whole table: never a band. */
  | { readonly kind: "total" }
  /** A bare number may be an age or the number of a question. */
  | { readonly kind: "bare-number" }
  | { readonly kind: "blank" }
  | { readonly kind: "unknown" };

/**
 * Reads an age band as people write it, in months, completed years or the letters of the questions: `0–12m`, `<1`,
 * `Age 1`, `25-36 months`, `1(iii)`, `All ages`. `to17` says that the trust's total ends at the 18th birthday.
 * Source: reference on messy files, "Header synonyms". Example: `Dec-24` is 12–24 months, spelled by a spreadsheet.
 */
export function readAgeBand(raw: string): AgeBandReading {
  if (raw.length > 80) return UNKNOWN;
  const text = plain(raw)
    .replaceAll("\uFFFD", "-")
    .replace(/ ?- ?/g, "-")
    .replace(/[.:]$/, "")
    .replace(FROM_BIRTH, "0");
  if (text === "") return { kind: "blank" };
  const canonical = CANONICAL.get(text);
  if (canonical !== undefined) return { kind: "line", line: canonical, spelling: "canonical", to17: false };
  if (TOTAL_ALONE.test(text)) return { kind: "total" };
  if (BARE_NUMBER.test(text)) return { kind: "bare-number" };

  const meant = meaningOf(text);
  if (meant !== null) return { kind: "line", line: meant, spelling: "synonym", to17: TO_17.test(text) };
  if (TOTAL_WORD.test(text)) return readTotal(text.replace(TOTAL_WORD, "").trim());
  const eaten = eatenBySpreadsheet(text);
  return eaten === null ? UNKNOWN : { kind: "line", line: eaten, spelling: "excel-date", to17: false };
}

const UNKNOWN: AgeBandReading = { kind: "unknown" };
const CANONICAL: ReadonlyMap<string, Line> = new Map(LINES.map((line) => [lineText(line).inFile, line]));

/** By lowest and highest age as written. The questions overlap at 12 and 24 months; most trusts pull completed years. */
const BY_MONTHS: ReadonlyMap<string, AgeBand> = new Map([
  ["0-12", "0-12m"],
  ["0-11", "0-12m"],
  ["12-24", "12-24m"],
  ["12-23", "12-24m"],
  ["13-24", "12-24m"],
  ["24-36", "24-36m"],
  ["24-35", "24-36m"],
  ["25-36", "24-36m"],
]);
const BY_YEARS: ReadonlyMap<string, Line> = new Map<string, Line>([
  ["0-1", "0-12m"],
  ["1-2", "12-24m"],
  ["2-3", "24-36m"],
  ["0-18", "all"],
  ["0-17", "all"],
]);
const BY_AGE: ReadonlyMap<string, AgeBand> = new Map([
  ["0", "0-12m"],
  ["zero", "0-12m"],
  ["1", "12-24m"],
  ["one", "12-24m"],
  ["2", "24-36m"],
  ["two", "24-36m"],
]);
const BY_ITEM: ReadonlyMap<string, AgeBand> = new Map([
  ["i", "0-12m"],
  ["a", "0-12m"],
  ["ii", "12-24m"],
  ["b", "12-24m"],
  ["iii", "24-36m"],
  ["c", "24-36m"],
]);
const ALL_AGES = new Set([
  "all ages",
  "all children",
  "all cyp",
  "all camhs",
  "all referrals",
  "camhs total",
  "total camhs",
  "cyp total",
  "total cyp",
  "q4",
  "question 4",
]);

const FROM_BIRTH = /^(?:from )?(?:birth|newborns?)(?=-| to )/;
const UNIT = "(?:completed )?(months?|mths?|mnths?|mos?|m|years?|yrs?|y)?(?:[- ]olds?| ?o)?(?: inclusive)?";
const LEAD = "(?:(?:ages?|aged|all|overall|children|infants?|babies|toddlers|cyp|age group|age band|band) )*";
const RANGE = new RegExp(`^${LEAD}(?:age)?(\\d{1,2}) ?${UNIT} ?(?:-|to|up to) ?(?:under |<)?(\\d{1,2}) ?${UNIT}$`);
const UNDER = new RegExp(`^${LEAD}(?:under|less than|below|younger than|<)[- ]?(\\d{1,2}|one)s? ?${UNIT}$`);
const AGE = new RegExp(`^${LEAD}(?:age ?)?(\\d|zero|one|two) ?${UNIT}$`);
const ITEM = /^(?:q(?:uestion)? ?)?[1-3]?[. ]?\(?(?:(i{1,3})\)?|([abc])\))$/;
/** The item of the question, then the age in words: `i) 0-12 months`, `1(ii) 12-24 months`. */
const ITEM_THEN_AGE = /^([1-3]?[. ]?\(?(?:i{1,3}|[abc])\))[ :-]*(?=[^ :-])(.+)$/;
const BARE_NUMBER = /^[1-9]\d?$/;
const TO_17 = /17|(?:under|less than|below|<)[- ]?18/;
const TOTAL_ALONE = /^(?:grand |sub-?)?totals?$|^sum$/;
const ZERO_TO_TWO = /^(?:age[ds]? )?(?:0-[23](?! ?m)|0-3[56] ?(?:m|$)|under 3(?! ?m)|under 36 ?m)/;
const TOTAL_WORD = /\b(?:grand |sub-?)?total(?: of)?\b/;

function meaningOf(text: string): Line | null {
  if (ALL_AGES.has(text)) return "all";
  const item = ITEM.exec(text);
  if (item) return BY_ITEM.get(item[1] ?? item[2] ?? "") ?? null;
  const [, first, age] = ITEM_THEN_AGE.exec(text) ?? [];
  if (first !== undefined && age !== undefined) {
    const line = meaningOf(age);
    return line === meaningOf(first) ? line : null;
  }
  const [outside, inside] = aroundBrackets(text);
  if (inside === null) return ageMeant(outside);
  const [one, other] = [ageMeant(outside), ageMeant(inside) ?? BY_ITEM.get(inside) ?? null];
  return one === null || other === null || one === other ? (one ?? other) : null;
}

function aroundBrackets(text: string): [outside: string, inside: string | null] {
  const open = text.indexOf("(");
  const close = text.lastIndexOf(")");
  if (open === -1 || close < open) return [text, null];
  return [`${text.slice(0, open)}${text.slice(close + 1)}`.trim(), text.slice(open + 1, close).trim()];
}

function ageMeant(text: string): Line | null {
  const range = RANGE.exec(text);
  if (range) return pairMeant(`${range[1]}-${range[3]}`, range[4] ?? range[2] ?? null);
  const under = UNDER.exec(text);
  if (under) return underMeant(under[1] === "one" ? 1 : Number(under[1]), under[2] ?? null);
  const age = AGE.exec(text);
  return age && inYears(age[2] ?? null) ? (BY_AGE.get(age[1] ?? "") ?? null) : null;
}

function pairMeant(pair: string, unit: string | null): Line | null {
  return (inMonths(unit) && BY_MONTHS.get(pair)) || (inYears(unit) && BY_YEARS.get(pair)) || null;
}

function underMeant(age: number, unit: string | null): Line | null {
  if (age === 12 && unit?.startsWith("m")) return "0-12m";
  if (!inYears(unit)) return null;
  if (age === 1) return "0-12m";
  return age === 18 || age === 19 ? "all" : null;
}

function inMonths(unit: string | null): boolean {
  return unit === null || unit.startsWith("m");
}
function inYears(unit: string | null): boolean {
  return unit === null || unit.startsWith("y");
}

/** "Total 0-18" is the line of question 4; any other total is a sum that nobody asked for. */
function readTotal(words: string): AgeBandReading {
  const of = words.replace(/^[(:,-] ?|[):,-]$/g, "");
  if (meaningOf(of) === "all") return { kind: "line", line: "all", spelling: "synonym", to17: TO_17.test(of) };
  return !/\d/.test(of) || ZERO_TO_TWO.test(of) ? { kind: "total" } : UNKNOWN;
}

/** Undoes what a spreadsheet does to `12-24`, `1-2` and `2-3`: it takes them for a month and a year, or a day and a month. */
function eatenBySpreadsheet(text: string): Line | null {
  const serial = /^\d{5}$/.test(text) ? Number(text) : null;
  const date = serial === null ? dateWritten(text) : isDateSerial(serial) ? dateOfSerial(serial) : null;
  if (date === null) return null;
  // A month and a year became the first day of that month.
  const year = date.year === null || (date.day ?? 1) !== 1 ? null : date.year % 100;
  for (const other of [date.day, year]) {
    if (other === null) continue;
    const line = pairMeant(`${Math.min(date.month, other)}-${Math.max(date.month, other)}`, null);
    if (line !== null) return line;
  }
  return null;
}
