import { deleteDrafts, isCurrentDraft } from "../../db/drafts";
import { queueLetter } from "../../db/outbox";
import { findReturnByDraft } from "../../db/returns";
import { write } from "../../db/write";
import { aboutRequest } from "../../domain/audit/entry";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer, Signatory } from "../../domain/people/person";
import { answerAs } from "../../domain/returns/explanations";
import { writeTexts } from "../../domain/returns/template";
import { fingerprint } from "../../platform/fingerprint";
import type { Context } from "../context";
import { record } from "../record";
import { type ReadyDraft, readyDraft } from "./draft";
import { keepReturn, type ReadyAnswers } from "./keep-return";
import { receiptLetter } from "./receipt-letter";
import { requestToAnswer } from "./your-round";

export interface Declaration {
  /** The draft that was on screen: what is declared is what was seen. */
  readonly draftId: string;
  readonly name: string;
  readonly role: string;
  readonly agreed: boolean;
  /** Why the version before is changed; asked from the second version on. */
  readonly reason: string;
}

export interface DeclarationProblem {
  readonly field: "reason" | "name" | "role" | "agreed";
  readonly message: string;
}

export type Declared =
  /** `byColleague`: somebody else of the trust had declared these answers first; they were not declared a second time. */
  | {
      readonly kind: "declared";
      readonly reference: string;
      readonly version: number;
      readonly byColleague: boolean;
    }
  /** The draft is no longer what was on screen, or the round takes no return any more. */
  | { readonly kind: "draft changed" }
  | { readonly kind: "problems"; readonly problems: readonly DeclarationProblem[] };

/**
 * Declares the trust's draft: the return, the event that it has answered and the letter of receipt are written in one
 * transaction. Declaring the same draft again, or twice at once, gives the first return's reference and changes nothing.
 */
export async function declare(
  context: Context,
  officer: Signatory,
  year: ReportingYear,
  declaration: Declaration,
): Promise<Declared> {
  const { ods } = officer.trust;
  const { draftId, name, role, reason } = declaration;
  // Reading the answers takes its time, so it is done before the transaction, which then makes sure that nothing changed.
  const draft = await readyDraft(context, officer, year);
  return write(context.db, async (tx): Promise<Declared> => {
    const earlier = await findReturnByDraft(tx, ods, draftId);
    if (earlier !== null) {
      const { reference, version, declaredBy } = earlier;
      return { kind: "declared", reference, version, byColleague: declaredBy !== officer.id };
    }
    const request = await requestToAnswer(tx, ods, year);
    if (request === null || draft === null || draft.id !== draftId) return { kind: "draft changed" };
    const problems = problemsOf(declaration, request.nextVersion);
    if (problems.length > 0) return { kind: "problems", problems };
    if (!(await isCurrentDraft(tx, ods, draft))) return { kind: "draft changed" };
    const answers = readyAnswers(officer, year, draft);
    const { reference } = await keepReturn(tx, {
      draftId,
      answers,
      as: answerAs(answers.figures),
      request: { id: request.id, ods, year },
      version: request.nextVersion,
      reason: request.nextVersion === 1 ? "" : reason,
      declaredBy: { personId: officer.id, name, role },
      at: context.clock.now(),
      on: context.clock.today(),
    });
    await queueLetter(tx, receiptLetter(context, officer, year, { reference, version: request.nextVersion }));
    await deleteDrafts(tx, ods, year);
    const detail = { version: request.nextVersion, reference };
    await record(tx, context, { by: officer, did: "return-declared", about: aboutRequest(year, ods), detail });
    return { kind: "declared", reference, version: request.nextVersion, byColleague: false };
  });
}

/** Answers that were typed from the start are kept as the file that says the same. */
function readyAnswers({ trust }: Officer, year: ReportingYear, draft: ReadyDraft): ReadyAnswers {
  const { file, typed, texts, figures, written, said, explanations } = draft;
  const kept = { typed, texts, figures, written, explanations, confirmations: JSON.stringify(said) };
  if (file !== null) return { ...kept, file };
  const bytes = new TextEncoder().encode(writeTexts(trust, year, texts));
  return { ...kept, file: { name: `return-${year}-${trust.ods}.csv`, bytes, sha256: fingerprint(bytes) } };
}

const LONGEST = 120;
const LONGEST_REASON = 500;

function problemsOf({ name, role, agreed, reason }: Declaration, version: number): DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  const say = (field: DeclarationProblem["field"], message: string) => problems.push({ field, message });
  if (version > 1 && reason === "")
    say("reason", "Say in a few words why you are changing your return. The Foundation’s staff read it.");
  if (reason.length > LONGEST_REASON)
    say("reason", `Your reason is longer than ${LONGEST_REASON} characters. Shorten it.`);
  if (name === "") say("name", "Enter your name, as it should stand on the receipt.");
  if (name.length > LONGEST) say("name", `Your name is longer than ${LONGEST} characters. Shorten it.`);
  if (role === "") say("role", "Enter your role, as in information governance manager.");
  if (role.length > LONGEST) say("role", `Your role is longer than ${LONGEST} characters. Shorten it.`);
  if (!agreed) say("agreed", "Tick the box to declare that the answers are right.");
  return problems;
}
