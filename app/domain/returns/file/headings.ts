import { readAgeBand } from "../cells/age-band-text";
import { plain } from "../cells/plain-text";
import { type Line, lineText } from "../return";

/** The columns of the long layout, by the text the template gives them. */
export const HEADINGS = {
  ods: "ODS code",
  name: "Trust name",
  year: "Reporting year",
  band: "Age band",
  takes: "Takes referrals",
  referred: "Children referred",
  accessed: "Children accessed",
  notes: "Notes",
} as const;
export type Column = keyof typeof HEADINGS;

/**
 * The same columns in a file of answers that were typed on screen. Its last heading says so: nothing has happened to
 * its characters on the way, so they mean what they say.
 */
export const TYPED_HEADINGS = { ...HEADINGS, notes: "Notes (typed on screen)" } as const;
export type Question = "takes" | "referred" | "accessed";

/** What one heading of a file means. `canonical` is false where it is another way to say it. */
export type Heading =
  | { readonly kind: "column"; readonly column: Column; readonly canonical: boolean }
  /** A column of the wide layout: a question and the age it is asked for. */
  | {
      readonly kind: "answer";
      readonly question: Question;
      readonly line: Line;
      readonly canonical: boolean;
      readonly excelDate: boolean;
      readonly to17: boolean;
    }
  /** `Accepted`, `Open` and `Caseload` count something else than referred or accessed; `line` in the wide layout. */
  | { readonly kind: "ambiguous"; readonly line: Line | null }
  /** A question and an age nobody asked for. */
  | { readonly kind: "unknown-band" }
  | { readonly kind: "total" }
  /** An age band alone: half of a heading, or the top of a table on its side. */
  | { readonly kind: "band-alone" }
  /** `Measure` and `Value`: a layout with a row for every figure. */
  | { readonly kind: "measure" }
  | { readonly kind: "blank" }
  | { readonly kind: "other" };

/** Accepted with a note. Source: reference on messy files, "Header synonyms". */
const SYNONYMS: Readonly<Record<Column, readonly string[]>> = {
  ods: [
    "ODS",
    "Org code",
    "Trust code",
    "Organisation code",
    "Organization code",
    "Provider code",
    "ODS trust code",
    "Trust ODS code",
    "Organisation ODS code",
    "Provider ODS code",
    "NHS trust code",
  ],
  name: [
    "Trust",
    "NHS trust",
    "Provider name",
    "Provider",
    "Organisation",
    "Organisation name",
    "Organization name",
    "Org name",
    "Name of trust",
    "Name of organisation",
  ],
  year: ["Year", "Period", "Financial year", "Reporting period", "FY"],
  band: ["Age", "Age group", "Age groups", "Band", "Age bands", "Ages", "Age range"],
  takes: [
    "Accepts referrals",
    "Accept referrals",
    "Accepting referrals",
    "Take referrals",
    "Taking referrals",
    "Do you take referrals",
    "Q1",
    "Question 1",
  ],
  referred: [
    "Referred",
    "Referrals",
    "Refs",
    "Referrals received",
    "No. of referrals received",
    "Referrals in",
    "Referred to service",
    "Children referred to service",
    "Number referred to service",
    "Q2",
    "Question 2",
  ],
  accessed: [
    "Accessed",
    "Seen",
    "Children seen",
    "Attended",
    "Children attended",
    "1st contact",
    "1st contacts",
    "First contact",
    "First contacts",
    "Treated",
    "Children treated",
    "In service",
    "Accessed service",
    "Q3",
    "Question 3",
  ],
  notes: ["Note", "Comments", "Comment", "Remarks"],
};
const AMBIGUOUS: ReadonlySet<string> = new Set(
  [
    "Accepted",
    "Accepted referrals",
    "Referrals accepted",
    "Children accepted",
    "Open",
    "Open referrals",
    "Open cases",
    "Open caseload",
    "Caseload",
    "Current caseload",
    "On caseload",
  ].map(headingKey),
);
const MEASURES: ReadonlySet<string> = new Set(
  [
    "Measure",
    "Indicator",
    "Metric",
    "Type",
    "Data item",
    "Value",
    "Figure",
    "Count",
    "Number",
    "Answer",
    "Question",
  ].map(headingKey),
);

const CANONICAL: ReadonlySet<string> = new Set(
  [...Object.values(HEADINGS), ...Object.values(TYPED_HEADINGS)].map(headingKey),
);
const COLUMNS: readonly Column[] = ["ods", "name", "year", "band", "takes", "referred", "accessed", "notes"];
const QUESTIONS: readonly Question[] = ["takes", "referred", "accessed"];
const BY_KEY: ReadonlyMap<string, Column> = new Map(
  COLUMNS.flatMap((column) =>
    [HEADINGS[column], TYPED_HEADINGS[column], ...SYNONYMS[column]].map(
      (words) => [headingKey(words), column] as const,
    ),
  ),
);
/** A measure word with the longest first, so that "Referrals in 0-12m" is not an age "in 0-12m". */
const MEASURE_WORDS: readonly { readonly key: string; readonly question: Question | "ambiguous" }[] = [
  ...QUESTIONS.flatMap((question) =>
    [HEADINGS[question], ...SYNONYMS[question]].map((words) => ({ key: headingKey(words), question })),
  ),
  ...[...AMBIGUOUS].map((words) => ({ key: words, question: "ambiguous" as const })),
].sort((a, b) => b.key.length - a.key.length);

const LONGEST_HEADING = 200;

/** Reads one heading. Example: `Seen 12-24m` is the accessed count of 12–24 months, in other words than the template's. */
export function readHeading(raw: string): Heading {
  if (raw.length > LONGEST_HEADING) return { kind: "other" };
  const asked = tidy(raw);
  if (SHARE.test(asked)) return { kind: "other" };
  const text = asked.replace(/ ?\?+$/, "").replace(YEAR_BEHIND, "");
  const words = headingKey(text);
  if (words === "") return { kind: "blank" };
  const column =
    BY_KEY.get(words) ??
    BY_KEY.get(words.replace(NUMBER_OF_KEY, "")) ??
    BY_KEY.get(headingKey(text.replace(QUESTION_BEFORE, "")));
  if (column !== undefined) {
    return {
      kind: "column",
      column,
      canonical: CANONICAL.has(words) && text === asked.replace(YEAR_BEHIND, ""),
    };
  }
  if (AMBIGUOUS.has(words) || AMBIGUOUS.has(words.replace(NUMBER_OF_KEY, ""))) return { kind: "ambiguous", line: null };
  if (MEASURES.has(words)) return { kind: "measure" };
  const ways = [text, text.replace(NUMBER_OF, ""), text.replace(QUESTION_BEFORE, "")].map(readWide);
  const wide =
    ways.find((way) => way !== null && way.kind !== "unknown-band") ??
    ways.find((way) => way !== null) ??
    readRest(raw, text);
  const otherwise = wide !== ways[0] || asked.includes("?");
  return wide.kind === "answer" && otherwise ? { ...wide, canonical: false } : wide;
}

/** A proportion is never a count, whatever it is a proportion of. */
const SHARE = /%|\b(?:per ?cent(?:ages?)?|pct|rates?)\b/;

/** Underscores stand for spaces, or for the dash of an age; square brackets for round ones. */
function tidy(raw: string): string {
  return plain(raw)
    .replace(/(?<=\d)_(?=\d)/g, "-")
    .replace(/_+/g, " ")
    .replace(/\[([^[\]]*)\]/g, "($1)")
    .trim();
}

const YEAR_BEHIND = / ?[([]?(?:(?:in|for|during) )?(?:fy ?)?20\d\d ?[-/] ?(?:20)?\d\d[)\]]?$/;
/** "Q2: Children referred", where the words say the same as the number. */
const QUESTION_BEFORE = /^q(?:uestion)? ?[1-3][.:)]* ?-? ?/;
const NUMBER_OF_KEY = /^(?:total)?(?:number|no|count)(?:of)?/;
const NUMBER_OF = /^(?:(?:grand |sub-?)?total )?(?:(?:number|no\.?|count) (?:of )?)?/;

/** Case, spaces and punctuation of a heading do not matter. */
export function headingKey(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** A measure word, then an age band. */
function readWide(text: string): Heading | null {
  const words = headingKey(text);
  let fallback: Heading | null = null;
  for (const { key: measure, question } of MEASURE_WORDS) {
    const rest = words.startsWith(measure) ? afterWords(text, measure) : null;
    if (rest === null) continue;
    const age = readAgeBand(rest);
    if (age.kind === "line") {
      if (question === "ambiguous") return { kind: "ambiguous", line: age.line };
      const canonical = age.spelling === "canonical" && measure === headingKey(HEADINGS[question]);
      return {
        kind: "answer",
        question,
        line: age.line,
        canonical,
        excelDate: age.spelling === "excel-date",
        to17: age.to17,
      };
    }
    if (age.kind === "total") return { kind: "total" };
    if (/\d/.test(rest) || /\bunder\b|\bante-?natal\b/.test(rest)) fallback ??= { kind: "unknown-band" };
  }
  return fallback;
}

/** What follows the words in a text, punctuation aside; null where it does not begin with them, or with more than whole words. */
function afterWords(text: string, words: string): string | null {
  let matched = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (!LETTER_OR_DIGIT.test(character)) continue;
    if (matched === words.length) {
      const before = text.charAt(i - 1);
      const oneWord = LETTER_OR_DIGIT.test(before) && DIGIT.test(before) === DIGIT.test(character);
      return oneWord ? null : text.slice(startOfAge(text, i)).replace(/^[\s:,.?-]+/, "");
    }
    if (character !== words.charAt(matched)) return null;
    matched++;
  }
  return null;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const DIGIT = /\d/;

/** Back over a sign that belongs to the age: the brackets of `(i)`, the `<` of `<1`. */
function startOfAge(text: string, at: number): number {
  let start = at;
  while (start > 0 && /[(<[]/.test(text.charAt(start - 1))) start--;
  return start;
}

function readRest(raw: string, text: string): Heading {
  // What stands in brackets behind a heading says more about it: "Children referred (in the year)".
  const column = BY_KEY.get(headingKey(text.replace(/\([^()]*\)$/, "")));
  if (column !== undefined) return { kind: "column", column, canonical: false };
  if (/\btotals?\b/.test(text)) return { kind: "total" };
  const age = readAgeBand(raw);
  if (age.kind === "line") return { kind: "band-alone" };
  return { kind: age.kind === "total" ? "total" : "other" };
}

/** The template's own heading of an answer in the wide layout: "Children referred 0-12 months". */
export function wideHeading(question: Question, line: Line): string {
  return `${HEADINGS[question]} ${lineText(line).inFile}`;
}
