import { changeAnswers, findDraft, replaceDraft, type StoredDraft } from "../../db/drafts";
import { write } from "../../db/write";
import { aboutRequest } from "../../domain/audit/entry";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import { type Explanation, explained } from "../../domain/returns/explanations";
import { type NotKept, reasonNotToKeep } from "../../domain/returns/not-kept";
import { type AnswerTexts, asTyped, sameTexts, textsOf } from "../../domain/returns/texts";
import type { Context } from "../context";
import { type Deed, record } from "../record";
import { checkFile } from "./check-file";
import { lastYearOf } from "./draft";
import { requestToAnswer } from "./your-round";

export interface AnswersToSave {
  /** The id of the draft that was on screen when the officer began; empty where there was none. */
  readonly seen: string;
  readonly texts: AnswerTexts;
  /** What goes with answers that hold no figures. */
  readonly explanation?: Explanation;
}

/** Who saved a draft, and when: told before anything of it is replaced. */
export type SavedBySomeone = Pick<StoredDraft, "id" | "savedAt" | "savedBy">;

export type Saved =
  | { readonly kind: "saved"; readonly draftId: string; readonly savedAt: Date }
  | { readonly kind: "not open" }
  /** Nothing was kept. */
  | NotKept
  /** The draft is another than the one on screen; null where it is gone, since a colleague declared it. */
  | { readonly kind: "changed meanwhile"; readonly draft: SavedBySomeone | null };

/**
 * Keeps the answers on screen as the trust's draft, complete or not. Over a draft that was changed since the page was
 * opened nothing is written, unless it says the same already: so the same form twice has one effect.
 */
export async function saveAnswers(
  context: Context,
  officer: Officer,
  year: ReportingYear,
  { seen, explanation, ...typed }: AnswersToSave,
): Promise<Saved> {
  const { ods } = officer.trust;
  const texts = asTyped(typed.texts);
  const notKept = reasonNotToKeep(texts);
  if (notKept !== null) return notKept;

  const before = await findDraft(context.db, ods, year);
  const file = before?.file ? await answersOfFile(context, officer, year, before.file.bytes) : null;
  const savedAt = context.clock.now();
  return write(context.db, async (tx): Promise<Saved> => {
    if ((await requestToAnswer(tx, ods, year)) === null) return { kind: "not open" };
    const current = await findDraft(tx, ods, year);
    if (current !== null && explanation === undefined && saysAlready(current)) return savedAs(current);
    const isOnScreen = (current?.id ?? "") === seen && current?.id === before?.id;
    if (!isOnScreen) return { kind: "changed meanwhile", draft: current && savedBySomeone(current) };

    await record(tx, context, { by: officer, about: aboutRequest(year, ods), ...saidOf(explanation) });
    const saved = { savedAt, savedBy: officer.id, texts };
    if (current === null) {
      const explanations = explanation === undefined ? [] : [explanation];
      const draftId = await replaceDraft(tx, ods, year, { ...saved, file: null, explanations });
      return { kind: "saved", draftId, savedAt };
    }
    const explanations =
      explanation === undefined ? current.explanations : explained(current.explanations, explanation);
    // A file that says nothing for this trust and year is none that these answers came from.
    const withoutFile = current.file !== null && file === null;
    const draftId = await changeAnswers(tx, ods, current.id, { ...saved, explanations, withoutFile });
    return { kind: "saved", draftId, savedAt };
  });

  function saysAlready(current: StoredDraft): boolean {
    if (current.texts !== null) return sameTexts(texts, current.texts);
    // The grid as the file filled it, saved without a change: the answers are still the file's.
    return current.id === before?.id && file !== null && file.complete && sameTexts(texts, file.texts);
  }
}

function saidOf(explanation: Explanation | undefined): Pick<Deed, "did" | "detail"> {
  if (explanation === undefined) return { did: "draft-saved" };
  const { kind, questions } = explanation;
  return { did: "answered-otherwise", detail: { as: kind, questions: questions.join(" ") } };
}

function savedAs({ id, savedAt }: StoredDraft): Saved {
  return { kind: "saved", draftId: id, savedAt };
}

function savedBySomeone({ id, savedAt, savedBy }: StoredDraft): SavedBySomeone {
  return { id, savedAt, savedBy };
}

/** What a file says for the trust and year; null where it says nothing. Complete where the grid need not be looked at. */
async function answersOfFile(context: Context, officer: Officer, year: ReportingYear, bytes: Uint8Array) {
  const { reading, own } = await checkFile(context, officer, year, bytes, await lastYearOf(context, officer, year));
  if (own === null) return null;
  const ofFile = reading.problems.filter((problem) => !own.problems.includes(problem));
  const complete = own.disputed.length === 0 && ofFile.every(({ severity }) => severity !== "must-fix");
  return { texts: textsOf(own.written, own.disputed), complete };
}
