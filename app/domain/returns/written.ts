import { columnLetters, NOWHERE, type Place } from "./place";
import type { Field } from "./problem";
import { LINES, type Line, lineText } from "./return";

/** The answers of one line as somebody wrote them. */
export interface LineTexts {
  readonly takes: string;
  readonly referred: string;
  readonly accessed: string;
  readonly notes: string;
}

/** The same with the place where they stand; raw text is kept for ever. */
export interface WrittenLine extends LineTexts {
  /** The row of the file, from 1; null for answers typed on screen, and where the file has no such line. */
  readonly row: number | null;
  /** The letters of the columns; null where the file has no such column. */
  readonly columns: Readonly<Record<Question, string | null>> | null;
}
/** One trust's answers for one year as they were written. */
export type Written = Readonly<Record<Line, WrittenLine>>;

/** Answers typed on screen, or none. Example: `typed("yes", "12", "9")` stands in no file. */
export function typed(takes: string, referred: string, accessed: string, notes = ""): WrittenLine {
  return { takes, referred, accessed, notes, row: null, columns: null };
}

/** One answer with its place and its text, for a link to the cell and for the record. */
export interface WrittenCell {
  readonly field: Field;
  readonly place: Place;
  readonly raw: string;
}

/** The eleven answers of a return in the order of the form: three for each age band, two for all ages. */
export function writtenCells(ods: string, written: Written): WrittenCell[] {
  return LINES.flatMap((band) =>
    QUESTIONS.filter((question) => band !== "all" || question !== "takes").map((question) =>
      writtenCell(written, { ods, band, question }),
    ),
  );
}

type Question = Field["question"];
const QUESTIONS = ["takes", "referred", "accessed"] as const;

export function writtenCell(written: Written, field: Field): WrittenCell {
  const line = written[field.band];
  const column = line.columns?.[field.question] ?? null;
  const place =
    line.row === null || column === null ? NOWHERE : { cell: `${column}${line.row}`, row: line.row, column };
  return { field, place, raw: line[field.question] };
}

const QUESTION_WORDS = {
  takes: "takes referrals",
  referred: "children referred",
  accessed: "children accessed",
} as const;

/** "children referred, 12–24 months" */
export function answerInWords({ question, band }: Field): string {
  return `${QUESTION_WORDS[question]}, ${lineText(band).label}`;
}

/** `F3`, as the file has it; or, for an answer that was typed, "children referred, 12–24 months". */
export function cellInWords({ place, field }: WrittenCell): string {
  return place.cell ?? answerInWords(field);
}

/** The letters of the columns a line's answers stand in, counted from 0. */
export function lettersOf(columns: {
  readonly takes: number | null;
  readonly referred: number;
  readonly accessed: number;
}) {
  const { takes, referred, accessed } = columns;
  return {
    takes: takes === null ? null : columnLetters(takes),
    referred: columnLetters(referred),
    accessed: columnLetters(accessed),
  };
}
