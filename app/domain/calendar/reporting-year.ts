import { type Day, day } from "./day";

/**
 * An NHS financial year in its canonical form `yyyy-yy`: `2022-23` is 1 April 2022 to 31 March 2023 inclusive.
 * Years compare with `<` and `===`.
 */
export type ReportingYear = string & { readonly __brand: "ReportingYear" };

/** Reads the canonical form and nothing else, in the years 1900-01 to 2099-00; null otherwise. `1999-00` is a year, `2022-24` is not. */
export function asReportingYear(text: string): ReportingYear | null {
  const [, start, end] = /^((?:19|20)\d\d)-(\d\d)$/.exec(text) ?? [];
  return start !== undefined && (Number(start) + 1) % 100 === Number(end) ? (text as ReportingYear) : null;
}

/** A year known to be one, as in `reportingYear("2022-23")`. Throws a RangeError where it is not. */
export function reportingYear(text: string): ReportingYear {
  const read = asReportingYear(text);
  if (read === null) throw new RangeError(`${JSON.stringify(text)} is not a reporting year. Write it as 2022-23.`);
  return read;
}

/** The year that begins on 1 April of a calendar year: 2022 gives `2022-23`. Throws a RangeError outside 1900 to 2099. */
export function yearStarting(calendarYear: number): ReportingYear {
  return reportingYear(`${calendarYear}-${String((calendarYear + 1) % 100).padStart(2, "0")}`);
}

/** The year a day falls in: 31 March 2023 is in `2022-23`, 1 April 2023 in `2023-24`. */
export function yearOf(on: Day): ReportingYear {
  const calendarYear = Number(on.slice(0, 4));
  return yearStarting(on.slice(5) < "04-01" ? calendarYear - 1 : calendarYear);
}

/** 1 April 2022 for `2022-23`. */
export function firstDay(year: ReportingYear): Day {
  return day(`${startOf(year)}-04-01`);
}

/** 31 March 2023 for `2022-23`. */
export function lastDay(year: ReportingYear): Day {
  return day(`${startOf(year) + 1}-03-31`);
}

/** Whether a year's last day lies before today; figures are only asked for then. `2022-23` has ended from 1 April 2023. */
export function hasEnded(year: ReportingYear, today: Day): boolean {
  return lastDay(year) < today;
}

/** `2021-22` for `2022-23`. */
export function previousYear(year: ReportingYear): ReportingYear {
  return yearStarting(startOf(year) - 1);
}

/** `2023-24` for `2022-23`. */
export function nextYear(year: ReportingYear): ReportingYear {
  return yearStarting(startOf(year) + 1);
}

/** As shown to people, with an en dash: `2022–23`. */
export function formatYear(year: ReportingYear): string {
  return year.replace("-", "–");
}

function startOf(year: ReportingYear): number {
  return Number(year.slice(0, 4));
}
