import type { Transaction } from "../../db/client";
import { queueLetter } from "../../db/outbox";
import { findRequest, isRecorded, messagesOf, recordEvent, type StoredRequest } from "../../db/requests";
import { versionsOf } from "../../db/returns";
import { write } from "../../db/write";
import type { Action } from "../../domain/audit/actions";
import { aboutRequest } from "../../domain/audit/entry";
import { formatYear, type ReportingYear } from "../../domain/calendar/reporting-year";
import type { Staff } from "../../domain/people/person";
import { type RequestState, requestState } from "../../domain/requests/state";
import { paths } from "../../paths";
import type { Context } from "../context";
import { composeLetter, forQuestions } from "../letter";
import { record } from "../record";
import { type Message, problemOfWords } from "./message";

export type Written =
  | { readonly kind: "sent" }
  | { readonly kind: "problem"; readonly message: string }
  /** The request is no longer as it was on screen: there is nothing to ask, or no question to answer. */
  | { readonly kind: "not now" };

interface Writing {
  readonly event: "queried" | "clarified";
  readonly did: Action;
  /** Said where nothing was written. */
  readonly blank: string;
  /** Whether the request can take it. */
  readonly fits: (state: RequestState) => boolean;
  readonly subject: string;
  readonly says: string;
  /** Who is told by letter; null where nobody's address is known to the portal. */
  readonly to: (tx: Transaction, ods: string, year: ReportingYear) => Promise<string | null>;
}

const QUERY: Writing = {
  event: "queried",
  did: "trust-queried",
  blank: "Write what you want to know of the trust.",
  fits: (state) => "answer" in state && state.kind !== "transferred",
  subject: "A question about your return",
  says: "has a question about the return of your trust",
  to: async (tx, ods, year) => (await versionsOf(tx, ods, year)).at(-1)?.confirmedTo ?? null,
};

const CLARIFICATION: Writing = {
  event: "clarified",
  did: "clarification-given",
  blank: "Write the answer to the trust’s question.",
  fits: (state) => state.kind === "clarification-asked",
  subject: "The answer to your question about the request",
  says: "has answered the question of your trust about its request. A fresh 20 working days begin today",
  to: async (tx, ods, year) =>
    (await messagesOf(tx, ods, year)).findLast(({ kind }) => kind === "clarification-requested")?.by?.email ?? null,
};

/** Asks a trust about its answer. The trust replies, or sends another version. */
export function askTrust(context: Context, staff: Staff, request: Addressed, message: Message): Promise<Written> {
  return writeToTrust(context, staff, request, message, QUERY);
}

/** Answers what a trust wanted clarified. Its clock starts anew with the day this reaches it. */
export function clarify(context: Context, staff: Staff, request: Addressed, message: Message): Promise<Written> {
  return writeToTrust(context, staff, request, message, CLARIFICATION);
}

interface Addressed {
  readonly year: ReportingYear;
  readonly ods: string;
}

function writeToTrust(
  context: Context,
  staff: Staff,
  { year, ods }: Addressed,
  { words, formId }: Message,
  writing: Writing,
): Promise<Written> {
  const { db, clock } = context;
  const problem = problemOfWords(words, writing.blank);
  if (problem !== null) return Promise.resolve({ kind: "problem", message: problem });
  return write(db, async (tx): Promise<Written> => {
    const request = await findRequest(tx, ods, year);
    if (request === null) return { kind: "not now" };
    if (await isRecorded(tx, request.id, formId)) return { kind: "sent" };
    if (!writing.fits(requestState(request.events, clock.today()))) return { kind: "not now" };
    const event = { kind: writing.event, on: clock.today(), detail: words, transfersTo: null } as const;
    await recordEvent(tx, request.id, event, { at: clock.now(), by: staff.id, formId });
    await record(tx, context, { by: staff, did: writing.did, about: aboutRequest(year, ods), trust: ods });
    const to = await writing.to(tx, ods, year);
    if (to !== null) await queueLetter(tx, letterOf(context, request, year, writing, { to, formId }));
    return { kind: "sent" };
  });
}

/** Holds nothing of what was written: a letter travels through many hands, and the words may name a figure. */
function letterOf(
  context: Context,
  { trust }: StoredRequest,
  year: ReportingYear,
  { event, subject, says }: Writing,
  { to, formId }: { to: string; formId: string },
) {
  return composeLetter(context, {
    key: `${event} ${aboutRequest(year, trust.ods)} ${formId}`,
    to,
    subject: `${subject}: ${trust.ods}, ${formatYear(year)}`,
    says: [
      `The Parent-Infant Foundation ${says} for ${formatYear(year)} (${trust.name}, ${trust.ods}).`,
      `Read it and answer it here: ${context.publicOrigin}${paths.submit.year(year)}`,
      forQuestions(context),
    ],
  });
}
