import { isRecorded, recordEvent } from "../../db/requests";
import { write } from "../../db/write";
import { aboutRequest } from "../../domain/audit/entry";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Signatory } from "../../domain/people/person";
import { requestState } from "../../domain/requests/state";
import { type Message, problemOfWords } from "../chase/message";
import type { Context } from "../context";
import { record } from "../record";
import { requestToAnswer } from "./your-round";

export type Replied =
  | { readonly kind: "replied" }
  | { readonly kind: "problem"; readonly message: string }
  | { readonly kind: "nothing asked" };

/** Answers what staff asked about a return, in words; its figures are changed by another version. */
export function answerQuery(
  context: Context,
  officer: Signatory,
  year: ReportingYear,
  { words, formId }: Message,
): Promise<Replied> {
  const { db, clock } = context;
  const { ods } = officer.trust;
  const problem = problemOfWords(words, "Write your answer to the Foundation.");
  if (problem !== null) return Promise.resolve({ kind: "problem", message: problem });
  return write(db, async (tx): Promise<Replied> => {
    const request = await requestToAnswer(tx, ods, year);
    if (request !== null && (await isRecorded(tx, request.id, formId))) return { kind: "replied" };
    if (request === null || requestState(request.events, clock.today()).kind !== "queried")
      return { kind: "nothing asked" };
    const event = { kind: "query-answered", on: clock.today(), detail: words, transfersTo: null } as const;
    await recordEvent(tx, request.id, event, { at: clock.now(), by: officer.id, formId });
    await record(tx, context, { by: officer, did: "query-answered", about: aboutRequest(year, ods) });
    return { kind: "replied" };
  });
}
