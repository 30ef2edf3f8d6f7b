import { deleteDraft, isCurrentDraft } from "../../db/drafts";
import { queueLetter } from "../../db/outbox";
import { findReturnByDraft } from "../../db/returns";
import { write } from "../../db/write";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import type { Context } from "../context";
import { readyDraft } from "./draft";
import { keepReturn } from "./keep-return";
import { receiptLetter } from "./receipt-letter";
import { requestToAnswer } from "./your-round";

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
  /** The draft is no longer what was on screen, or the round takes no return any more. */
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
  const { draftId, name, role } = declaration;
  // Reading the file takes its time, so it is done before the transaction, which then makes sure that nothing changed.
  const draft = await readyDraft(context, officer, year);
  return write(context.db, async (tx): Promise<Declared> => {
    const earlier = await findReturnByDraft(tx, ods, draftId);
    if (earlier !== null) return { kind: "declared", reference: earlier.reference };
    const request = await requestToAnswer(tx, ods, year);
    if (request === null || draft === null || draft.id !== draftId) return { kind: "draft changed" };
    if (!(await isCurrentDraft(tx, ods, draft))) return { kind: "draft changed" };
    const { reference } = await keepReturn(tx, {
      draftId,
      file: draft.file,
      request: { id: request.id, ods, year },
      version: 1,
      declaredBy: { personId: officer.id, name, role },
      at: context.clock.now(),
      on: context.clock.today(),
    });
    await queueLetter(tx, receiptLetter(context, officer, year, reference));
    await deleteDraft(tx, ods, year);
    return { kind: "declared", reference };
  });
}

const LONGEST = 120;

function problemsOf({ name, role, agreed }: Declaration): DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  const say = (field: DeclarationProblem["field"], message: string) => problems.push({ field, message });
  if (name === "") say("name", "Enter your name, as it should stand on the receipt.");
  if (name.length > LONGEST) say("name", `Your name is longer than ${LONGEST} characters. Shorten it.`);
  if (role === "") say("role", "Enter your role, as in information governance manager.");
  if (role.length > LONGEST) say("role", `Your role is longer than ${LONGEST} characters. Shorten it.`);
  if (!agreed) say("agreed", "Tick the box to declare that the answers are right.");
  return problems;
}
