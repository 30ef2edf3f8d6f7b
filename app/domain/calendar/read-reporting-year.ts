import { asReportingYear, type ReportingYear, yearStarting } from "./reporting-year";

/** Plain sentences: what is `wrong`, what to write `instead`, and both as one `message`. */
interface Unread {
  readonly wrong: string;
  readonly instead: string;
  readonly message: string;
}

/** What a written year says. */
export type YearReading =
  /** `canonical` is false where another spelling was read as meant. */
  | { readonly kind: "ok"; readonly year: ReportingYear; readonly canonical: boolean }
  /** Any of `candidates` could be meant, earliest first; the list is empty where the words name no year at all. */
  | ({ readonly kind: "ambiguous"; readonly candidates: readonly ReportingYear[] } & Unread)
  | ({ readonly kind: "invalid" } & Unread);

/**
 * Reads a reporting year as people write it: `2022-23`, `22/23`, `FY 2022–2023`, `2223`, `Apr 2022 - Mar 2023`,
 * `01/04/2022-31/03/2023`. A year of two figures lies in 1970 to 2069. `FY23` is ambiguous: to finance teams it is the
 * year that ended in 2023, to others the one that began then. Years of another kind or length are invalid.
 * Source: reference on statistics, section 8. Example: `22/23` is `{ kind: "ok", year: "2022-23", canonical: false }`.
 */
export function readReportingYear(text: string): YearReading {
  const canonical = asReportingYear(text);
  if (canonical !== null) return { kind: "ok", year: canonical, canonical: true };

  if (text.length > LONGEST_SPELLING) return invalid(`${quoted(text)} is not a reporting year.`);
  const written = plain(text);
  if (written === "") return invalid("The reporting year is blank.");
  if (/\b(academic|school)\b|^ay ?\d/.test(written)) return invalid(`${quoted(text)} is an academic year.`);
  if (/\bcalendar\b|^cy ?\d/.test(written)) return invalid(`${quoted(text)} is a calendar year.`);
  if (NAMES_NO_YEAR.test(written)) return ambiguous(`${quoted(text)} does not say which year.`, []);

  const years = written.replace(YEAR_WORDS, "");
  return (
    readPair(text, years) ??
    readSingle(text, years) ??
    readSpan(text, years) ??
    invalid(`${quoted(text)} is not a reporting year.`)
  );
}

/** Far above any spelling; a pasted page is not searched for one. */
const LONGEST_SPELLING = 100;
const NAMES_NO_YEAR = /^(the )?(last|past|this|current|previous|prior|next)( financial| fiscal| reporting)? (year|fy)$/;
const YEAR_WORDS =
  /^(fy|f\/y|((financial|fiscal|reporting) )?year)[ :-]*|[ -]*(fy|(financial|fiscal|reporting) year)$/g;

/** Lower case, one kind of dash, single spaces and none at the ends, no quotation marks, brackets or invisible characters. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Dash}/gu, "-")
    .replace(/\p{Cf}/gu, "")
    .replace(/['‘’"“”`()[\]]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

const BETWEEN_YEARS = String.raw`(?: ?(?:[-/\\._]|to) ?| )?`;
const LONG_PAIR = new RegExp(String.raw`^(\d{4})${BETWEEN_YEARS}(\d{4}|\d\d)$`);
const SHORT_PAIR = new RegExp(String.raw`^(\d\d)${BETWEEN_YEARS}(\d\d)$`);
/** Four figures that people write for one calendar year: `2021` is not taken for 20/21. */
const CALENDAR_YEAR = /^(19[5-9]|20\d)\d$/;

function readPair(text: string, written: string): YearReading | null {
  if (CALENDAR_YEAR.test(written)) return null;
  const [, first, second] = LONG_PAIR.exec(written) ?? SHORT_PAIR.exec(written) ?? [];
  if (first === undefined || second === undefined) return null;
  const start = fullYear(first);
  const consecutive = String(start + 1).endsWith(second);
  return consecutive ? beginning(start, text) : invalid(`${quoted(text)} is not one year and the next.`);
}

function readSingle(text: string, written: string): YearReading | null {
  if (!CALENDAR_YEAR.test(written) && !/^\d\d$/.test(written)) return null;
  const year = fullYear(written);
  const candidates = [yearStarting(year - 1), yearStarting(year)];
  return ambiguous(`${quoted(text)} could mean ${candidates.join(" or ")}.`, candidates);
}

const MONTH_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

/** The ways to write one end of a span: 01/04/2022, 2022-04-01, 1st April 2022 or April or Apr-22, 04/2022. */
const ENDS = [
  String.raw`(?<date>\d\d?)[-/. ](?<month>\d\d?)[-/. ](?<year>\d{4}|\d\d)`,
  String.raw`(?<year>\d{4})-(?<month>\d\d)-(?<date>\d\d)`,
  String.raw`(?:(?<date>\d\d?)(?:st|nd|rd|th)?[- ]?)?(?<month>${MONTH})(?:[-/. ]?(?<year>\d{4}|\d\d))?`,
  String.raw`(?<month>\d\d?)[/.](?<year>\d{4})`,
];
const ANY_END = ENDS.map((end) => end.replace(/\(\?<\w+>/g, "(?:")).join("|");
const SPAN = new RegExp(`^(?:from )?(${ANY_END}) ?(?:[-/]|to|until) ?(${ANY_END})$`);

function readSpan(text: string, written: string): YearReading | null {
  const [, opening, closing] = SPAN.exec(written) ?? [];
  const from = readEnd(opening);
  const to = readEnd(closing);
  if (from === null || to === null || to.year === null) return null;
  const startYear = from.year ?? (from.month <= to.month ? to.year : to.year - 1);
  const wholeMonths = (from.date ?? 1) === 1 && (to.date ?? 31) === 31;
  const withinTwelveMonths = to.year - startYear === (from.month <= to.month ? 0 : 1);
  const months = wholeMonths && withinTwelveMonths ? `${from.month} to ${to.month}` : null;
  if (months === "4 to 3") return beginning(startYear, text);
  if (months === "1 to 12") return invalid(`${quoted(text)} is a calendar year.`);
  if (months === "9 to 8") return invalid(`${quoted(text)} is an academic year.`);
  return invalid(`${quoted(text)} is not the twelve months from an April to the next March.`);
}

function readEnd(written = ""): { date: number | null; month: number; year: number | null } | null {
  for (const end of ENDS) {
    const found = new RegExp(`^(?:${end})$`).exec(written)?.groups;
    if (found?.month === undefined) continue;
    const name = MONTH_NAMES.indexOf(found.month.slice(0, 3));
    return {
      date: found.date === undefined ? null : Number(found.date),
      month: name === -1 ? Number(found.month) : name + 1,
      year: found.year === undefined ? null : fullYear(found.year),
    };
  }
  return null;
}

function fullYear(figures: string): number {
  const year = Number(figures);
  if (figures.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function beginning(calendarYear: number, text: string): YearReading {
  const inRange = calendarYear >= 1900 && calendarYear <= 2099;
  if (!inRange) return invalid(`${quoted(text)} is not a reporting year.`);
  return { kind: "ok", year: yearStarting(calendarYear), canonical: false };
}

function ambiguous(wrong: string, candidates: readonly ReportingYear[]): YearReading {
  return { kind: "ambiguous", candidates, ...unread(wrong, "Write the one year you mean, as in 2022-23.") };
}

function invalid(wrong: string): YearReading {
  const instead = "A reporting year runs from 1 April to 31 March: write it as in 2022-23.";
  return { kind: "invalid", ...unread(wrong, instead) };
}

function unread(wrong: string, instead: string): Unread {
  return { wrong, instead, message: `${wrong} ${instead}` };
}

/** Repeats what was written, shortened: it may be a whole pasted cell. */
function quoted(text: string): string {
  const words = text.trim();
  return `“${words.length > 40 ? `${words.slice(0, 40)}…` : words}”`;
}
