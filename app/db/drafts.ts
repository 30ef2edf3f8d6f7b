import type { ReportingYear } from "../domain/calendar/reporting-year";
import type { Queries, Transaction } from "./client";

/** What a trust has uploaded for a round and not yet declared. */
export interface StoredDraft {
  readonly id: string;
  readonly fileName: string;
  readonly fileBytes: Uint8Array;
  readonly fileSha256: string;
  readonly savedAt: Date;
  readonly savedBy: { readonly name: string };
  readonly confirmations: string | null;
}

const select = {
  id: true,
  fileName: true,
  fileBytes: true,
  fileSha256: true,
  savedAt: true,
  person: { select: { name: true } },
  confirmations: true,
} as const;

export async function findDraft(db: Queries, ods: string, year: ReportingYear): Promise<StoredDraft | null> {
  const row = await db.draft.findUnique({ where: { year_ods: { year, ods } }, select });
  if (row === null) return null;
  const { person, ...draft } = row;
  return { ...draft, savedBy: person };
}

/** Replaces the trust's draft. The new one has a new id, so what was confirmed about the old one does not carry over. */
export async function replaceDraft(
  tx: Transaction,
  ods: string,
  year: ReportingYear,
  draft: { fileName: string; fileBytes: Uint8Array; fileSha256: string; savedAt: Date; savedBy: string },
) {
  await deleteDraft(tx, ods, year);
  await tx.draft.create({ data: { ...draft, fileBytes: Uint8Array.from(draft.fileBytes), ods, year } });
}

/** Whether a draft is still the trust's current one, with the same things confirmed. */
export async function isCurrentDraft(
  db: Queries,
  ods: string,
  { id, confirmations }: Pick<StoredDraft, "id" | "confirmations">,
): Promise<boolean> {
  return (await db.draft.count({ where: { id, ods, confirmations } })) === 1;
}

/** Returns false when that draft is no longer the trust's current one. */
export async function confirmDraft(
  tx: Transaction,
  ods: string,
  draftId: string,
  confirmations: string,
): Promise<boolean> {
  const { count } = await tx.draft.updateMany({ where: { id: draftId, ods }, data: { confirmations } });
  return count === 1;
}

export async function deleteDraft(tx: Transaction, ods: string, year: ReportingYear) {
  await tx.draft.deleteMany({ where: { ods, year } });
}
