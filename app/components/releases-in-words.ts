import { formatYear, type ReportingYear } from "../domain/calendar/reporting-year";

/** What figures of several years are taken from: "release 1 of 2021–22, release 2 of 2022–23". */
export function releasesInWords(releases: readonly { year: ReportingYear; number: number }[]): string {
  return releases.map(({ year, number }) => `release ${number} of ${formatYear(year)}`).join(", ");
}
