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
  /** What to write instead, where that depends on more than the situation. */
  readonly remedy: string;
}
type Sentences = string | ((said: Said) => string);

interface Entry {
  /** The stable slug, where it is not the name of the situation: several situations may share one. */
  readonly code?: string;
  readonly severity: Severity;
  /** What is wrong, and where. */
  readonly wrong: Sentences;
  /** What to write or do instead; left out where there is nothing to do. */
  readonly instead?: Sentences;
}

const TEMPLATE = "Download the template for your trust, copy your figures into it, and send that.";
const WHOLE_NUMBER = "Write how many children it was in the whole year, as a whole number";
const COUNT = "Write the count as a whole number, as a range such as 1 to 4, or “not held”";
const BANDS = "0-12 months, 12-24 months, 24-36 months or 0-18 years";

/**
 * Everything that can be said about a return, in the order in which it is looked for. Severity is a policy, not a
 * matter of taste: see the product specification, section 2, and the reference on messy files.
 */
export const CATALOGUE = {
  // The file: said first and alone, for nothing further can be read.
  /** `fact` is what the file is; `remedy` how to get a CSV file out of it. */
  "wrong-file-type": {
    severity: "must-fix",
    wrong: ({ fact }) => `This file is ${fact}, not a CSV file.`,
    instead: ({ remedy }) => remedy,
  },
  "unreadable-file": {
    severity: "must-fix",
    wrong: "This file is not text: it holds bytes that no CSV file has.",
    instead:
      "Open your figures in the program they came from, save them as “CSV UTF-8 (Comma delimited)”, and send that.",
  },
  /** `fact` is why the check was given up. */
  "unchecked-file": {
    code: "unreadable-file",
    severity: "must-fix",
    wrong: ({ fact }) => `We could not check this file: ${fact}. A return is a few lines, and is checked in a moment.`,
    instead: TEMPLATE,
  },
  "unclosed-quote": {
    code: "unreadable-file",
    severity: "must-fix",
    wrong: ({ at }) =>
      `A quotation mark (") opens in ${at} and is never closed, so everything after it runs into one cell.`,
    instead: "Remove that mark, or close it, and send the file again.",
  },
  "swallowed-rows": {
    code: "unreadable-file",
    severity: "must-fix",
    wrong: ({ at }) =>
      `A quotation mark (") opens in ${at} and is closed only further down, so the rows between run into one cell.`,
    instead: "Remove that mark, or close it, and send the file again.",
  },
  "stray-quotes": {
    code: "unreadable-file",
    severity: "must-fix",
    wrong: `The file is full of stray quotation marks ("), so we cannot tell where its cells end.`,
    instead: TEMPLATE,
  },
  /** `fact` says what is empty. */
  "empty-file": {
    severity: "must-fix",
    wrong: ({ fact }) => fact,
    instead: "Fill in the template for your trust and send that.",
  },
  /** `fact` is the limit that is passed. */
  "too-large": {
    severity: "must-fix",
    wrong: ({ fact }) => `This file is larger than a return can be: ${fact}.`,
    instead: "Delete what is not part of the return, and send it again.",
  },
  /** `fact` is the heading. */
  "patient-column": {
    code: "patient-level-data",
    severity: "must-fix",
    wrong: ({ at, fact }) =>
      `The column at ${at} is headed “${fact}”: it holds details of single patients. We have not kept your file.`,
    instead: "Send counts of children only, and never records about one child.",
  },
  "patient-number": {
    code: "patient-level-data",
    severity: "must-fix",
    wrong: ({ at }) => `${at} holds what looks like an NHS number (ten figures). We have not kept your file.`,
    instead: "Take the number out, and send counts only. If it is a telephone or reference number, take it out too.",
  },

  // The columns
  /** `fact` is the heading that is missing. */
  "missing-column": {
    severity: "must-fix",
    wrong: ({ fact }) => `There is no column headed “${fact}”.`,
    instead: `Add it, even where you have nothing to put in it. ${TEMPLATE}`,
  },
  "no-header": {
    code: "missing-column",
    severity: "must-fix",
    wrong: "We could not find the row of headings (ODS code, Reporting year, Age band …).",
    instead: TEMPLATE,
  },
  "two-row-header": {
    code: "missing-column",
    severity: "must-fix",
    wrong:
      "The headings stand in two rows, the question in one and the ages in the other. Each column needs its whole heading in one cell.",
    instead: TEMPLATE,
  },
  transposed: {
    code: "missing-column",
    severity: "must-fix",
    wrong: "The table lies on its side: the questions run down and the ages across.",
    instead: TEMPLATE,
  },
  "one-value-a-row": {
    code: "missing-column",
    severity: "must-fix",
    wrong:
      "The file has a row for every single figure. We need the referred and accessed counts of an age band in one row.",
    instead: TEMPLATE,
  },
  "duplicate-column": {
    severity: "must-fix",
    wrong: ({ at, wrote }) => `${at} is headed ${wrote}, which an earlier column answers already.`,
    instead: "Keep the one that is right and delete the other.",
  },
  /** `fact` is what the column was read as. */
  "ambiguous-header": {
    severity: "confirm",
    wrong: ({ at, wrote, fact }) => `${at} is headed ${wrote}, which can mean something else. We read it as “${fact}”.`,
    instead: "Confirm that these are that count, or replace the figures.",
  },
  /** `fact` is what was read. */
  "recognised-synonym": {
    severity: "note",
    wrong: ({ at, wrote, fact }) => `${at} says ${wrote}; we read it as “${fact}”.`,
  },
  "band-to-17": {
    code: "recognised-synonym",
    severity: "note",
    wrong: ({ at, wrote }) =>
      `${at} says ${wrote}; we read it as “0–18 years” and record that your total ends at the 18th birthday.`,
  },
  /** `fact` is what the row or column is. */
  "ignored-row": { severity: "note", wrong: ({ at, fact }) => `${at} is ${fact}; we left it out.` },
  /** `fact` is what the age bands add to. */
  "total-differs": {
    code: "ignored-row",
    severity: "note",
    wrong: ({ at, wrote, fact }) =>
      `${at} gives a total of ${wrote}, but the age bands above add to ${fact}. We use the bands.`,
    instead: "Check them.",
  },
  /** `fact` is the whole sentence. */
  encoding: { severity: "note", wrong: ({ fact }) => fact },
  "encoding-unsure": {
    code: "encoding",
    severity: "confirm",
    wrong: ({ fact }) => fact,
    instead: "Check that names and ages look right below, or save the file as “CSV UTF-8” and send it again.",
  },

  // The rows
  "ods-not-in-register": {
    severity: "must-fix",
    wrong: ({ at, wrote }) => `${at} says ${wrote}. That is not the code of a trust we know.`,
    instead: ({ remedy }) => remedy,
  },
  "ods-blank": {
    code: "ods-not-in-register",
    severity: "must-fix",
    wrong: ({ at }) => `${at} is blank.`,
    instead: "Write your trust’s ODS code in every row, merged cells included.",
  },
  /** `fact` is the code of the person who is signed in. */
  "ods-not-yours": {
    severity: "must-fix",
    wrong: ({ at, wrote, fact }) => `${at} says ${wrote}. You are signed in for ${fact}.`,
    instead: ({ fact }) => `Send figures for ${fact} only.`,
  },
  /** `fact` says what is wrong with the year. */
  "year-unreadable": {
    severity: "must-fix",
    wrong: ({ at, fact }) => `${at}: ${fact}`,
    instead: ({ remedy }) => remedy,
  },
  /** `fact` is the open year. */
  "year-not-open": {
    severity: "must-fix",
    wrong: ({ at, wrote, fact }) => `${at} says ${wrote}. The year to answer for is ${fact}.`,
    instead: ({ fact }) =>
      `If these are the figures of ${fact}, correct the year in every row; if not, send the right file.`,
  },
  "extra-cells": {
    severity: "must-fix",
    wrong: ({ at, wrote }) =>
      `${at} says ${wrote} where the age band belongs: this row holds a cell too many, so its figures have moved to the right.`,
    instead: 'Look for a comma in a name or a note, and put quotation marks (") round that text.',
  },
  "number-among-notes": {
    code: "ambiguous-value",
    severity: "confirm",
    wrong: ({ at, wrote }) =>
      `${at} says ${wrote}, a number where a note belongs: a comma inside a number may have moved the cells of this row to the right.`,
    instead: "Write numbers without commas, or confirm that this row is as you meant it.",
  },
  "unknown-age-band": {
    severity: "must-fix",
    wrong: ({ at, wrote }) => `${at} says ${wrote}, an age band nobody asked for.`,
    instead: `Write ${BANDS}, or delete the row.`,
  },
  "age-band-number": {
    code: "unknown-age-band",
    severity: "must-fix",
    wrong: ({ at, wrote }) => `${at} says ${wrote}, which may be an age or the number of a question.`,
    instead: `Write ${BANDS}.`,
  },
  "age-band-blank": {
    code: "unknown-age-band",
    severity: "must-fix",
    wrong: ({ at }) => `${at} is blank.`,
    instead: `Write the age band of this row: ${BANDS}.`,
  },
  /** `fact` is the band. */
  "duplicate-age-band": {
    severity: "must-fix",
    wrong: ({ at, fact }) => `${at} gives ${fact} a second time. We need one figure for each age.`,
    instead: "Add up services or areas if you list several, and keep one.",
  },
  /** `fact` is the trust, then the band. */
  "missing-age-band": {
    severity: "must-fix",
    wrong: ({ fact }) => `${fact}.`,
    instead: "Add it; write “not held” where you cannot say.",
  },
  /** `fact` is the band. */
  "excel-date-band": {
    severity: "confirm",
    wrong: ({ at, wrote, fact }) =>
      `${at} says ${wrote}: a spreadsheet has turned an age band into a date. We read it as ${fact}.`,
    instead: "Confirm that.",
  },

  // Question 1
  "ambiguous-takes": {
    severity: "confirm",
    wrong: ({ at, wrote }) => `${at} says ${wrote}, a tick on some forms and a cross on others.`,
    instead: "Say whether you take referrals at this age: yes or no.",
  },
  "unread-takes": {
    code: "ambiguous-takes",
    severity: "confirm",
    wrong: ({ at, wrote }) => `${at} says ${wrote}. We cannot tell whether you take referrals at this age.`,
    instead: "Say yes, no, partial or not held.",
  },
  "blank-takes": {
    code: "blank-value",
    severity: "confirm",
    wrong: ({ at }) => `${at} is blank. You have not said whether you take referrals at this age.`,
    instead: "Say yes, no, partial or not held, or confirm that you are not answering.",
  },

  // One count: what must be fixed
  "decimal-value": {
    severity: "must-fix",
    wrong: ({ at, wrote }) => `${at} says ${wrote}. A count of children must be a whole number, not an average.`,
    instead: `${WHOLE_NUMBER}, without a decimal point or comma.`,
  },
  "percentage-value": {
    severity: "must-fix",
    wrong: ({ at, wrote }) => `${at} says ${wrote}. We need a count of children, not a percentage.`,
    instead: `${WHOLE_NUMBER}.`,
  },
  "negative-value": {
    severity: "must-fix",
    wrong: ({ at, wrote }) => `${at} says ${wrote}, which is below zero or a number in brackets.`,
    instead: `${WHOLE_NUMBER}, 0 if there were none.`,
  },
  "sentinel-value": {
    severity: "must-fix",
    wrong: ({ at, wrote }) => `${at} says ${wrote}, which databases write when they hold no figure or hide one.`,
    instead: `${COUNT}.`,
  },
  "excel-date-value": {
    severity: "must-fix",
    wrong: ({ at, wrote }) => `${at} says ${wrote}, a date. A spreadsheet makes dates of ranges such as 1-4.`,
    instead: "Write the range in words, “1 to 4”, or the count as a whole number.",
  },
  "spreadsheet-error": {
    code: "error-value",
    severity: "must-fix",
    wrong: ({ at, wrote }) => `${at} says ${wrote}, a spreadsheet’s error or a column too narrow to show its number.`,
    instead: "Repair it there, then copy the figure itself.",
  },
  formula: {
    code: "error-value",
    severity: "must-fix",
    wrong: ({ at, wrote }) => `${at} holds the formula ${wrote}. We never work formulas out.`,
    instead: "Write the figure it gives.",
  },
  "scientific-notation": {
    code: "error-value",
    severity: "must-fix",
    wrong: ({ at, wrote }) => `${at} says ${wrote}, a spreadsheet’s short form of a long number.`,
    instead: `${WHOLE_NUMBER}.`,
  },
  "answer-to-question-1": {
    code: "error-value",
    severity: "must-fix",
    wrong: ({ at, wrote }) => `${at} says ${wrote}, an answer to question 1 where a count belongs.`,
    instead: `${COUNT}.`,
  },
  "several-figures": {
    code: "error-value",
    severity: "must-fix",
    wrong: ({ at, wrote }) => `${at} says ${wrote}: more than one figure in one cell.`,
    instead: "Give each age band its own row, and each cell one count.",
  },
  "impossible-count": {
    code: "error-value",
    severity: "must-fix",
    wrong: ({ at, wrote }) => `${at} says ${wrote}, more children than live in England.`,
    instead: `${WHOLE_NUMBER}.`,
  },
  "damaged-value": {
    code: "error-value",
    severity: "must-fix",
    wrong: ({ at }) => `${at} holds a damaged character, so the number may not be whole.`,
    instead: "Type it again.",
  },
  "backward-range": {
    code: "error-value",
    severity: "must-fix",
    wrong: ({ at, wrote }) => `${at} says ${wrote}, a range whose first number is the larger.`,
    instead: "Write the lower number first, or the one count.",
  },

  // One count: what is asked
  "blank-value": {
    severity: "confirm",
    wrong: ({ at }) => `${at} is blank, which is not the same as 0.`,
    instead: `${COUNT}, or confirm that you have no answer yet.`,
  },
  "unclear-mark": {
    code: "ambiguous-value",
    severity: "confirm",
    wrong: ({ at, wrote }) => `${at} says ${wrote}. That mark has no single meaning.`,
    instead: "Say what it stands for in your figures, such as 1 to 4.",
  },
  withheld: {
    code: "ambiguous-value",
    severity: "confirm",
    wrong: ({ at, wrote }) => `${at} says ${wrote}: a number you hold back.`,
    instead: "Say which numbers you hold back, such as 1 to 4, or that you cannot say.",
  },
  "nil-or-missing": {
    code: "ambiguous-value",
    severity: "confirm",
    wrong: ({ at, wrote }) => `${at} says ${wrote}, which can mean none, not known or not applicable.`,
    instead: "Say which it is.",
  },
  placeholder: {
    code: "ambiguous-value",
    severity: "confirm",
    wrong: ({ at, wrote }) => `${at} says ${wrote}, which is not an answer yet.`,
    instead: `${COUNT}, or confirm that you have no answer.`,
  },
  /** `fact` is the count as read, here and below. */
  "number-in-words": {
    code: "ambiguous-value",
    severity: "confirm",
    wrong: ({ at, wrote, fact }) => `${at} says ${wrote}. We read it as ${fact}.`,
    instead: "Confirm that.",
  },
  estimate: {
    code: "ambiguous-value",
    severity: "confirm",
    wrong: ({ at, wrote, fact }) =>
      `${at} says ${wrote}. We read it as ${fact} and would publish it marked as an estimate.`,
    instead: "Confirm that, or write the exact count.",
  },
  "number-with-note": {
    code: "ambiguous-value",
    severity: "confirm",
    wrong: ({ at, wrote, fact }) => `${at} says ${wrote}. We read it as ${fact} and keep what stands beside it.`,
    instead: "Confirm that the number counts every child.",
  },
  "wide-range": {
    code: "ambiguous-value",
    severity: "confirm",
    wrong: ({ at, wrote, fact }) => `${at} says ${wrote}. We read it as a range, ${fact} children.`,
    instead: "Confirm that, or write the exact count.",
  },
  "open-range": {
    code: "ambiguous-value",
    severity: "confirm",
    wrong: ({ at, wrote, fact }) => `${at} says ${wrote}. We read it as ${fact} children, with no upper end.`,
    instead: "Confirm that, or write the exact count.",
  },
  "unread-words": {
    code: "ambiguous-value",
    severity: "confirm",
    wrong: ({ at, wrote }) => `${at} says ${wrote}, which we cannot read as a count.`,
    instead: "Say what it stands for: a number, a range, not held, or not applicable.",
  },
  "trimmed-spaces": {
    severity: "note",
    wrong: ({ at, wrote }) => `${at}: we ignored spaces and invisible characters around ${wrote}.`,
  },
  "thousands-separator": {
    severity: "note",
    wrong: ({ at, wrote, fact }) => `${at} says ${wrote}; we read it as ${fact}.`,
  },

  // What the figures say about each other
  /** `fact` is the least the bands add to. */
  "bands-exceed-total": {
    severity: "must-fix",
    wrong: ({ at, wrote, fact }) =>
      `${at} says ${wrote}, but the three age bands alone add to at least ${fact}. Children aged 0–2 are part of the 0–18 count.`,
    instead: "Correct the total or the bands.",
  },
  /** `fact` is the count of referred children. */
  "accessed-over-referred": {
    severity: "confirm",
    wrong: ({ at, wrote, fact }) =>
      `${at} says ${wrote}, more children than were referred (${fact}). That can be right, for children referred in an earlier year.`,
    instead: "Confirm it, or correct one of the two.",
  },
  "takes-no-with-referrals": {
    severity: "confirm",
    wrong: ({ at, wrote }) =>
      `${at} says ${wrote} although you do not take referrals at this age. That can be right, for referrals you turned down.`,
    instead: "Confirm it, or correct one of the two.",
  },
  /** `fact` is the trust, here and below where no cell is named. */
  "all-zero": {
    severity: "confirm",
    wrong: ({ fact }) => `${fact} takes referrals at all three ages, and every count for them is 0.`,
    instead: "Confirm that no child aged 0–2 was referred or seen all year, or write “not held”.",
  },
  /** `fact` is last year's count. */
  "big-change": {
    severity: "confirm",
    wrong: ({ at, wrote, fact }) => `${at} says ${wrote}; last year it was ${fact}.`,
    instead: "Confirm it with a short reason, or correct it.",
  },
  /** `fact` is the count and the measure. */
  "same-in-all-bands": {
    severity: "confirm",
    wrong: ({ fact }) => `${fact} in all three age bands.`,
    instead: "Confirm that it is right and not one figure copied down.",
  },
  "low-total": {
    severity: "confirm",
    wrong: ({ at, wrote }) =>
      `${at} says ${wrote}. Fewer than 100 children aged 0–18 referred in a year would be unusual: this is the count for all ages, not for 0–2.`,
    instead: "Confirm it, or correct it.",
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
  readonly remedy?: string;
}

/**
 * One problem of the catalogue, in words.
 * Example: `problemOf("decimal-value", { place: placeAt(2, 5), value: "12.5" })` is a must-fix problem at F3.
 */
export function problemOf(
  situation: Situation,
  { place = NOWHERE, field = null, value, fact = "", remedy = "" }: Told,
): Problem {
  const entry: Entry = CATALOGUE[situation];
  const said = { at: inWords(place, field), wrote: quoted(value ?? ""), fact, remedy };
  const wrong = sentences(entry.wrong, said);
  const instead = sentences(entry.instead ?? "", said);
  const { cell, row, column } = place;
  return {
    code: entry.code ?? situation,
    severity: entry.severity,
    cell,
    row,
    column,
    value: value ?? null,
    message: instead === "" ? wrong : `${wrong} ${instead}`,
    wrong,
    instead,
    field,
  };
}

function sentences(said: Sentences, facts: Said): string {
  return typeof said === "string" ? said : said(facts);
}

const QUESTIONS = { takes: "takes referrals", referred: "children referred", accessed: "children accessed" } as const;

/** "F3 (children referred, 12–24 months)", or on a form, which has no cells, "Children referred, 12–24 months". */
function inWords({ cell, row }: Place, field: Field | null): string {
  if (field === null) return cell ?? (row === null ? "Your file" : `Row ${row}`);
  const answer = `${QUESTIONS[field.question]}, ${lineText(field.band).label}`;
  return cell === null ? `${answer.charAt(0).toUpperCase()}${answer.slice(1)}` : `${cell} (${answer})`;
}
