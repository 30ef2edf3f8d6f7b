import { saveRelease } from "../../db/releases";
import { write } from "../../db/write";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import { publishRound } from "../../domain/disclosure/publishable";
import type { Staff } from "../../domain/people/person";
import type { Context } from "../context";
import { roundToRelease } from "./round-to-release";

export interface ReleaseOrder {
  /** The number the release was to have when its figures were on screen: posting the form twice releases once. */
  readonly number: number;
  /** What changed and why; needed from the second release of a round on. */
  readonly note: string;
}

export type Released =
  | { readonly kind: "released"; readonly number: number }
  | { readonly kind: "nothing to release" }
  | { readonly kind: "note needed" };

/** Releases a round: what disclosure control makes publishable of it now becomes what the public sees of that year. */
export function releaseRound(
  { db, clock, log }: Context,
  staff: Staff,
  year: ReportingYear,
  { number, note }: ReleaseOrder,
): Promise<Released> {
  return write(
    db,
    async (tx): Promise<Released> => {
      const found = await roundToRelease(tx, year);
      if (found === null) return { kind: "nothing to release" };
      if (number < found.nextNumber) return { kind: "released", number };
      if (number > 1 && note === "") return { kind: "note needed" };
      await saveRelease(tx, {
        year,
        number: found.nextNumber,
        note,
        releasedAt: clock.now(),
        releasedOn: clock.today(),
        releasedBy: staff.id,
        content: publishRound(found.round),
      });
      log.info("released", { year, number: found.nextNumber, by: staff.id });
      return { kind: "released", number: found.nextNumber };
    },
    { timeoutMs: 20_000 },
  );
}
