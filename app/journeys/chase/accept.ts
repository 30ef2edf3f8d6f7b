import { findRequest, recordEvent } from "../../db/requests";
import { saveFootnotes, versionsOf } from "../../db/returns";
import { write } from "../../db/write";
import { aboutRequest } from "../../domain/audit/entry";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import { footnoteFault } from "../../domain/disclosure/footnote";
import type { Staff } from "../../domain/people/person";
import type { Context } from "../context";
import { record } from "../record";

export type Acceptance =
  | { readonly kind: "accepted" }
  | { readonly kind: "no such return" }
  /** The trust has sent a newer one since the page was opened. */
  | { readonly kind: "newer version" }
  /** Nothing was accepted: these footnotes cannot be published as they are. `place` counts from 0. */
  | { readonly kind: "footnotes"; readonly problems: readonly { readonly place: number; readonly message: string }[] };

export interface ToAccept {
  readonly returnId: string;
  /** For each reason the words in which the public reads it; null for those that stay with the Foundation. */
  readonly footnotes: readonly (string | null)[];
}

/** Accepts the latest version of a trust's return with its footnotes, once, however often the form is posted. */
export async function accept(
  context: Context,
  staff: Staff,
  request: { year: ReportingYear; ods: string },
  { returnId, footnotes }: ToAccept,
): Promise<Acceptance> {
  const { db, clock } = context;
  const { year, ods } = request;
  const problems = [...footnotes.entries()].flatMap(([place, text]) => {
    const message = text === null ? null : footnoteFault(text);
    return message === null ? [] : [{ place, message }];
  });
  if (problems.length > 0) return { kind: "footnotes", problems };
  return write(db, async (tx): Promise<Acceptance> => {
    const versions = await versionsOf(tx, ods, year);
    const chosen = versions.find(({ id }) => id === returnId);
    const stored = await findRequest(tx, ods, year);
    if (chosen === undefined || stored === null) return { kind: "no such return" };
    if (chosen !== versions.at(-1)) return { kind: "newer version" };
    if (chosen.accepted) return { kind: "accepted" };
    const [at, by] = [clock.now(), staff.id];
    const event = {
      kind: "accepted",
      on: clock.today(),
      detail: `version ${chosen.version}`,
      transfersTo: null,
    } as const;
    await recordEvent(tx, stored.id, event, { at, by, returnId });
    const published = footnotes.filter((text) => text !== null);
    await saveFootnotes(tx, returnId, published, { at, by });
    const detail = { version: chosen.version, footnotes: published.length };
    await record(tx, context, {
      by: staff,
      did: "return-accepted",
      about: aboutRequest(year, ods),
      trust: ods,
      detail,
    });
    return { kind: "accepted" };
  });
}
