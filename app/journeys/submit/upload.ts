import { createHash } from "node:crypto";
import { replaceDraft } from "../../db/drafts";
import { write } from "../../db/write";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import type { Outcome, Problem } from "../../domain/returns/problem";
import type { Context } from "../context";
import { checkFile } from "./check-file";
import { yourRound } from "./your-round";

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
  context: Context,
  officer: Officer,
  year: ReportingYear,
  file: { name: string; bytes: Uint8Array },
): Promise<Uploaded> {
  const yours = await yourRound(context, officer, year);
  if (yours === null || !yours.round.open || yours.versions.length > 0) return { kind: "not open" };
  const { reading } = await checkFile(context.db, officer, year, file.bytes);
  if (reading.problems.some(({ code }) => NEVER_KEPT.has(code)))
    return { kind: "not kept", problems: reading.problems };
  const draft = {
    fileName: file.name,
    fileBytes: file.bytes,
    fileSha256: createHash("sha256").update(file.bytes).digest("hex"),
    savedAt: context.clock.now(),
    savedBy: officer.id,
  };
  await write(context.db, (tx) => replaceDraft(tx, officer.trust.ods, year, draft));
  return { kind: "kept", outcome: reading.outcome };
}
