import { findDraft, type StoredDraft } from "../../db/drafts";
import { latestReturnOf } from "../../db/returns";
import { previousYear, type ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import { type Explanation, standing as stillStanding } from "../../domain/returns/explanations";
import { meaningInWords } from "../../domain/returns/meanings";
import { outcomeOf, type Problem, sortProblems } from "../../domain/returns/problem";
import { readAnswers } from "../../domain/returns/read-answers";
import type { FileReturn } from "../../domain/returns/read-return-file";
import type { Figures } from "../../domain/returns/return";
import { type AnswerTexts, NO_TEXTS, textsOf, writtenOf } from "../../domain/returns/texts";
import type { Context } from "../context";
import { checkFile } from "./check-file";
import { type Confirmations, NOTHING_CONFIRMED, readConfirmations } from "./confirmations";
import { type CheckedAnswers, sameProblem, type ToConfirm, toConfirm } from "./to-confirm";

/** How far a draft has come. */
export type Standing = "to fix" | "to confirm" | "ready";

/** The trust's draft, checked anew: what is wrong with it is never stored, only what was sent, typed and confirmed. */
export interface CheckedDraft {
  readonly id: string;
  readonly savedAt: Date;
  readonly savedBy: StoredDraft["savedBy"];
  /** The file that was sent; null where the answers were typed from the start. */
  readonly file: StoredDraft["file"];
  /** Whether the answers are those on screen, and no longer the file's. */
  readonly typed: boolean;
  /** The answers as the grid shows them. Lines that the file leaves in doubt are blank in it. */
  readonly texts: AnswerTexts;
  readonly standing: Standing;
  /** All that there is to say, the worst first. */
  readonly problems: readonly Problem[];
  /** Those of them that no answer on screen can mend: they are about the file itself. */
  readonly ofFile: readonly Problem[];
  /** What was read; null while something must be put right. */
  readonly answers: CheckedAnswers | null;
  readonly lastYear: Figures | null;
  readonly said: Confirmations;
  readonly explanations: readonly Explanation[];
  readonly confirmations: string | null;
}

export async function currentDraft(
  context: Context,
  officer: Officer,
  year: ReportingYear,
): Promise<CheckedDraft | null> {
  const { ods } = officer.trust;
  const draft = await findDraft(context.db, ods, year);
  if (draft === null) return null;
  const lastYear = await lastYearOf(context, officer, year);
  const file = draft.file && (await checkFile(context, officer, year, draft.file.bytes, lastYear));
  const ofFile = file === null ? [] : file.reading.problems.filter((one) => !file.own?.problems.includes(one));
  const checked =
    draft.texts === null
      ? { problems: file?.reading.problems ?? [], answers: file?.own ?? null }
      : checkTexts(ods, draft.texts, file?.own ?? null, lastYear, ofFile);
  const said = draft.confirmations === null ? NOTHING_CONFIRMED : readConfirmations(draft.confirmations);
  const { id, savedAt, savedBy, explanations, confirmations } = draft;
  const shown = {
    id,
    savedAt,
    savedBy,
    confirmations,
    explanations,
    file: draft.file,
    typed: draft.texts !== null,
    texts: draft.texts ?? (file?.own ? textsOf(file.own.written, file.own.disputed) : NO_TEXTS),
    problems: checked.problems,
    ofFile: ofFile.filter((one) => checked.problems.includes(one)),
    lastYear,
    said,
  };
  if (outcomeOf(checked.problems) === "reject" || checked.answers === null) {
    return { ...shown, standing: "to fix", answers: null };
  }
  const answers = { ...checked.answers, problems: checked.problems, lastYear };
  return { ...shown, standing: isSettled(toConfirm(answers, said.marks), said) ? "ready" : "to confirm", answers };
}

/** What the trust declared for the year before; null where it did not. */
export async function lastYearOf({ db }: Context, officer: Officer, year: ReportingYear): Promise<Figures | null> {
  return (await latestReturnOf(db, officer.trust.ods, previousYear(year)))?.figures ?? null;
}

/**
 * Answers on screen. What the file said of itself no longer stands in their way; but where a heading or an age was read
 * as what it may not mean, the answers taken from there still wait for a word.
 */
function checkTexts(
  ods: string,
  texts: AnswerTexts,
  file: FileReturn | null,
  lastYear: Figures | null,
  ofFile: readonly Problem[],
) {
  const written = writtenOf(texts, file?.written ?? null);
  const { figures, problems } = readAnswers(ods, written, lastYear);
  const asked = ofFile.filter(({ severity }) => severity === "confirm");
  return { problems: sortProblems([...asked, ...problems]), answers: { ods, written, figures } };
}

/** Whether everything that is asked of a draft has been answered. */
function isSettled({ marks, statements, contradictions }: ToConfirm, said: Confirmations): boolean {
  const isStated = ({ asks, mark }: ToConfirm["marks"][number]) =>
    said.marks.some((one) => one.asks === asks && one.mark === mark && meaningInWords(one) !== null);
  const isConfirmed = (problem: Problem) => said.confirmed.some((one) => sameProblem(one, problem));
  return contradictions.length === 0 && marks.every(isStated) && statements.every(isConfirmed);
}

/** A draft that can be declared, with its figures as they will be kept. */
export interface ReadyDraft
  extends Pick<CheckedDraft, "id" | "file" | "typed" | "texts" | "lastYear" | "savedAt" | "savedBy"> {
  /** As it stood when it was read, to tell later whether it still does. */
  readonly confirmations: string | null;
  readonly figures: Figures;
  /** The text that each answer was read from. */
  readonly written: CheckedAnswers["written"];
  /** What was confirmed of these answers, and nothing of earlier ones. */
  readonly said: Confirmations;
  readonly explanations: readonly Explanation[];
  /** How the answers were read where they were not canonical, in sentences. */
  readonly notes: readonly string[];
}

/** The trust's draft where nothing is left to put right or to confirm; null otherwise. */
export async function readyDraft(context: Context, officer: Officer, year: ReportingYear): Promise<ReadyDraft | null> {
  const draft = await currentDraft(context, officer, year);
  if (draft === null || draft.standing !== "ready" || draft.answers === null) return null;
  const { id, savedAt, savedBy, file, typed, texts, lastYear, confirmations, answers } = draft;
  const asked = toConfirm(answers, draft.said.marks);
  return {
    id,
    savedAt,
    savedBy,
    file,
    typed,
    texts,
    lastYear,
    confirmations,
    figures: asked.figures,
    written: answers.written,
    said: {
      marks: draft.said.marks.filter((one) =>
        asked.marks.some(({ asks, mark }) => asks === one.asks && mark === one.mark),
      ),
      confirmed: draft.said.confirmed.filter((one) => asked.statements.some((problem) => sameProblem(one, problem))),
    },
    explanations: stillStanding(draft.explanations, asked.figures),
    notes: draft.problems.filter(({ severity }) => severity === "note").map(({ message }) => message),
  };
}
