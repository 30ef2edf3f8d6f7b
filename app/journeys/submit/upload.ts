import {
  draftSaved,
  dropWaitingFile,
  findWaitingFile,
  keepWaiting,
  type NewDraft,
  replaceDraft,
} from "../../db/drafts";
import { write } from "../../db/write";
import { aboutRequest } from "../../domain/audit/entry";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Officer } from "../../domain/people/person";
import { isStructural, type Outcome, type Problem } from "../../domain/returns/problem";
import { fingerprint } from "../../platform/fingerprint";
import type { Context } from "../context";
import { record } from "../record";
import { checkFile } from "./check-file";
import { lastYearOf } from "./draft";
import type { SavedBySomeone } from "./save-answers";
import { requestToAnswer } from "./your-round";

export type Uploaded =
  /** Kept as the trust's draft, whatever is still wrong in its cells. */
  | { readonly kind: "kept"; readonly outcome: Outcome }
  /** The file is no return that could be read. Nothing of it was stored, and the draft is as it was. */
  | { readonly kind: "not kept"; readonly problems: readonly Problem[] }
  /** The draft was changed since the page was opened: the file waits beside it until the officer decides. */
  | { readonly kind: "waiting" }
  | { readonly kind: "not open" };

export interface FileToUpload {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The id of the draft that was on screen, which the file is to replace; empty where there was none. */
  readonly seen: string;
}

/** Checks a file and keeps it as the trust's draft, in place of the one that was on screen. */
export async function upload(
  context: Context,
  officer: Officer,
  year: ReportingYear,
  { name, bytes, seen }: FileToUpload,
): Promise<Uploaded> {
  const { db, clock } = context;
  const { ods } = officer.trust;
  const uploaded = { by: officer, did: "file-uploaded", about: aboutRequest(year, ods) } as const;
  if ((await requestToAnswer(db, ods, year)) === null) return { kind: "not open" };
  const { reading } = await checkFile(context, officer, year, bytes, await lastYearOf(context, officer, year));
  const { outcome, problems } = reading;
  // What is no return at all is not stored; what could hold details of a child must not be.
  const fault = problems.find(isStructural);
  if (fault !== undefined) {
    const refusal = { ...uploaded, detail: { because: fault.code }, outcome: "refused" } as const;
    await write(db, (tx) => record(tx, context, refusal));
    return { kind: "not kept", problems };
  }
  const draft: NewDraft = {
    file: { name, bytes, sha256: fingerprint(bytes) },
    texts: null,
    explanations: [],
    savedAt: clock.now(),
    savedBy: officer.id,
  };
  return write(db, async (tx): Promise<Uploaded> => {
    // A colleague may have declared while the file was being checked.
    if ((await requestToAnswer(tx, ods, year)) === null) return { kind: "not open" };
    const current = await draftSaved(tx, ods, year);
    if ((current?.id ?? "") !== seen) {
      await keepWaiting(tx, ods, year, draft);
      await record(tx, context, { ...uploaded, detail: { check: outcome, waits: true } });
      return { kind: "waiting" };
    }
    await dropWaitingFile(tx, ods, year, officer.id);
    await replaceDraft(tx, ods, year, draft);
    await record(tx, context, { ...uploaded, detail: { check: outcome, waits: false } });
    return { kind: "kept", outcome };
  });
}

/** The draft that an upload would replace; null where there is none. */
export function draftOnScreen({ db }: Context, { trust: { ods } }: Officer, year: ReportingYear) {
  return draftSaved(db, ods, year);
}

/** An officer's file that waits, and the draft it would replace; null where nothing waits. */
export async function waitingFile(
  { db }: Context,
  { id, trust: { ods } }: Officer,
  year: ReportingYear,
): Promise<{ readonly fileName: string; readonly draft: SavedBySomeone | null } | null> {
  const [waiting, draft] = await Promise.all([findWaitingFile(db, ods, year, id), draftSaved(db, ods, year)]);
  return waiting?.file ? { fileName: waiting.file.name, draft } : null;
}

export type Settled = "replaced" | "left" | "changed meanwhile" | "not open" | "nothing waits";

/** Puts the waiting file in the place of the draft that was on screen, or lets it go and leaves the draft as it is. */
export function settleWaitingFile(
  context: Context,
  officer: Officer,
  year: ReportingYear,
  { use, seen }: { readonly use: "mine" | "theirs"; readonly seen: string },
): Promise<Settled> {
  const { db, clock } = context;
  const {
    id,
    trust: { ods },
  } = officer;
  return write(db, async (tx): Promise<Settled> => {
    const waiting = await findWaitingFile(tx, ods, year, id);
    if (waiting === null) return "nothing waits";
    if (use === "mine") {
      if ((await requestToAnswer(tx, ods, year)) === null) return "not open";
      const current = await draftSaved(tx, ods, year);
      if ((current?.id ?? "") !== seen) return "changed meanwhile";
      const { file, texts, explanations } = waiting;
      await replaceDraft(tx, ods, year, { file, texts, explanations, savedAt: clock.now(), savedBy: id });
    }
    await dropWaitingFile(tx, ods, year, id);
    const did = use === "mine" ? "waiting-file-used" : "waiting-file-dropped";
    await record(tx, context, { by: officer, did, about: aboutRequest(year, ods) });
    return use === "mine" ? "replaced" : "left";
  });
}
