import { confirmDraft } from "../../db/drafts";
import { write } from "../../db/write";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import { meaningInWords } from "../../domain/returns/meanings";
import type { Field, Problem } from "../../domain/returns/problem";
import { type AmbiguousMark, ambiguousMarks } from "../../domain/returns/state-meaning";
import type { Context } from "../context";
import type { Confirmations } from "./confirmations";
import { type CheckedDraft, currentDraft } from "./draft";

/** What an officer is asked about a file: each mark once, then each unusual figure by itself. */
export interface ToConfirm {
  readonly marks: readonly AmbiguousMark[];
  readonly statements: readonly StatementToConfirm[];
}

export interface StatementToConfirm extends Problem {
  /** A figure that moved far needs a reason, which staff see. */
  readonly needsReason: boolean;
}

export function toConfirm({ own, problems }: CheckedDraft): ToConfirm {
  if (own === null) return { marks: [], statements: [] };
  const asked = problems.filter(({ severity }) => severity === "confirm");
  const isAsked = (field: Field) => asked.some((problem) => problem.field !== null && same(problem.field, field));
  const marks = ambiguousMarks(own.ods, own.written, own.figures).filter(({ cells }) =>
    cells.some((cell) => isAsked(cell.field)),
  );
  const isMark = (field: Field) => marks.some(({ cells }) => cells.some((cell) => same(cell.field, field)));
  const statements = asked
    .filter(({ field }) => field === null || !isMark(field))
    .map((problem) => ({ ...problem, needsReason: problem.code === "big-change" }));
  return { marks, statements };
}

function same(one: Field, other: Field): boolean {
  return one.band === other.band && one.question === other.question;
}

/** The answers of the form: for the nth mark its meaning, for the nth statement whether it was ticked and why. */
export interface ConfirmationForm {
  readonly draftId: string;
  readonly meanings: readonly string[];
  readonly ticked: readonly boolean[];
  readonly reasons: readonly string[];
}

export type ConfirmationProblem = { readonly field: string; readonly message: string };

export type Confirmed =
  | { readonly kind: "confirmed" }
  /** Another file was uploaded since the page was opened: it must be looked at anew. */
  | { readonly kind: "draft changed" }
  | { readonly kind: "problems"; readonly problems: readonly ConfirmationProblem[] };

/** Keeps what the officer confirmed of the draft on screen; everything that was asked must be answered. */
export async function confirm(
  context: Context,
  officer: Officer,
  year: ReportingYear,
  form: ConfirmationForm,
): Promise<Confirmed> {
  const draft = await currentDraft(context, officer, year);
  if (draft === null || draft.id !== form.draftId || draft.standing === "to fix") return { kind: "draft changed" };
  const asked = toConfirm(draft);
  const problems = problemsOf(asked, form);
  if (problems.length > 0) return { kind: "problems", problems };
  const said: Confirmations = {
    marks: asked.marks.map(({ asks, mark }, place) => ({ asks, mark, means: form.meanings[place] ?? "" })),
    confirmed: asked.statements.map(({ code, cell, message }, place) => {
      return { code, cell, message, reason: form.reasons[place] ?? "" };
    }),
  };
  const kept = await write(context.db, (tx) => confirmDraft(tx, officer.trust.ods, draft.id, JSON.stringify(said)));
  return kept ? { kind: "confirmed" } : { kind: "draft changed" };
}

function problemsOf({ marks, statements }: ToConfirm, form: ConfirmationForm): ConfirmationProblem[] {
  const problems: ConfirmationProblem[] = [];
  marks.forEach(({ asks, mark }, place) => {
    if (meaningInWords({ asks, mark, means: form.meanings[place] ?? "" }) !== null) return;
    const named = mark === "" ? "the blank cells stand" : `“${mark}” stands`;
    problems.push({ field: `mark-${place}`, message: `Say what ${named} for in your file.` });
  });
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
