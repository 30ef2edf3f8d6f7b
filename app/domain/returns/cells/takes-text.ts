import type { AgeBand, Takes } from "../return";
import { plain, visible } from "./plain-text";

/** What an answer to question 1 means. */
export interface TakesReading {
  readonly takes: Takes;
  /** The trust's own words, where they were not simply yes, no or not held; null otherwise. */
  readonly words: string | null;
  /** Whether it was written in another way than yes, no, partial or not held: `Y`, a tick, a sentence. */
  readonly synonym: boolean;
  /** `mark` is a tick on some forms and a cross on others; `words` say neither yes nor no in a way that is understood. */
  readonly unclear: "mark" | "words" | null;
  /** Who holds the information instead, where the answer names somebody. */
  readonly holder: string | null;
}

/**
 * Reads an answer to question 1 for one age band. A yes with conditions is `partial`, never yes. "We accept from age
 * 3" is a no for every band; "from 12 months" is a no for the first band and a yes for the others.
 * Source: reference on messy files, "Takes referrals". Example: "Consultation only" is `partial`, with the words kept.
 */
export function readTakes(raw: string, band: AgeBand): TakesReading {
  const asWritten = plain(raw.slice(0, 1000));
  if (asWritten === "") return answer("missing");
  const text = asWritten.replace(/[.!;,]$/, "");
  const plainly = PLAINLY.get(text);
  if (plainly !== undefined) return answer(plainly);

  const sign = SIGNS.get(text);
  if (sign !== undefined) return { ...answer(sign), synonym: true };
  const words = visible(raw);
  if (text === "x" || text === "[x]") return { ...answer("unclear"), words, unclear: "mark" };

  const meant = meaningOf(text, band);
  if (meant === null) return { ...answer("unclear"), words, unclear: "words" };
  return { ...answer(meant), words, synonym: true, holder: meant === "not-held" ? holderNamed(words) : null };
}

function answer(takes: Takes): TakesReading {
  return { takes, words: null, synonym: false, unclear: null, holder: null };
}

const PLAINLY: ReadonlyMap<string, Takes> = new Map([
  ["yes", "yes"],
  ["no", "no"],
  ["partial", "partial"],
  ["not held", "not-held"],
  ["not-held", "not-held"],
]);

const SIGNS: ReadonlyMap<string, Takes> = new Map([
  ["y", "yes"],
  ["true", "yes"],
  ["1", "yes"],
  ["✓", "yes"],
  ["✔", "yes"],
  ["☑", "yes"],
  ["n", "no"],
  ["false", "no"],
  ["0", "no"],
  ["✗", "no"],
  ["✘", "no"],
  ["☒", "no"],
]);

/** An answer refused, with or without the section of the Act: not a trust that refuses children. */
const REFUSED = /^refused(?:$|:| (?:under|s\.?|section)\b| s\d)|^(?:foia? )?(?:section|sect|sec|s)\.? ?[1-4]\d\b/;
const NOT_HELD =
  /\bnot held\b|\b(?:does not|do not|doesn[’']t|don[’']t) hold\b|\bno information held\b|^(?:please )?(?:contact|ask) (?!us\b)\S|^(?:information |data )?held by \S/;
const HOLDER = /\b(?:contact|ask|(?<!\bnot )held by)\s+(\S.*)$/i;
const NOT_AN_ANSWER =
  /^(?:n\/?a|n\\a|not (?:known|applicable|available|sure|recorded)|unknown|tbc|no (?:data|answer|information))\b/;
const NO_BUT = /\bexcept|\bunless\b|\bconsult|\badvice\b|\bcase[- ]by[- ]case\b/;
const CONDITIONS =
  /\bexception|\bconsult|\badvice\b|\bcase[- ]by[- ]case\b|\bvia\b|\bthrough\b|\bonly (?:if|when|where|in|for|with|as|by)\b|\bin (?:some|certain|rare|limited|special)\b|\bpartial|\bpartly\b|\bin part\b|\boccasional|\bsometimes\b|\blimited\b|\bdepend|\bunless\b|\bsubject to\b|\bsome\b|\brarely\b|\bif\b|\bperinatal\b/;
const FROM_BIRTH = /\b(?:from|since|at) (?:birth|0\b|age 0\b)|\b0 (?:upwards|onwards)\b|\b(?:all ages|any age)\b/;
const FROM_AGE =
  /\b(?:from|aged?|over|above|at least)(?: the)?(?: ages?)?(?: of)? (\d{1,2})s?\b ?(m(?:onths?|ths?)?\b)?|\b(\d{1,2})(?:\+| (?:years )?and (?:over|above|older|up))/;
const UNDER_AGE_ELSEWHERE =
  /\bunder[- ]?(\d{1,2})[’']?s?\b.*\b(?:go|goes|seen|see|referred|redirected|signposted|directed|passed|managed|sent|elsewhere|not)\b/;
const NOT_TAKEN =
  /\bnot (?:commissioned|accepted|accept|taken|take|provided|offered|funded|part of)\b|\b(?:do not|don[’']t|does not|doesn[’']t|cannot|can[’']t) (?:accept|take|see|offer|provide)\b|\bno service\b|\b(?:go|goes|referred on|redirected|signposted) to\b/;
const SIMPLY_YES =
  /^(?:yes )?(?:yes|all|taken|accepted|(?:we |we do )?(?:accept|take)(?:s|ing)?(?: (?:all )?referrals)?|we do)$/;

function meaningOf(text: string, band: AgeBand): Takes | null {
  if (REFUSED.test(text)) return "refused";
  if (NOT_HELD.test(text)) return "not-held";
  if (/^no\b(?! (?:data|answer|information))/.test(text)) return NO_BUT.test(text) ? "partial" : "no";
  if (CONDITIONS.test(text)) return "partial";
  if (FROM_BIRTH.test(text)) return "yes";

  const elsewhere = UNDER_AGE_ELSEWHERE.exec(text);
  if (elsewhere) return Number(elsewhere[1]) * 12 > LOWEST_MONTHS[band] ? "no" : null;
  const from = FROM_AGE.exec(text);
  if (from) return takesFrom(Number(from[1] ?? from[3]) * (from[2] === undefined ? 12 : 1), band);

  if (NOT_TAKEN.test(text)) return "no";
  if (NOT_AN_ANSWER.test(text)) return null;
  if (SIMPLY_YES.test(text.replace(/[^a-z]+/g, " ").trim())) return "yes";
  return /^yes\b/.test(text) ? "partial" : null;
}

const LOWEST_MONTHS: Readonly<Record<AgeBand, number>> = { "0-12m": 0, "12-24m": 12, "24-36m": 24 };

/** Null where the age lies inside the band: the service takes some of its children. */
function takesFrom(months: number, band: AgeBand): Takes | null {
  if (months <= LOWEST_MONTHS[band]) return "yes";
  return months >= LOWEST_MONTHS[band] + 12 ? "no" : null;
}

/** "Northgate Trust" in "Not held. Please contact Northgate Trust." */
function holderNamed(words: string): string | null {
  return HOLDER.exec(words)?.[1]?.replace(/[.;]$/, "") ?? null;
}
