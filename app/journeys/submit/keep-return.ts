import type { Transaction } from "../../db/client";
import type { KeptFile } from "../../db/drafts";
import { recordEvent } from "../../db/requests";
import { type StoredReturn, saveReturn } from "../../db/returns";
import type { Day } from "../../domain/calendar/day";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import { type AnswerAs, explanationInWords, questionsInWords } from "../../domain/returns/explanations";
import type { Written } from "../../domain/returns/written";

/** Answers that are complete: read, put right, and confirmed where that was asked. */
export interface ReadyAnswers extends Pick<StoredReturn, "figures" | "typed" | "texts" | "explanations"> {
  readonly file: KeptFile;
  /** The text that each answer was read from. */
  readonly written: Written;
  /** What the officer confirmed and stated, as JSON. */
  readonly confirmations: string;
}

export interface Declaring {
  readonly draftId: string;
  readonly answers: ReadyAnswers;
  /** What the answer is recorded as. */
  readonly as: AnswerAs;
  readonly request: { readonly id: string; readonly ods: string; readonly year: ReportingYear };
  readonly version: number;
  /** Why the version before it was changed; empty for the first. */
  readonly reason: string;
  readonly declaredBy: { readonly personId: string | null; readonly name: string; readonly role: string };
  readonly at: Date;
  readonly on: Day;
}

/** Keeps a declared return as a new version, with the event that its trust has answered, in part or in whole. */
export async function keepReturn(
  tx: Transaction,
  { draftId, answers, as, request, version, reason, declaredBy, at, on }: Declaring,
): Promise<{ returnId: string; reference: string }> {
  const { written, file, ...kept } = answers;
  const reference = referenceOf(request.ods, request.year, version);
  const returnId = await saveReturn(tx, {
    ...kept,
    fileName: file.name,
    fileBytes: file.bytes,
    fileSha256: file.sha256,
    reason,
    requestId: request.id,
    draftId,
    version,
    reference,
    declaredAt: at,
    declaredOn: on,
    declaredName: declaredBy.name,
    declaredRole: declaredBy.role,
    declaredBy: declaredBy.personId,
    raw: (band, measure) => written[band][measure],
  });
  const event = { on, ...eventOf(as, answers, `version ${version}, ${reference}`) };
  await recordEvent(tx, request.id, event, { at, by: declaredBy.personId, returnId });
  return { returnId, reference };
}

/** A trust that holds none of it may name who does: that trust is then asked instead. */
function eventOf(kind: AnswerAs, { explanations }: ReadyAnswers, known: string) {
  const said = explanations.map((one) => `${questionsInWords(one.questions)}: ${explanationInWords(one)}`);
  const holder = explanations.flatMap((one) => (one.kind === "not-held" ? (one.holder?.ods ?? []) : []))[0];
  return { kind, detail: [known, ...said].join(". "), transfersTo: kind === "not-held" ? (holder ?? null) : null };
}

/** What an officer quotes on the telephone: `ZD01-2526-1` is the first version of ZD01 for 2025–26. */
function referenceOf(ods: string, year: ReportingYear, version: number): string {
  return `${ods}-${year.slice(2).replace("-", "")}-${version}`;
}
