import { deleteDraft } from "../../db/drafts";
import { queueLetter } from "../../db/outbox";
import { findRequest } from "../../db/requests";
import { findReturnByDraft, versionsOf } from "../../db/returns";
import { write } from "../../db/write";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import type { Context } from "../context";
import { draftIn, readyOf } from "./draft";
import { keepReturn } from "./keep-return";
import { receiptLetter } from "./receipt-letter";

export interface Declaration {
  /** The draft that was on screen: what is declared is what was seen. */
  readonly draftId: string;
  readonly name: string;
  readonly role: string;
  readonly agreed: boolean;
}

export interface DeclarationProblem {
  readonly field: "name" | "role" | "agreed";
  readonly message: string;
}

export type Declared =
  | { readonly kind: "declared"; readonly reference: string }
  /** Another file has been uploaded, or the draft is gone, since the page was opened. */
  | { readonly kind: "draft changed" }
  | { readonly kind: "problems"; readonly problems: readonly DeclarationProblem[] };

/**
 * Declares the trust's draft: the return, the event that it has answered and the letter of receipt are written in one
 * transaction. Declaring the same draft again, or twice at once, gives the first return's reference and changes nothing.
 */
export async function declare(
  context: Context,
  officer: Officer,
  year: ReportingYear,
  declaration: Declaration,
): Promise<Declared> {
  const problems = problemsOf(declaration);
  if (problems.length > 0) return { kind: "problems", problems };
  const { ods } = officer.trust;
  return write(context.db, async (tx): Promise<Declared> => {
    const earlier = await findReturnByDraft(tx, ods, declaration.draftId);
    if (earlier !== null) return { kind: "declared", reference: earlier.reference };
    const draft = readyOf(await draftIn(tx, officer, year));
    const request = await findRequest(tx, ods, year);
    if (request === null || draft === null || draft.id !== declaration.draftId) return { kind: "draft changed" };
    const { id: draftId, lastYear: _, said: __, ...file } = draft;
    const { reference } = await keepReturn(tx, {
      draftId,
      file,
      request: { id: request.id, ods, year },
      version: (await versionsOf(tx, ods, year)).length + 1,
      declaredBy: { personId: officer.id, name: declaration.name, role: declaration.role },
      at: context.clock.now(),
      on: context.clock.today(),
    });
    await queueLetter(tx, receiptLetter(context, officer, year, reference));
    await deleteDraft(tx, ods, year);
    return { kind: "declared", reference };
  });
}

function problemsOf({ name, role, agreed }: Declaration): DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  if (name === "") problems.push({ field: "name", message: "Enter your name, as it should stand on the receipt." });
  if (name.length > 120)
    problems.push({ field: "name", message: "Your name is longer than 120 characters. Shorten it." });
  if (role === "") problems.push({ field: "role", message: "Enter your role, as in information governance manager." });
  if (role.length > 120)
    problems.push({ field: "role", message: "Your role is longer than 120 characters. Shorten it." });
  if (!agreed) problems.push({ field: "agreed", message: "Tick the box to declare that the answers are right." });
  return problems;
}
