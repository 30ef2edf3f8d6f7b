import { draftSaved } from "../../db/drafts";
import { findRound, type StoredRound } from "../../db/rounds";
import { findTrust, trustNames } from "../../db/trusts";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import {
  type Explanation,
  QUESTION_NUMBERS,
  type QuestionNumber,
  SECTIONS,
  withExplanation,
} from "../../domain/returns/explanations";
import { holdsNhsNumber } from "../../domain/returns/file/patient-data";
import { NO_TEXTS } from "../../domain/returns/texts";
import type { Context } from "../context";
import { currentDraft } from "./draft";
import { type SavedBySomeone, saveAnswers } from "./save-answers";
import { requestToAnswer } from "./your-round";

interface Otherwise {
  /** The id of the draft that was on screen; empty where there was none. */
  readonly seen: string;
  readonly questions: readonly number[];
  readonly words: string;
}
export interface NotHeldForm extends Otherwise {
  /** The code of a trust of the register, or `other`; empty where nobody is named. */
  readonly holder: string;
  /** Who it is, for anyone who is not in the register. */
  readonly otherHolder: string;
}
export interface RefusalForm extends Otherwise {
  /** A key of SECTIONS, or `other`. */
  readonly section: string;
  readonly otherSection: string;
}

export interface FormProblem {
  readonly field: string;
  readonly message: string;
}

export type AnsweredOtherwise =
  /** `whole`: nothing is left to be typed. */
  | { readonly kind: "saved"; readonly whole: boolean }
  | { readonly kind: "problems"; readonly problems: readonly FormProblem[] }
  | { readonly kind: "not open" }
  | { readonly kind: "changed meanwhile"; readonly draft: SavedBySomeone | null };

/** What the pages of other answers show: the questions, who could hold the data, and the draft that stands. */
export interface OtherAnswerPage {
  readonly questions: StoredRound["questions"];
  readonly holders: readonly { readonly ods: string; readonly name: string }[];
  readonly draft: SavedBySomeone | null;
}

/** Null where no answer can be sent now. */
export async function otherAnswerPage(
  { db }: Context,
  { trust: { ods } }: Officer,
  year: ReportingYear,
): Promise<OtherAnswerPage | null> {
  const [request, round] = [await requestToAnswer(db, ods, year), await findRound(db, year)];
  if (request === null || round === null) return null;
  const holders = (await trustNames(db)).filter((trust) => trust.ods !== ods);
  return { questions: round.questions, holders, draft: await draftSaved(db, ods, year) };
}

const LONGEST_WORDS = 2_000;
const LONGEST_NAME = 200;

/** "We do not hold this": for the whole request or for some of its questions, with who holds it instead. */
export async function answerNotHeld(context: Context, officer: Officer, year: ReportingYear, form: NotHeldForm) {
  const problems = problemsOf(form, "it is not held");
  const named = form.holder === "other" ? form.otherHolder : "";
  if (form.holder === "other" && named === "") {
    problems.push({ field: "otherHolder", message: "Enter the name of the organisation that holds it." });
  }
  if (named.length > LONGEST_NAME)
    problems.push({ field: "otherHolder", message: `Shorten the name to ${LONGEST_NAME} characters.` });
  const known = ["", "other"].includes(form.holder) ? null : await findTrust(context.db, form.holder);
  if (known?.ods === officer.trust.ods || (known === null && !["", "other"].includes(form.holder)))
    problems.push({
      field: "holder",
      message: "Choose another organisation of the list, “someone else”, or “not known”.",
    });
  const holder = known ?? (named === "" ? null : { ods: null, name: named });
  const { words } = form;
  return keep(context, officer, year, form, problems, { kind: "not-held", questions: numbers(form), holder, words });
}

/** "We refuse to answer": under a section of the Act, for the whole request or for some of its questions. */
export async function answerRefused(context: Context, officer: Officer, year: ReportingYear, form: RefusalForm) {
  const problems = problemsOf(form, "you refuse");
  const section = Object.hasOwn(SECTIONS, form.section) ? form.section : sectionNamed(form.otherSection);
  if (form.section === "") problems.push({ field: "section", message: "Choose the section of the Act you rely on." });
  else if (section === null) {
    const message = "Write the section as a number from 12 to 44, as in 31 or 41(2).";
    problems.push({ field: "otherSection", message });
  }
  if (form.words === "") {
    const message = "Say why the section applies. The Act asks for it in a refusal notice (section 17).";
    problems.push({ field: "words", message });
  }
  const { words } = form;
  return keep(context, officer, year, form, problems, {
    kind: "refused",
    questions: numbers(form),
    section: section ?? "",
    words,
  });
}

/** `s31` for "31", "s31" or "Section 31"; null for what is no section that information can be refused under. */
function sectionNamed(text: string): string | null {
  const [, number, part] = /^(?:section|sect|sec|s)?\.? ?(\d\d)(?: ?\((\d)\))?$/i.exec(text) ?? [];
  if (number === undefined || Number(number) < 12 || Number(number) > 44) return null;
  return part === undefined ? `s${number}` : `s${number}(${part})`;
}

function numbers({ questions }: Otherwise): QuestionNumber[] {
  return QUESTION_NUMBERS.filter((number) => questions.includes(number));
}

function problemsOf(form: Otherwise, what: string): FormProblem[] {
  const problems: FormProblem[] = [];
  if (numbers(form).length === 0)
    problems.push({ field: "questions", message: `Choose the questions for which ${what}.` });
  if (form.words.length > LONGEST_WORDS)
    problems.push({ field: "words", message: `Shorten what you wrote to ${LONGEST_WORDS} characters.` });
  if (holdsNhsNumber(form.words)) {
    problems.push({
      field: "words",
      message: "Take out the ten figures that look like an NHS number. We have not kept them.",
    });
  }
  return problems;
}

async function keep(
  context: Context,
  officer: Officer,
  year: ReportingYear,
  { seen }: Otherwise,
  problems: readonly FormProblem[],
  explanation: Explanation,
): Promise<AnsweredOtherwise> {
  if (problems.length > 0) return { kind: "problems", problems };
  const draft = await currentDraft(context, officer, year);
  const texts = withExplanation(draft?.texts ?? NO_TEXTS, explanation);
  const saved = await saveAnswers(context, officer, year, { seen, texts, explanation });
  switch (saved.kind) {
    case "saved":
      return { kind: "saved", whole: explanation.questions.length === QUESTION_NUMBERS.length };
    case "not open":
    case "changed meanwhile":
      return saved;
    default:
      // The draft's own texts were kept once, so they can be kept again.
      throw new Error(`An answer without figures could not be saved: ${saved.kind}.`);
  }
}
