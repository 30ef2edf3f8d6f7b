import { replaceDraft } from "../../db/drafts";
import { write } from "../../db/write";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import type { Outcome, Problem } from "../../domain/returns/problem";
import { fingerprint } from "../../platform/fingerprint";
import type { Context } from "../context";
import { checkFile } from "./check-file";
import { requestToAnswer } from "./your-round";

export type Uploaded =
  /** Kept as the trust's draft, whatever is still wrong in it. */
  | { readonly kind: "kept"; readonly outcome: Outcome }
  /** Nothing of the file was stored. */
  | { readonly kind: "not kept"; readonly problems: readonly Problem[] }
  | { readonly kind: "not open" };

/** What is no return at all is not stored; what could hold details of a child must not be. */
const NEVER_KEPT = new Set(["patient-level-data", "wrong-file-type", "unreadable-file", "empty-file", "too-large"]);

/** Checks a file and keeps it as the trust's draft, in place of the one before. */
export async function upload(
  { db, clock }: Context,
  officer: Officer,
  year: ReportingYear,
  file: { name: string; bytes: Uint8Array },
): Promise<Uploaded> {
  const { ods } = officer.trust;
  if ((await requestToAnswer(db, ods, year)) === null) return { kind: "not open" };
  const { reading } = await checkFile(db, officer, year, file.bytes);
  const { outcome, problems } = reading;
  if (problems.some(({ code }) => NEVER_KEPT.has(code))) return { kind: "not kept", problems };
  const draft = {
    fileName: file.name,
    fileBytes: file.bytes,
    fileSha256: fingerprint(file.bytes),
    savedAt: clock.now(),
    savedBy: officer.id,
  };
  return write(db, async (tx): Promise<Uploaded> => {
    // A colleague may have declared while the file was being checked.
    if ((await requestToAnswer(tx, ods, year)) === null) return { kind: "not open" };
    await replaceDraft(tx, ods, year, draft);
    return { kind: "kept", outcome };
  });
}
