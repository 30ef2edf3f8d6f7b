import { queueLetter } from "../../db/outbox";
import { isRecorded, recordEvent } from "../../db/requests";
import { write } from "../../db/write";
import { aboutRequest } from "../../domain/audit/entry";
import { formatDay } from "../../domain/calendar/day";
import { formatYear, type ReportingYear } from "../../domain/calendar/reporting-year";
import type { Signatory } from "../../domain/people/person";
import { requestState } from "../../domain/requests/state";
import { type Message, problemOfWords } from "../chase/message";
import type { Context } from "../context";
import { composeLetter, forQuestions } from "../letter";
import { record } from "../record";
import { requestToAnswer } from "./your-round";

export type Asked =
  | { readonly kind: "asked" }
  | { readonly kind: "problem"; readonly message: string }
  /** The request takes no question now: it is answered, or a question waits already. */
  | { readonly kind: "not open" };

/**
 * Asks the Foundation what the request means. The clock stops until the answer arrives, and then starts anew
 * (Freedom of Information Act 2000, sections 1(3) and 10(6)). The letter is the trust's proof of having asked.
 */
export function askClarification(
  context: Context,
  officer: Signatory,
  year: ReportingYear,
  { words, formId }: Message,
): Promise<Asked> {
  const { clock, db } = context;
  const { trust } = officer;
  const problem = problemOfWords(words, "Write what you need to know before you can answer.");
  if (problem !== null) return Promise.resolve({ kind: "problem", message: problem });
  return write(db, async (tx): Promise<Asked> => {
    const request = await requestToAnswer(tx, trust.ods, year);
    if (request === null) return { kind: "not open" };
    if (await isRecorded(tx, request.id, formId)) return { kind: "asked" };
    if (!mayAsk(requestState(request.events, clock.today()).kind)) return { kind: "not open" };
    const event = { kind: "clarification-requested", on: clock.today(), detail: words, transfersTo: null } as const;
    await recordEvent(tx, request.id, event, { at: clock.now(), by: officer.id, formId });
    await record(tx, context, { by: officer, did: "clarification-asked", about: aboutRequest(year, trust.ods) });
    const letter = composeLetter(context, {
      key: `clarification asked ${aboutRequest(year, trust.ods)} ${formId}`,
      to: officer.email,
      subject: `Received: your question about the request for ${formatYear(year)}`,
      says: [
        `On ${formatDay(clock.today())} ${trust.name} (${trust.ods}) asked us to clarify our request for ${formatYear(year)}.`,
        "You need not answer until our reply has reached you; then a fresh 20 working days begin.",
        "Nothing else needs to be done meanwhile. What you have saved stays as it is.",
        forQuestions(context),
      ],
    });
    await queueLetter(tx, letter);
    return { kind: "asked" };
  });
}

/** Whoever has answered, or waits for an answer already, has nothing to have clarified. */
export function mayAsk(state: string): boolean {
  return state === "waiting" || state === "overdue";
}
