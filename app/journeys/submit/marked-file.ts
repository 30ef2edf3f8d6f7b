import { findDraft } from "../../db/drafts";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import { markProblems } from "../../domain/returns/file/mark";
import type { Context } from "../context";
import { checkFile } from "./check-file";
import { lastYearOf } from "./draft";

/** The file of the trust's draft, as it came, with its problems written beside it; null where the draft has no file. */
export async function markedFile(context: Context, officer: Officer, year: ReportingYear): Promise<string | null> {
  const draft = await findDraft(context.db, officer.trust.ods, year);
  if (draft?.file == null) return null;
  const { bytes } = draft.file;
  const { reading } = await checkFile(context, officer, year, bytes, await lastYearOf(context, officer, year));
  return markProblems(bytes, reading.problems);
}
