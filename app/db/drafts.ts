import { randomUUID } from "node:crypto";
import type { ReportingYear } from "../domain/calendar/reporting-year";
import { type Explanation, readExplanations } from "../domain/returns/explanations";
import { readTexts } from "../domain/returns/read-texts";
import type { AnswerTexts } from "../domain/returns/texts";
import type { Queries, Transaction } from "./client";

/** A file as it came. */
export interface KeptFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** What a trust has sent or typed for a round and not yet declared. */
export interface StoredDraft {
  /** Changes whenever the answers do. */
  readonly id: string;
  readonly file: KeptFile | null;
  /** As typed on screen; null while those of the file stand. */
  readonly texts: AnswerTexts | null;
  readonly explanations: readonly Explanation[];
  readonly savedAt: Date;
  readonly savedBy: { readonly id: string; readonly name: string };
  readonly confirmations: string | null;
}

export interface NewDraft extends Pick<StoredDraft, "file" | "texts" | "explanations" | "savedAt"> {
  /** The id of the person. */
  readonly savedBy: string;
  readonly confirmations?: string | null;
}

const select = {
  id: true,
  fileName: true,
  fileBytes: true,
  fileSha256: true,
  texts: true,
  explanations: true,
  savedAt: true,
  person: { select: { id: true, name: true } },
  confirmations: true,
} as const;

/** The draft that a trust's officers share is the one that waits for nobody. */
const SHARED = "";

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

function rowOf(db: Queries, ods: string, year: ReportingYear, waitsFor: string) {
  return db.draft.findUnique({ where: { year_ods_waitsFor: { year, ods, waitsFor } }, select });
}

function asDraft({ fileName, fileBytes, fileSha256, texts, explanations, person, ...row }: Row): StoredDraft {
  const file =
    fileName === null || fileBytes === null || fileSha256 === null
      ? null
      : { name: fileName, bytes: fileBytes, sha256: fileSha256 };
  return {
    ...row,
    file,
    texts: texts === null ? null : readTexts(texts),
    explanations: readExplanations(explanations),
    savedBy: person,
  };
}

export async function findDraft(db: Queries, ods: string, year: ReportingYear): Promise<StoredDraft | null> {
  const row = await rowOf(db, ods, year, SHARED);
  return row === null ? null : asDraft(row);
}

/** What one officer uploaded while a colleague's draft stood, until that officer says which of the two is to stand. */
export async function findWaitingFile(
  db: Queries,
  ods: string,
  year: ReportingYear,
  personId: string,
): Promise<StoredDraft | null> {
  const row = await rowOf(db, ods, year, personId);
  return row === null ? null : asDraft(row);
}

/** Who saved the trust's draft, and when: without the file, for whoever only needs to know that. */
export async function draftSaved(
  db: Queries,
  ods: string,
  year: ReportingYear,
): Promise<Pick<StoredDraft, "id" | "savedAt" | "savedBy"> | null> {
  const row = await db.draft.findUnique({
    where: { year_ods_waitsFor: { year, ods, waitsFor: SHARED } },
    select: { id: true, savedAt: true, person: { select: { id: true, name: true } } },
  });
  return row === null ? null : { id: row.id, savedAt: row.savedAt, savedBy: row.person };
}

/** Puts a draft in the place of the trust's draft, if there is one. Returns its id. */
export function replaceDraft(tx: Transaction, ods: string, year: ReportingYear, draft: NewDraft): Promise<string> {
  return replace(tx, ods, year, SHARED, draft);
}

/** Keeps a file beside the trust's draft, in place of one that the same person left waiting. */
export async function keepWaiting(tx: Transaction, ods: string, year: ReportingYear, draft: NewDraft): Promise<void> {
  await replace(tx, ods, year, draft.savedBy, draft);
}

async function replace(tx: Transaction, ods: string, year: ReportingYear, waitsFor: string, draft: NewDraft) {
  const { file, texts, explanations, ...row } = draft;
  await tx.draft.deleteMany({ where: { ods, year, waitsFor } });
  const { id } = await tx.draft.create({
    data: {
      ...row,
      ods,
      year,
      waitsFor,
      fileName: file?.name ?? null,
      fileBytes: file === null ? null : Uint8Array.from(file.bytes),
      fileSha256: file?.sha256 ?? null,
      ...answersAsJson({ texts, explanations }),
    },
    select: { id: true },
  });
  return id;
}

/** Changes the answers of a draft and leaves its file alone, unless it is to go. Returns the new id. */
export async function changeAnswers(
  tx: Transaction,
  ods: string,
  draftId: string,
  change: Pick<NewDraft, "texts" | "explanations" | "savedAt" | "savedBy"> & { withoutFile: boolean },
): Promise<string> {
  const { texts, explanations, withoutFile, ...saved } = change;
  const id = randomUUID();
  const file = withoutFile ? { fileName: null, fileBytes: null, fileSha256: null } : {};
  const data = { ...saved, ...file, ...answersAsJson({ texts, explanations }), id };
  await tx.draft.updateMany({ where: { id: draftId, ods }, data });
  return id;
}

function answersAsJson({ texts, explanations }: Pick<StoredDraft, "texts" | "explanations">) {
  return { texts: texts === null ? null : JSON.stringify(texts), explanations: JSON.stringify(explanations) };
}

/** Whether a draft is still the trust's current one, with the same things confirmed. */
export async function isCurrentDraft(
  db: Queries,
  ods: string,
  { id, confirmations }: Pick<StoredDraft, "id" | "confirmations">,
): Promise<boolean> {
  return (await db.draft.count({ where: { id, ods, waitsFor: SHARED, confirmations } })) === 1;
}

/** Returns false when that draft is no longer the trust's current one. */
export async function confirmDraft(
  tx: Transaction,
  ods: string,
  draftId: string,
  confirmations: string,
): Promise<boolean> {
  const { count } = await tx.draft.updateMany({
    where: { id: draftId, ods, waitsFor: SHARED },
    data: { confirmations },
  });
  return count === 1;
}

/** Everything that was not declared goes, with the files that wait. */
export async function deleteDrafts(tx: Transaction, ods: string, year: ReportingYear) {
  await tx.draft.deleteMany({ where: { ods, year } });
}

export async function dropWaitingFile(tx: Transaction, ods: string, year: ReportingYear, personId: string) {
  await tx.draft.deleteMany({ where: { ods, year, waitsFor: personId } });
}
