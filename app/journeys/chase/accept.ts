import { findRequest, recordEvent } from "../../db/requests";
import { versionsOf } from "../../db/returns";
import { write } from "../../db/write";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import type { Staff } from "../../domain/people/person";
import type { Context } from "../context";

export type Acceptance =
  | { readonly ok: true }
  /** There is no such version, or the trust has sent a newer one since the page was opened. */
  | { readonly ok: false; readonly why: "no such return" | "newer version" };

/** Accepts the latest version of a trust's return, once, however often the form is posted. */
export function accept(
  { db, clock }: Context,
  staff: Staff,
  request: { year: ReportingYear; ods: string },
  returnId: string,
): Promise<Acceptance> {
  const { year, ods } = request;
  return write(db, async (tx): Promise<Acceptance> => {
    const versions = await versionsOf(tx, ods, year);
    const chosen = versions.find(({ id }) => id === returnId);
    const stored = await findRequest(tx, ods, year);
    if (chosen === undefined || stored === null) return { ok: false, why: "no such return" };
    if (chosen !== versions.at(-1)) return { ok: false, why: "newer version" };
    if (chosen.accepted) return { ok: true };
    const event = {
      kind: "accepted",
      on: clock.today(),
      detail: `version ${chosen.version}`,
      transfersTo: null,
    } as const;
    await recordEvent(tx, stored.id, event, { at: clock.now(), by: staff.id, returnId });
    return { ok: true };
  });
}
