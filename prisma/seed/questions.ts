import { formatYear, type ReportingYear } from "../../app/domain/calendar/reporting-year";
import { rowsOf } from "./csv";

/** The four questions of 2024, put to a year. They belong to a round: another round's may differ. */
export function questionsOf2024(year: ReportingYear) {
  return rowsOf("prisma/data/questions-2024.csv").map(({ number = "", wording = "" }) => ({
    number: Number(number),
    wording: wording.replace("{year}", formatYear(year)),
  }));
}
