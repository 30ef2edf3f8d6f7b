import { dateWritten } from "../excel-date";
import { type CountReading, fault } from "./reading";

const SPREADSHEET_ERROR = /^#[a-z][a-z0-9_/]*[!?]?$|^err(?:or)?:? ?\d{3}$/;
const FORMULA = /^=(?!<|>)|^@\w+\(/;
/** A formula that begins with a sign, as old spreadsheets had it: a cell, a function, a sheet or a sum. `-s40` is a section. */
const SIGNED_FORMULA =
  /^(?!-s\d{1,2}(?:\(\d\))?$)(?:\+ ?|-)\(*(?:\$?[a-z]{1,3}\$?\d+(?![a-z\d])|[a-z][a-z\d.]*\(|'[^']+'!|\w+!|\d+(?:\.\d+)?[+*]\d)/;
const SCIENTIFIC = /^[-+]?\d+(?:[.,]\d+)?e[-+]?\d+$/;
const PERCENTAGE = /\d ?(?:%|per ?cent\b|pct\b)|% ?\d/;
const NEGATIVE = /^\(?(?:- ?|minus )(\d[\d,. ]*)\)?$|^\( ?([\d,.]+) ?\)$|^([\d,.]+) ?-$/;
const DATABASE_NEGATIVE = /^(?:1|9+)$/;
const CONTROL_CHARACTER = /\p{Cc}/u;

/** What spreadsheets and databases write where a count should be: errors, dates, percentages. Null for anything else. */
export function readFault(text: string): CountReading | null {
  // Bytes were lost, and what remains may be another number.
  if (CONTROL_CHARACTER.test(text)) return fault("damaged-value");
  if (SPREADSHEET_ERROR.test(text)) return fault("spreadsheet-error");
  if (FORMULA.test(text) || SIGNED_FORMULA.test(text)) return fault("formula");
  if (SCIENTIFIC.test(text)) return fault("scientific-notation");
  if (PERCENTAGE.test(text)) return fault("percentage-value");
  const negative = NEGATIVE.exec(text);
  if (negative) {
    return fault(DATABASE_NEGATIVE.test(negative[1] ?? negative[3] ?? "") ? "sentinel-value" : "negative-value");
  }
  if (dateWritten(text) !== null) return fault("excel-date-value");
  return null;
}
