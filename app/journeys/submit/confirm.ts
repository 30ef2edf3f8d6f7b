import { confirmDraft } from "../../db/drafts";
import { write } from "../../db/write";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import { meaningInWords } from "../../domain/returns/meanings";
import type { Context } from "../context";
import type { Confirmations } from "./confirmations";
import { currentDraft } from "./draft";
import { type ToConfirm, toConfirm } from "./to-confirm";

/** The answers of the form: for the nth mark its meaning, for the nth statement whether it was ticked and why. */
export interface ConfirmationForm {
  readonly draftId: string;
  readonly meanings: readonly string[];
  readonly ticked: readonly boolean[];
  readonly reasons: readonly string[];
}

export interface ConfirmationProblem {
  readonly field: string;
  readonly message: string;
}

export type Confirmed =
  | { readonly kind: "confirmed" }
  /** Another file was uploaded since the page was opened: it must be looked at anew. */
  | { readonly kind: "draft changed" }
  /** `asked` is what is to be asked now: a meaning that was stated can raise further questions. */
  | { readonly kind: "problems"; readonly problems: readonly ConfirmationProblem[]; readonly asked: ToConfirm };

/** Keeps what the officer confirmed of the draft on screen; everything that was asked must be answered. */
export async function confirm(
  context: Context,
  officer: Officer,
  year: ReportingYear,
  form: ConfirmationForm,
): Promise<Confirmed> {
  const draft = await currentDraft(context, officer, year);
  if (draft === null || draft.id !== form.draftId || draft.file === null) return { kind: "draft changed" };
  const marks = toConfirm(draft.file, []).marks.map(({ asks, mark }, place) => {
    return { asks, mark, means: form.meanings[place] ?? "" };
  });
  const asked = toConfirm(draft.file, marks);
  const problems = problemsOf(asked, form);
  if (problems.length > 0) return { kind: "problems", problems, asked };
  const confirmed = asked.statements.map(({ code, cell, message }, place) => {
    return { code, cell, message, reason: form.reasons[place] ?? "" };
  });
  const said: Confirmations = { marks, confirmed };
  const kept = await write(context.db, (tx) => confirmDraft(tx, officer.trust.ods, draft.id, JSON.stringify(said)));
  return kept ? { kind: "confirmed" } : { kind: "draft changed" };
}

function problemsOf({ marks, statements, contradictions }: ToConfirm, form: ConfirmationForm): ConfirmationProblem[] {
  const problems: ConfirmationProblem[] = [];
  marks.forEach(({ asks, mark }, place) => {
    if (meaningInWords({ asks, mark, means: form.meanings[place] ?? "" }) !== null) return;
    const named = mark === "" ? "the blank cells stand" : `“${mark}” stands`;
    problems.push({ field: `mark-${place}`, message: `Say what ${named} for in your file.` });
  });
  for (const { message } of contradictions) problems.push({ field: "mark-0", message });
  statements.forEach((problem, place) => {
    const where = problem.cell ?? "the file";
    if (!form.ticked[place]) {
      problems.push({
        field: `statement-${place}`,
        message: `Tick the box to confirm ${where}, or put your file right.`,
      });
    }
    if (problem.needsReason && (form.reasons[place] ?? "") === "") {
      problems.push({ field: `reason-${place}`, message: `Say in a few words why ${where} changed so much.` });
    }
  });
  return problems;
}
