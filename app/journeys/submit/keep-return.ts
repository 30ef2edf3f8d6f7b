import type { Transaction } from "../../db/client";
import { recordEvent } from "../../db/requests";
import { saveReturn } from "../../db/returns";
import type { Day } from "../../domain/calendar/day";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Figures } from "../../domain/returns/return";
import type { Written } from "../../domain/returns/written";

/** A file whose answers are complete: read, put right, and confirmed where that was asked. */
export interface ReadyFile {
  readonly fileName: string;
  readonly fileBytes: Uint8Array;
  readonly fileSha256: string;
  readonly figures: Figures;
  /** The text that each answer was read from. */
  readonly written: Written;
  /** What the officer confirmed and stated, as JSON. */
  readonly confirmations: string;
}

export interface Declaring {
  readonly draftId: string;
  readonly file: ReadyFile;
  readonly request: { readonly id: string; readonly ods: string; readonly year: ReportingYear };
  readonly version: number;
  readonly declaredBy: { readonly personId: string | null; readonly name: string; readonly role: string };
  readonly at: Date;
  readonly on: Day;
}

/** Keeps a declared return as a new version, with the event that its trust has answered. */
export async function keepReturn(
  tx: Transaction,
  { draftId, file, request, version, declaredBy, at, on }: Declaring,
): Promise<{ returnId: string; reference: string }> {
  const { written, ...kept } = file;
  const reference = referenceOf(request.ods, request.year, version);
  const returnId = await saveReturn(tx, {
    ...kept,
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
  const event = { kind: "responded", on, detail: `version ${version}, ${reference}`, transfersTo: null } as const;
  await recordEvent(tx, request.id, event, { at, by: declaredBy.personId, returnId });
  return { returnId, reference };
}

/** What an officer quotes on the telephone: `ZD01-2526-1` is the first version of ZD01 for 2025–26. */
function referenceOf(ods: string, year: ReportingYear, version: number): string {
  return `${ods}-${year.slice(2).replace("-", "")}-${version}`;
}
