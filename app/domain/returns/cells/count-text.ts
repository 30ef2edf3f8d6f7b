import type { Line } from "../return";
import { readAnnotated, readEstimate } from "./count/annotations";
import { readFault } from "./count/faults";
import { readMark } from "./count/marks";
import { readFigure, readNumber } from "./count/numbers";
import { readRange } from "./count/ranges";
import { type CountReading, fault, MISSING, NOT_READ } from "./count/reading";
import { readStatement } from "./count/statements";
import { plainFigure } from "./plain-figure";
import { hasStraySpaces, plain } from "./plain-text";

export type { CountReading } from "./count/reading";

/**
 * Reads a count as trusts write it. A blank is `missing` and nobody is asked about it here: whether it matters depends
 * on the answer beside it. Five figures from 40000 to 50000 are the date a spreadsheet made of `12-24` in an age band;
 * in the 0–18 line, where a large trust may count that many, they are a count.
 * Source: reference on messy files, "Values", and on disclosure, section 5. Examples: `<5` is the range 0 to 4; `*` is
 * unclear until its rule is stated; `12.5` is a fault; `none` is 0.
 */
export function readCount(raw: string, line: Line = "0-12m"): CountReading {
  const figure = plainFigure(raw, LONGEST_FIGURE);
  if (figure !== null) return readFigure(figure, raw, line);
  if (raw.length > LONGEST_COUNT) return NOT_READ;

  const text = plain(raw.startsWith("'") ? raw.slice(1) : raw).replace(FULL_STOP, "");
  if (text === "") return MISSING;
  const read = readWords(text, line);
  return hasStraySpaces(raw) ? { ...read, notes: [...read.notes, "trimmed-spaces"] } : read;
}

const LONGEST_COUNT = 300;
const LONGEST_FIGURE = 7;
/** The one that ends a sentence: `Nil.` is `Nil`, and `..` a mark. */
const FULL_STOP = /(?<=[a-z]|[^\d.]\d{1,3})\.$/;

/**
 * The order matters: what a spreadsheet or a database wrote is recognised before any number is looked for, and a range
 * before the statement beside it, for `<5 (s40)` says a number and why it is not exact.
 */
function readWords(text: string, line: Line): CountReading {
  return (
    readMark(text) ??
    readFault(text) ??
    readRange(text) ??
    readStatement(text) ??
    readNumber(text, line) ??
    readEstimate(text) ??
    readAnnotated(text, line) ??
    (hasSeveralFigures(text) ? fault("several-figures") : NOT_READ)
  );
}

function hasSeveralFigures(text: string): boolean {
  return /\d\D*[,;:/\n ]\D*\d/.test(text);
}
