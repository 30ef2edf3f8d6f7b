import { findDraft, type StoredDraft } from "../../db/drafts";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import { meaningInWords } from "../../domain/returns/meanings";
import type { Problem } from "../../domain/returns/problem";
import type { Figures } from "../../domain/returns/return";
import type { Context } from "../context";
import { checkFile } from "./check-file";
import { type Confirmations, NOTHING_CONFIRMED, readConfirmations } from "./confirmations";
import type { ReadyFile } from "./keep-return";
import { type ReadFile, sameProblem, type ToConfirm, toConfirm } from "./to-confirm";

/** How far a draft has come. */
export type Standing = "to fix" | "to confirm" | "ready";

/** The trust's draft, checked anew: what is wrong with it is never stored, only what was sent and what was confirmed. */
export interface CheckedDraft extends StoredDraft {
  readonly standing: Standing;
  readonly problems: readonly Problem[];
  /** What the file holds; null while something in it must be put right. */
  readonly file: ReadFile | null;
  readonly said: Confirmations;
}

export async function currentDraft(
  { db }: Context,
  officer: Officer,
  year: ReportingYear,
): Promise<CheckedDraft | null> {
  const draft = await findDraft(db, officer.trust.ods, year);
  if (draft === null) return null;
  const { reading, lastYear } = await checkFile(db, officer, year, draft.fileBytes);
  const { outcome, problems, returns } = reading;
  const said = draft.confirmations === null ? NOTHING_CONFIRMED : readConfirmations(draft.confirmations);
  const [own] = returns;
  if (outcome === "reject" || own === undefined) return { ...draft, standing: "to fix", problems, file: null, said };
  const file = { own, problems, lastYear };
  const standing = isSettled(toConfirm(file, said.marks), said) ? "ready" : "to confirm";
  return { ...draft, standing, problems, file, said };
}

/** Whether everything that is asked of a file has been answered. */
function isSettled({ marks, statements, contradictions }: ToConfirm, said: Confirmations): boolean {
  const isStated = ({ asks, mark }: ToConfirm["marks"][number]) =>
    said.marks.some((one) => one.asks === asks && one.mark === mark && meaningInWords(one) !== null);
  const isConfirmed = (problem: Problem) => said.confirmed.some((one) => sameProblem(one, problem));
  return contradictions.length === 0 && marks.every(isStated) && statements.every(isConfirmed);
}

/** A draft that can be declared, with its figures as they will be kept. */
export interface ReadyDraft {
  readonly id: string;
  /** As it stood when it was read, to tell later whether it still does. */
  readonly confirmations: string | null;
  readonly file: ReadyFile;
  readonly lastYear: Figures | null;
  readonly said: Confirmations;
  /** How the file was read where it was not canonical, in sentences. */
  readonly notes: readonly string[];
}

/** The trust's draft where nothing is left to put right or to confirm; null otherwise. */
export async function readyDraft(context: Context, officer: Officer, year: ReportingYear): Promise<ReadyDraft | null> {
  const draft = await currentDraft(context, officer, year);
  if (draft === null || draft.standing !== "ready" || draft.file === null) return null;
  const { id, confirmations, fileName, fileBytes, fileSha256, file, said } = draft;
  const { figures } = toConfirm(file, said.marks);
  return {
    id,
    confirmations,
    file: { fileName, fileBytes, fileSha256, figures, written: file.own.written, confirmations: JSON.stringify(said) },
    lastYear: file.lastYear,
    said,
    notes: file.problems.filter(({ severity }) => severity === "note").map(({ message }) => message),
  };
}
