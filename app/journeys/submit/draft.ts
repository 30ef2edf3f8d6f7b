import type { Queries } from "../../db/client";
import { findDraft, type StoredDraft } from "../../db/drafts";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import { statedMeanings } from "../../domain/returns/meanings";
import type { Problem } from "../../domain/returns/problem";
import type { FileReturn } from "../../domain/returns/read-return-file";
import type { Figures } from "../../domain/returns/return";
import { ambiguousMarks, stateMeaning } from "../../domain/returns/state-meaning";
import type { Context } from "../context";
import { checkFile } from "./check-file";
import { type Confirmations, NOTHING_CONFIRMED, readConfirmations } from "./confirmations";
import type { ReadyFile } from "./keep-return";

/** How far a draft has come. */
export type Standing = "to fix" | "to confirm" | "ready";

/** The trust's draft, checked anew: what is wrong with it is never stored, only what was sent and what was confirmed. */
export interface CheckedDraft extends StoredDraft {
  readonly standing: Standing;
  readonly problems: readonly Problem[];
  /** As the file states them, before any mark was given a meaning; null where they could not be read. */
  readonly own: FileReturn | null;
  readonly lastYear: Figures | null;
  readonly said: Confirmations;
}

export function currentDraft({ db }: Context, officer: Officer, year: ReportingYear): Promise<CheckedDraft | null> {
  return draftIn(db, officer, year);
}

export async function draftIn(db: Queries, officer: Officer, year: ReportingYear): Promise<CheckedDraft | null> {
  const draft = await findDraft(db, officer.trust.ods, year);
  if (draft === null) return null;
  const { reading, lastYear } = await checkFile(db, officer, year, draft.fileBytes);
  const { outcome, problems } = reading;
  const confirmed = outcome === "ready" || draft.confirmations !== null;
  return {
    ...draft,
    standing: outcome === "reject" ? "to fix" : confirmed ? "ready" : "to confirm",
    problems,
    own: reading.returns[0] ?? null,
    lastYear,
    said: draft.confirmations === null ? NOTHING_CONFIRMED : readConfirmations(draft.confirmations),
  };
}

/** A draft that can be declared, with its figures as they will be kept. */
export interface ReadyDraft extends ReadyFile {
  readonly id: string;
  readonly lastYear: Figures | null;
  readonly said: Confirmations;
}

export function readyOf(draft: CheckedDraft | null): ReadyDraft | null {
  if (draft === null || draft.standing !== "ready" || draft.own === null) return null;
  const { id, fileName, fileBytes, fileSha256, own, lastYear, said } = draft;
  const marks = ambiguousMarks(own.ods, own.written, own.figures);
  return {
    id,
    fileName,
    fileBytes,
    fileSha256,
    figures: stateMeaning(own.figures, marks, statedMeanings(said.marks)),
    written: own.written,
    confirmations: JSON.stringify(said),
    lastYear,
    said,
  };
}

export async function readyDraft(context: Context, officer: Officer, year: ReportingYear): Promise<ReadyDraft | null> {
  return readyOf(await currentDraft(context, officer, year));
}
