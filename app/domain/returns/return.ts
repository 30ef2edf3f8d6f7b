import type { ReportingYear } from "../calendar/reporting-year";
import type { Count } from "../count/count";

/**
 * The age bands of the 2024 questions in display order. Their wording overlaps at 12 and 24 months, so each
 * is read as completed months at the date of referral: 0–11, 12–23, 24–35.
 */
export const AGE_BANDS = ["0-12m", "12-24m", "24-36m"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export interface AgeBandText {
  /** As shown on screen. */
  readonly label: string;
  /** As written in the return file. */
  readonly inFile: string;
  /** The ages meant. */
  readonly reading: string;
}
export const AGE_BAND_TEXT: Readonly<Record<AgeBand, AgeBandText>> = {
  "0-12m": { label: "0–12 months", inFile: "0-12 months", reading: "0 to 11 completed months" },
  "12-24m": { label: "12–24 months", inFile: "12-24 months", reading: "12 to 23 completed months" },
  "24-36m": { label: "24–36 months", inFile: "24-36 months", reading: "24 to 35 completed months" },
};
/** The band of question 4: every child from birth until the 19th birthday. */
export const ALL_AGES_TEXT: AgeBandText = {
  label: "0–18 years",
  inFile: "0-18 years",
  reading: "from birth until the 19th birthday",
};

/** The two counts asked for every band: children referred in the year, and children who accessed the service. */
export const MEASURES = ["referred", "accessed"] as const;
export type Measure = (typeof MEASURES)[number];

/**
 * The answer to question 1 for one age. `partial` is "only in exceptional cases", "via perinatal", "consultation
 * only": never counted as yes. `refused` under a section of the Act, which `takesWords` names. `missing` is no answer
 * yet; `unclear` an answer whose meaning is not known, as in `x`.
 */
export const TAKES = ["yes", "no", "partial", "not-held", "refused", "missing", "unclear"] as const;
export type Takes = (typeof TAKES)[number];

export type Counts = Readonly<Record<Measure, Count>>;

export interface BandAnswer extends Counts {
  readonly takes: Takes;
  /** The trust's own words, where they were not simply yes, no or not held; null otherwise. */
  readonly takesWords: string | null;
}

/** What one trust states for one year: three bands, and the 0–18 totals of question 4. */
export interface Figures {
  readonly bands: Readonly<Record<AgeBand, BandAnswer>>;
  readonly all: Counts;
}

export interface TrustReturn {
  readonly ods: string;
  readonly year: ReportingYear;
  readonly figures: Figures;
}

/** The four lines of a return in display order: the three age bands, then question 4. */
export const LINES = [...AGE_BANDS, "all"] as const;
export type Line = (typeof LINES)[number];

export function lineText(line: Line): AgeBandText {
  return line === "all" ? ALL_AGES_TEXT : AGE_BAND_TEXT[line];
}
