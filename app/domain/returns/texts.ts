import { LINES, type Line } from "./return";
import type { LineTexts, Written, WrittenLine } from "./written";

/** One trust's answers for one year in the words they were given in. `takes` of all ages is not asked and stays blank. */
export type AnswerTexts = Readonly<Record<Line, LineTexts>>;

/** The rows of the grid in the order of the questions; notes go with no question. */
export const ENTRIES = ["takes", "referred", "accessed", "notes"] as const;
export type Entry = (typeof ENTRIES)[number];

/** One field of the grid. Its id is what a form names it: `referred-12-24m`. */
export interface EntryField {
  readonly line: Line;
  readonly entry: Entry;
}

/** Every field of the grid, question by question: fifteen, since question 1 is not asked of all ages. */
export const ENTRY_FIELDS: readonly EntryField[] = ENTRIES.flatMap((entry) =>
  LINES.filter((line) => entry !== "takes" || line !== "all").map((line) => ({ line, entry })),
);

export function entryId({ line, entry }: EntryField): string {
  return `${entry}-${line}`;
}

const BLANK_LINE: LineTexts = { takes: "", referred: "", accessed: "", notes: "" };
export const NO_TEXTS: AnswerTexts = {
  "0-12m": BLANK_LINE,
  "12-24m": BLANK_LINE,
  "24-36m": BLANK_LINE,
  all: BLANK_LINE,
};

/** Builds the texts of all lines. Example: `eachLine(() => BLANK)` is an empty grid. */
export function eachLine<Each>(make: (line: Line) => Each): Record<Line, Each> {
  return { "0-12m": make("0-12m"), "12-24m": make("12-24m"), "24-36m": make("24-36m"), all: make("all") };
}

/**
 * Answers without what no keyboard types: control characters and halves of characters become the sign of a damaged one,
 * so that they never make a number, and every line end is a line feed. So they stay when they are written to a file.
 */
export function asTyped(texts: AnswerTexts): AnswerTexts {
  return eachLine((line) => {
    const { takes, referred, accessed, notes } = texts[line];
    return { takes: typed(takes), referred: typed(referred), accessed: typed(accessed), notes: typed(notes) };
  });
}

function typed(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\t\n]|\p{Surrogate}/gu, "\uFFFD");
}

/** The answers with one of them changed. */
export function withText(texts: AnswerTexts, { line, entry }: EntryField, text: string): AnswerTexts {
  return { ...texts, [line]: { ...texts[line], [entry]: text } };
}

export function isEmpty(texts: AnswerTexts): boolean {
  return ENTRY_FIELDS.every(({ line, entry }) => texts[line][entry].trim() === "");
}

export function sameTexts(one: AnswerTexts, other: AnswerTexts): boolean {
  return ENTRY_FIELDS.every(({ line, entry }) => one[line][entry] === other[line][entry]);
}

/** What stands in a file, without the places. Lines in `except` are left blank. */
export function textsOf(written: Written, except: readonly Line[] = []): AnswerTexts {
  return eachLine((line) => {
    if (except.includes(line)) return BLANK_LINE;
    const { takes, referred, accessed, notes } = written[line];
    return { takes: line === "all" ? "" : takes, referred, accessed, notes };
  });
}

/**
 * Typed answers as the checker takes them. An answer that is still as the file has it keeps its cell, so that it is
 * named as in the file; one that was changed on screen is named by its question. `file` is null where there is none.
 * Example: F3 says 12.5 and 13 was typed over it: "Children referred, 12–24 months", and no longer F3.
 */
export function writtenOf(texts: AnswerTexts, file: Written | null): Written {
  return eachLine((line) => {
    const typed = texts[line];
    const before = file?.[line];
    if (before === undefined || before.row === null || before.columns === null)
      return { ...typed, row: null, columns: null };
    const column = (question: "takes" | "referred" | "accessed") =>
      typed[question] === before[question] ? (before.columns?.[question] ?? null) : null;
    const columns: WrittenLine["columns"] = {
      takes: column("takes"),
      referred: column("referred"),
      accessed: column("accessed"),
    };
    return { ...typed, row: before.row, columns };
  });
}
