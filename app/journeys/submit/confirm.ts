import { confirmDraft } from "../../db/drafts";
import { write } from "../../db/write";
import { aboutRequest } from "../../domain/audit/entry";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import { meaningInWords, type Stated } from "../../domain/returns/meanings";
import { cellInWords } from "../../domain/returns/written";
import type { Context } from "../context";
import { record } from "../record";
import type { Confirmations } from "./confirmations";
import { currentDraft } from "./draft";
import { type ToConfirm, toConfirm } from "./to-confirm";

/** What the form said, each answer beside the question that was on screen: none can slip to another question. */
export interface ConfirmationForm {
  readonly draftId: string;
  readonly stated: readonly Stated[];
  readonly confirmed: readonly {
    /** The `id` of the statement. */
    readonly id: string;
    readonly ticked: boolean;
    readonly reason: string;
  }[];
}

export interface ConfirmationProblem {
  readonly field: string;
  readonly message: string;
}

export type Confirmed =
  | { readonly kind: "confirmed" }
  /** The answers were changed since the page was opened: they must be looked at anew. */
  | { readonly kind: "draft changed" }
  /** `asked` is what is to be asked now: a meaning that was stated can raise further questions. */
  | { readonly kind: "problems"; readonly problems: readonly ConfirmationProblem[]; readonly asked: ToConfirm };

const LONGEST_REASON = 500;

/** Keeps what the officer confirmed of the draft on screen; everything that was asked must be answered. */
export async function confirm(
  context: Context,
  officer: Officer,
  year: ReportingYear,
  form: ConfirmationForm,
): Promise<Confirmed> {
  const draft = await currentDraft(context, officer, year);
  if (draft === null || draft.id !== form.draftId || draft.answers === null) return { kind: "draft changed" };
  const asked = toConfirm(draft.answers, form.stated);
  const problems = problemsOf(asked, form);
  if (problems.length > 0) return { kind: "problems", problems, asked };
  const said: Confirmations = {
    marks: asked.marks.map(({ asks, mark, cells }) => {
      return { asks, mark, means: meaningIn(form, asks, mark), cells: cells.map(cellInWords) };
    }),
    confirmed: asked.statements.map(({ id, code, cell, message }) => {
      return { code, cell, message, reason: answerIn(form, id)?.reason ?? "" };
    }),
  };
  const { ods } = officer.trust;
  return write(context.db, async (tx): Promise<Confirmed> => {
    if (!(await confirmDraft(tx, ods, draft.id, JSON.stringify(said)))) return { kind: "draft changed" };
    await record(tx, context, { by: officer, did: "answers-confirmed", about: aboutRequest(year, ods) });
    return { kind: "confirmed" };
  });
}

function meaningIn(form: ConfirmationForm, asks: Stated["asks"], mark: string): string {
  return form.stated.find((one) => one.asks === asks && one.mark === mark)?.means ?? "";
}

function answerIn(form: ConfirmationForm, id: string) {
  return form.confirmed.find((one) => one.id === id);
}

function problemsOf({ marks, statements, contradictions }: ToConfirm, form: ConfirmationForm): ConfirmationProblem[] {
  const problems: ConfirmationProblem[] = [];
  marks.forEach(({ asks, mark }, place) => {
    if (meaningInWords({ asks, mark, means: meaningIn(form, asks, mark) }) !== null) return;
    const named = mark === "" ? "the blank cells stand" : `“${mark}” stands`;
    problems.push({ field: `mark-${place}`, message: `Say what ${named} for.` });
  });
  for (const { mark, message } of contradictions) problems.push({ field: `mark-${marks.indexOf(mark)}`, message });
  statements.forEach(({ id, name, cell, needsReason }, place) => {
    const where = cell ?? "this";
    const { ticked = false, reason = "" } = answerIn(form, id) ?? {};
    const say = (field: string, message: string) => problems.push({ field: `${field}-${place}`, message });
    if (!ticked) say("statement", `Tick the box to confirm ${where} (${name}), or change it.`);
    if (needsReason && reason === "") say("reason", `Say in a few words why ${where} changed so much.`);
    if (reason.length > LONGEST_REASON)
      say("reason", `Shorten your reason for ${where} to ${LONGEST_REASON} characters.`);
  });
  return problems;
}
