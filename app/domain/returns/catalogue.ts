import { quoted } from "./cells/plain-text";
import { NOWHERE, type Place } from "./place";
import type { Field, Problem, Severity } from "./problem";
import { lineText } from "./return";

/** What a sentence can speak of. */
interface Said {
  /** The cell in words, to begin a sentence with: "F3 (children referred, 12–24 months)". */
  readonly at: string;
  /** What stands there, in quotation marks. */
  readonly wrote: string;
  /** What else the sentence needs, as its entry says. */
  readonly fact: string;
}

interface Entry {
  /** The stable slug, where it is not the name of the situation: several situations may share one. */
  readonly code?: string;
  readonly severity: Severity;
  readonly say: (said: Said) => string;
}

const TEMPLATE = "Download the template for your trust, copy your figures into it, and send that.";
const WHOLE_NUMBER = "write how many children it was in the whole year, as a whole number";
const INSTEAD = "Write the count as a whole number, as a range such as 1 to 4, or “not held”";

/**
 * Everything that can be said about a return, in the order in which it is looked for. Severity is a policy, not a
 * matter of taste: see the product specification, section 2, and the reference on messy files.
 */
export const CATALOGUE = {
  // The file: said first and alone, for nothing further can be read.
  "wrong-file-type": { severity: "must-fix", say: ({ fact }) => `This file is ${fact}` },
  "unreadable-file": {
    severity: "must-fix",
    say: () =>
      "This file is not text: it holds bytes that no CSV file has. Open your figures in the program they came from, save them as “CSV UTF-8 (Comma delimited)”, and send that.",
  },
  "unclosed-quote": {
    code: "unreadable-file",
    severity: "must-fix",
    say: ({ at }) =>
      `A quotation mark (") opens in ${at} and is never closed, so everything after it runs into one cell. Remove that mark, or close it, and send the file again.`,
  },
  "swallowed-rows": {
    code: "unreadable-file",
    severity: "must-fix",
    say: ({ at }) =>
      `A quotation mark (") opens in ${at} and is closed only further down, so the rows between run into one cell. Remove that mark, or close it, and send the file again.`,
  },
  "stray-quotes": {
    code: "unreadable-file",
    severity: "must-fix",
    say: () => `The file is full of stray quotation marks ("), so we cannot tell where its cells end. ${TEMPLATE}`,
  },
  "empty-file": {
    severity: "must-fix",
    say: ({ fact }) => `${fact} Fill in the template for your trust and send that.`,
  },
  /** `fact` is the limit that is passed. */
  "too-large": {
    severity: "must-fix",
    say: ({ fact }) =>
      `This file is larger than a return can be: ${fact}. Delete what is not part of the return, and send it again.`,
  },
  /** `fact` is the heading. */
  "patient-column": {
    code: "patient-level-data",
    severity: "must-fix",
    say: ({ at, fact }) =>
      `The column at ${at} is headed “${fact}”: it holds details of single patients. We have not kept your file. Send counts of children only, and never records about one child.`,
  },
  "patient-number": {
    code: "patient-level-data",
    severity: "must-fix",
    say: ({ at }) =>
      `${at} holds what looks like an NHS number (ten figures). We have not kept your file. Take the number out, and send counts only. If it is a telephone or reference number, take it out too.`,
  },

  // The columns
  /** `fact` is the heading that is missing. */
  "missing-column": {
    severity: "must-fix",
    say: ({ fact }) =>
      `There is no column headed “${fact}”. Add it, even where you have nothing to put in it. ${TEMPLATE}`,
  },
  "no-header": {
    code: "missing-column",
    severity: "must-fix",
    say: () => `We could not find the row of headings (ODS code, Reporting year, Age band …). ${TEMPLATE}`,
  },
  "two-row-header": {
    code: "missing-column",
    severity: "must-fix",
    say: () =>
      `The headings stand in two rows, the question in one and the ages in the other. Each column needs its whole heading in one cell. ${TEMPLATE}`,
  },
  transposed: {
    code: "missing-column",
    severity: "must-fix",
    say: () => `The table lies on its side: the questions run down and the ages across. ${TEMPLATE}`,
  },
  "one-value-a-row": {
    code: "missing-column",
    severity: "must-fix",
    say: () =>
      `The file has a row for every single figure. We need the referred and accessed counts of an age band in one row. ${TEMPLATE}`,
  },
  "duplicate-column": {
    severity: "must-fix",
    say: ({ at, wrote }) =>
      `${at} is headed ${wrote}, which an earlier column answers already. Keep the one that is right and delete the other.`,
  },
  /** `fact` is what the column was read as. */
  "ambiguous-header": {
    severity: "confirm",
    say: ({ at, wrote, fact }) =>
      `${at} is headed ${wrote}, which can mean something else. We read it as “${fact}”. Confirm that these are that count, or replace the figures.`,
  },
  /** `fact` is what was read. */
  "recognised-synonym": {
    severity: "note",
    say: ({ at, wrote, fact }) => `${at} says ${wrote}; we read it as “${fact}”.`,
  },
  "band-to-17": {
    code: "recognised-synonym",
    severity: "note",
    say: ({ at, wrote }) =>
      `${at} says ${wrote}; we read it as “0–18 years” and record that your total ends at the 18th birthday.`,
  },
  /** `fact` is what the row or column is. */
  "ignored-row": { severity: "note", say: ({ at, fact }) => `${at} is ${fact}; we left it out.` },
  /** `fact` is what the age bands add to. */
  "total-differs": {
    code: "ignored-row",
    severity: "note",
    say: ({ at, wrote, fact }) =>
      `${at} gives a total of ${wrote}, but the age bands above add to ${fact}. We use the bands: check them.`,
  },
  encoding: { severity: "note", say: ({ fact }) => fact },
  "encoding-unsure": {
    code: "encoding",
    severity: "confirm",
    say: ({ fact }) =>
      `${fact} Check that names and ages look right below, or save the file as “CSV UTF-8” and send it again.`,
  },

  // The rows
  "ods-not-in-register": {
    severity: "must-fix",
    say: ({ at, wrote, fact }) => `${at} says ${wrote}. That is not the code of a trust we know. ${fact}`,
  },
  "ods-blank": {
    code: "ods-not-in-register",
    severity: "must-fix",
    say: ({ at }) => `${at} is blank. Write your trust’s ODS code in every row, merged cells included.`,
  },
  /** `fact` is the code of the person who is signed in. */
  "ods-not-yours": {
    severity: "must-fix",
    say: ({ at, wrote, fact }) =>
      `${at} says ${wrote}. You are signed in for ${fact}, and can send figures for ${fact} only.`,
  },
  /** `fact` says what is wrong with the year, and what to write. */
  "year-unreadable": { severity: "must-fix", say: ({ at, fact }) => `${at}: ${fact}` },
  /** `fact` is the open year. */
  "year-not-open": {
    severity: "must-fix",
    say: ({ at, wrote, fact }) =>
      `${at} says ${wrote}. The year to answer for is ${fact}. If these are the figures of ${fact}, correct the year in every row; if not, send the right file.`,
  },
  "extra-cells": {
    severity: "must-fix",
    say: ({ at }) =>
      `${at} has no heading: this row holds more cells than there are headings, so its figures have moved to the right. Look for a comma in a name or a note, and put quotation marks (") round that text.`,
  },
  "unknown-age-band": {
    severity: "must-fix",
    say: ({ at, wrote }) =>
      `${at} says ${wrote}, an age band nobody asked for. The bands are 0-12 months, 12-24 months, 24-36 months and 0-18 years. Correct the band, or delete the row.`,
  },
  "age-band-number": {
    code: "unknown-age-band",
    severity: "must-fix",
    say: ({ at, wrote }) =>
      `${at} says ${wrote}, which may be an age or the number of a question. Write 0-12 months, 12-24 months, 24-36 months or 0-18 years.`,
  },
  "age-band-blank": {
    code: "unknown-age-band",
    severity: "must-fix",
    say: ({ at }) =>
      `${at} is blank. Write the age band of this row: 0-12 months, 12-24 months, 24-36 months or 0-18 years.`,
  },
  /** `fact` is the band. */
  "duplicate-age-band": {
    severity: "must-fix",
    say: ({ at, fact }) =>
      `${at} gives ${fact} a second time. We need one figure for each age: add up services or areas if you list several, and keep one.`,
  },
  /** `fact` is the trust, then the band. */
  "missing-age-band": {
    severity: "must-fix",
    say: ({ fact }) => `${fact}. Add it; write “not held” where you cannot say.`,
  },
  /** `fact` is the band. */
  "excel-date-band": {
    severity: "confirm",
    say: ({ at, wrote, fact }) =>
      `${at} says ${wrote}: a spreadsheet has turned an age band into a date. We read it as ${fact}. Confirm that.`,
  },

  // Question 1
  "ambiguous-takes": {
    severity: "confirm",
    say: ({ at, wrote }) =>
      `${at} says ${wrote}, a tick on some forms and a cross on others. Say whether you take referrals at this age: yes or no.`,
  },
  "unread-takes": {
    code: "ambiguous-takes",
    severity: "confirm",
    say: ({ at, wrote }) =>
      `${at} says ${wrote}. We cannot tell whether you take referrals at this age. Say yes, no, partial or not held.`,
  },
  "blank-takes": {
    code: "blank-value",
    severity: "confirm",
    say: ({ at }) =>
      `${at} is blank. You have not said whether you take referrals at this age. Say yes, no, partial or not held, or confirm that you are not answering.`,
  },

  // One count: what must be fixed
  "decimal-value": {
    severity: "must-fix",
    say: ({ at, wrote }) =>
      `${at} says ${wrote}. A count of children must be a whole number, not an average: ${WHOLE_NUMBER}, without a decimal point or comma.`,
  },
  "percentage-value": {
    severity: "must-fix",
    say: ({ at, wrote }) => `${at} says ${wrote}. We need a count of children, not a percentage: ${WHOLE_NUMBER}.`,
  },
  "negative-value": {
    severity: "must-fix",
    say: ({ at, wrote }) =>
      `${at} says ${wrote}, which is below zero or a number in brackets: ${WHOLE_NUMBER}, 0 if there were none.`,
  },
  "sentinel-value": {
    severity: "must-fix",
    say: ({ at, wrote }) =>
      `${at} says ${wrote}, which databases write when they hold no figure or hide one. ${INSTEAD}.`,
  },
  "excel-date-value": {
    severity: "must-fix",
    say: ({ at, wrote }) =>
      `${at} says ${wrote}, a date. A spreadsheet makes dates of ranges such as 1-4. Write the range in words, “1 to 4”, or the count as a whole number.`,
  },
  "spreadsheet-error": {
    code: "error-value",
    severity: "must-fix",
    say: ({ at, wrote }) =>
      `${at} says ${wrote}, a spreadsheet’s error or a column too narrow to show its number. Repair it there, then copy the figure itself.`,
  },
  formula: {
    code: "error-value",
    severity: "must-fix",
    say: ({ at, wrote }) => `${at} holds the formula ${wrote}. We never work formulas out: write the figure it gives.`,
  },
  "scientific-notation": {
    code: "error-value",
    severity: "must-fix",
    say: ({ at, wrote }) => `${at} says ${wrote}, a spreadsheet’s short form of a long number: ${WHOLE_NUMBER}.`,
  },
  "answer-to-question-1": {
    code: "error-value",
    severity: "must-fix",
    say: ({ at, wrote }) => `${at} says ${wrote}, an answer to question 1 where a count belongs. ${INSTEAD}.`,
  },
  "several-figures": {
    code: "error-value",
    severity: "must-fix",
    say: ({ at, wrote }) =>
      `${at} says ${wrote}: more than one figure in one cell. Give each age band its own row, and each cell one count.`,
  },
  "impossible-count": {
    code: "error-value",
    severity: "must-fix",
    say: ({ at, wrote }) => `${at} says ${wrote}, more children than live in England: ${WHOLE_NUMBER}.`,
  },
  "damaged-value": {
    code: "error-value",
    severity: "must-fix",
    say: ({ at }) => `${at} holds a damaged character, so the number may not be whole. Type it again.`,
  },
  "backward-range": {
    code: "error-value",
    severity: "must-fix",
    say: ({ at, wrote }) =>
      `${at} says ${wrote}, a range whose first number is the larger. Write the lower number first, or the one count.`,
  },

  // One count: what is asked
  "blank-value": {
    severity: "confirm",
    say: ({ at }) => `${at} is blank, which is not the same as 0. ${INSTEAD}, or confirm that you have no answer yet.`,
  },
  "unclear-mark": {
    code: "ambiguous-value",
    severity: "confirm",
    say: ({ at, wrote }) =>
      `${at} says ${wrote}. That mark has no single meaning: say what it stands for in your figures, such as 1 to 4.`,
  },
  withheld: {
    code: "ambiguous-value",
    severity: "confirm",
    say: ({ at, wrote }) =>
      `${at} says ${wrote}: a number you hold back. Say which numbers you hold back, such as 1 to 4, or that you cannot say.`,
  },
  "nil-or-missing": {
    code: "ambiguous-value",
    severity: "confirm",
    say: ({ at, wrote }) => `${at} says ${wrote}, which can mean none, not known or not applicable. Say which it is.`,
  },
  placeholder: {
    code: "ambiguous-value",
    severity: "confirm",
    say: ({ at, wrote }) =>
      `${at} says ${wrote}, which is not an answer yet. ${INSTEAD}, or confirm that you have no answer.`,
  },
  /** `fact` is the count as read, here and below. */
  "number-in-words": {
    code: "ambiguous-value",
    severity: "confirm",
    say: ({ at, wrote, fact }) => `${at} says ${wrote}. We read it as ${fact}. Confirm that.`,
  },
  estimate: {
    code: "ambiguous-value",
    severity: "confirm",
    say: ({ at, wrote, fact }) =>
      `${at} says ${wrote}. We read it as ${fact} and would publish it marked as an estimate. Confirm that, or write the exact count.`,
  },
  "number-with-note": {
    code: "ambiguous-value",
    severity: "confirm",
    say: ({ at, wrote, fact }) =>
      `${at} says ${wrote}. We read it as ${fact} and keep what stands beside it. Confirm that the number counts every child.`,
  },
  "wide-range": {
    code: "ambiguous-value",
    severity: "confirm",
    say: ({ at, wrote, fact }) =>
      `${at} says ${wrote}. We read it as a range, ${fact} children. Confirm that, or write the exact count.`,
  },
  "open-range": {
    code: "ambiguous-value",
    severity: "confirm",
    say: ({ at, wrote, fact }) =>
      `${at} says ${wrote}. We read it as ${fact} children, with no upper end. Confirm that, or write the exact count.`,
  },
  "unread-words": {
    code: "ambiguous-value",
    severity: "confirm",
    say: ({ at, wrote }) =>
      `${at} says ${wrote}, which we cannot read as a count. Say what it stands for: a number, a range, not held, or not applicable.`,
  },
  "trimmed-spaces": {
    severity: "note",
    say: ({ at, wrote }) => `${at}: we ignored spaces and invisible characters around ${wrote}.`,
  },
  "thousands-separator": {
    severity: "note",
    say: ({ at, wrote, fact }) => `${at} says ${wrote}; we read it as ${fact}.`,
  },

  // What the figures say about each other
  /** `fact` is the least the bands add to. */
  "bands-exceed-total": {
    severity: "must-fix",
    say: ({ at, wrote, fact }) =>
      `${at} says ${wrote}, but the three age bands alone add to at least ${fact}. Children aged 0–2 are part of the 0–18 count: correct the total or the bands.`,
  },
  /** `fact` is the count of referred children. */
  "accessed-over-referred": {
    severity: "confirm",
    say: ({ at, wrote, fact }) =>
      `${at} says ${wrote}, more children than were referred (${fact}). That can be right, for children referred in an earlier year. Confirm it, or correct one of the two.`,
  },
  "takes-no-with-referrals": {
    severity: "confirm",
    say: ({ at, wrote }) =>
      `${at} says ${wrote} although you do not take referrals at this age. That can be right, for referrals you turned down. Confirm it, or correct one of the two.`,
  },
  /** `fact` is the trust, here and below where no cell is named. */
  "all-zero": {
    severity: "confirm",
    say: ({ fact }) =>
      `${fact} takes referrals at all three ages, and every count for them is 0. Confirm that no child aged 0–2 was referred or seen all year, or write “not held”.`,
  },
  /** `fact` is last year's count. */
  "big-change": {
    severity: "confirm",
    say: ({ at, wrote, fact }) =>
      `${at} says ${wrote}; last year it was ${fact}. Confirm it with a short reason, or correct it.`,
  },
  /** `fact` is the count and the measure. */
  "same-in-all-bands": {
    severity: "confirm",
    say: ({ fact }) => `${fact} in all three age bands. Confirm that it is right and not one figure copied down.`,
  },
  "low-total": {
    severity: "confirm",
    say: ({ at, wrote }) =>
      `${at} says ${wrote}. Fewer than 100 children aged 0–18 referred in a year would be unusual: this is the count for all ages, not for 0–2. Confirm it, or correct it.`,
  },
} as const satisfies Readonly<Record<string, Entry>>;

/** Names an entry of the catalogue. */
export type Situation = keyof typeof CATALOGUE;

export interface Told {
  readonly place?: Place;
  readonly field?: Field | null;
  /** What the cell says, as written; left out where nothing does, or where repeating it would store patient data. */
  readonly value?: string;
  readonly fact?: string;
}

/**
 * One problem of the catalogue, in words.
 * Example: `problemOf("decimal-value", { place: placeAt(2, 5), value: "12.5" })` is a must-fix problem at F3.
 */
export function problemOf(situation: Situation, { place = NOWHERE, field = null, value, fact = "" }: Told): Problem {
  const entry: Entry = CATALOGUE[situation];
  const message = entry.say({ at: inWords(place, field), wrote: quoted(value ?? ""), fact });
  const { cell, row, column } = place;
  return {
    code: entry.code ?? situation,
    severity: entry.severity,
    cell,
    row,
    column,
    value: value ?? null,
    message,
    field,
  };
}

const QUESTIONS = { takes: "takes referrals", referred: "children referred", accessed: "children accessed" } as const;

/** "F3 (children referred, 12–24 months)", or on a form, which has no cells, "Children referred, 12–24 months". */
function inWords({ cell, row }: Place, field: Field | null): string {
  if (field === null) return cell ?? (row === null ? "Your file" : `Row ${row}`);
  const answer = `${QUESTIONS[field.question]}, ${lineText(field.band).label}`;
  return cell === null ? `${answer.charAt(0).toUpperCase()}${answer.slice(1)}` : `${cell} (${answer})`;
}
