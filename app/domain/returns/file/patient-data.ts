import { problemOf } from "../catalogue";
import { plain, visible } from "../cells/plain-text";
import { placeAt } from "../place";
import type { Problem } from "../problem";
import type { Table } from "./split";

/** What may stand between the groups: spaces and dashes of all kinds, seen or not. */
const GAP = "[ \\u00A0\\u00AD\\u2000-\\u200F\\u2010-\\u2015\\u202F\\u2060\\u2212\\uFEFF-]{0,2}";
/**
 * Ten figures as 3-3-4, with or without spaces or dashes, or with two full stops. The check digit is not asked for: numbers are mistyped, and
 * letting a real one through is worse than asking for a reference number to be taken out. British telephone numbers
 * have eleven figures, or stand behind +44; one figure ten times over is a database's way of writing nothing.
 */
const NHS_NUMBER = new RegExp(
  `(?<!\\d|\\+44[ -]?|\\(0\\)[ -]?)(?!(\\d)\\1{9})\\d{3}(?:${GAP}\\d{3}${GAP}|\\. ?\\d{3}\\. ?)\\d{4}(?!\\d)`,
);

const PATIENT_HEADINGS: ReadonlySet<string> = new Set([
  "nhs number",
  "nhs no",
  "nhs num",
  "nhsno",
  "nhsnumber",
  "new nhs number",
  "patient nhs number",
  "date of birth",
  "dob",
  "birth date",
  "birthdate",
  "date of birth (dob)",
  "patient dob",
  "postcode",
  "post code",
  "postal code",
  "patient postcode",
  "home postcode",
  "patient id",
  "patient identifier",
  "patient name",
  "patient number",
  "patient no",
  "patient initials",
  "hospital number",
  "hospital no",
  "chi number",
  "mrn",
  "medical record number",
  "home address",
  "child name",
  "name of child",
  "surname",
  "forename",
  "first name",
  "last name",
]);
/** Said in more words: "Child's date of birth", "Postcode of residence". */
const OF_ONE_PATIENT =
  /\bnhs ?(?:no|num(?:ber)?)s?\b|\bdate ?of ?birth\b|\bd ?o ?b\b|\bbirth ?date\b|\bpost(?:al)? ?code\b/;
/** The address of an organisation, or a count of records, is no detail of a child. */
const OF_OTHERS = /\b(?:trust|provider|organisation|site|with|without|missing|recorded|held)\b/;
const FULL_WIDTH = /[\uFF10-\uFF19]/;
const FIGURE = /^\s*(?:\d[\d,.]*|20\d\d\s?[-–/]\s?(?:20)?\d\d)\s*$/;
const MOST_LISTED = 50;

/**
 * Details of single patients anywhere in a file, each at its cell, the first 50. What stands there is never repeated:
 * the file must not be stored, and neither must what is said about it. `marked` says that the text holds what an earlier
 * marking wrote beside the table, which is nobody's data.
 */
export function patientData(text: string, { top, forEachRow }: Table, marked = false): Problem[] {
  const columns = new Set<number>();
  const problems: Problem[] = [];
  top.forEach((cells, row) => {
    const headings = mayBeHeadings(cells);
    cells.forEach((cell, column) => {
      if (problems.length === MOST_LISTED || !(isPatientHeading(cell) || (headings && speaksOfPatient(cell)))) return;
      columns.add(column);
      problems.push(problemOf("patient-column", { place: placeAt(row, column), fact: visible(cell) }));
    });
  });
  const wide = FULL_WIDTH.test(text);
  const holdsNumber = (cell: string) => NHS_NUMBER.test(wide ? plain(cell) : cell);
  if (!holdsNumber(text)) return problems;
  forEachRow((cells, row) => {
    cells.forEach((cell, column) => {
      if (problems.length === MOST_LISTED || columns.has(column) || !holdsNumber(cell)) return;
      problems.push(problemOf("patient-number", { place: placeAt(row, column) }));
    });
    return problems.length < MOST_LISTED;
  });
  return problems.length > 0 || marked ? problems : [problemOf("patient-number", {})];
}

/** Whether a text holds what looks like an NHS number, for answers that were typed. */
export function holdsNhsNumber(text: string): boolean {
  return NHS_NUMBER.test(text);
}

function isPatientHeading(cell: string): boolean {
  if (cell.length > 40) return false;
  return PATIENT_HEADINGS.has(
    plain(cell)
      .replace(/[_.:*?-]+/g, " ")
      .replace(/ +/g, " ")
      .trim(),
  );
}

/** A row of answers holds a year or a figure, and a title stands alone: there the same words may be a remark. */
function mayBeHeadings(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell.trim() !== "").length > 1 && !cells.some((cell) => FIGURE.test(cell));
}

function speaksOfPatient(cell: string): boolean {
  if (cell.length > 60) return false;
  const words = plain(cell).replace(/[^a-z]+/g, " ");
  return OF_ONE_PATIENT.test(words) && !OF_OTHERS.test(words);
}
