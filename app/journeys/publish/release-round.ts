import type { Transaction } from "../../db/client";
import { lastRelease, saveRelease } from "../../db/releases";
import { write } from "../../db/write";
import type { ReportingYear } from "../../domain/calendar/reporting-year";
import { publishRound } from "../../domain/disclosure/publishable";
import type { Staff } from "../../domain/people/person";
import type { Clock } from "../../platform/clock";
import type { Context } from "../context";
import { record } from "../record";
import { contentFingerprint, roundToRelease } from "./round-to-release";

/** What was on screen when staff pressed the button: only that is released. */
export interface ReleaseOrder {
  /** The number the release was to have. */
  readonly number: number;
  /** The fingerprint of the content that was shown. */
  readonly seen: string;
  /** What changed and why; needed from the second release of a round on. The public reads it. */
  readonly note: string;
}

export const LONGEST_NOTE = 2_000;

export type Released =
  | { readonly kind: "released"; readonly number: number }
  | { readonly kind: "nothing to release" }
  /** Returns were accepted, or the round released, since the page was opened: the figures must be looked at anew. */
  | { readonly kind: "changed" }
  | { readonly kind: "note needed" }
  | { readonly kind: "note too long" };

/** Releases a round: what disclosure control makes publishable of it now becomes what the public sees of that year. */
export async function releaseRound(
  context: Context,
  staff: Staff,
  year: ReportingYear,
  order: ReleaseOrder,
): Promise<Released> {
  const { db, log } = context;
  const released = await write(db, (tx) => releaseIn(tx, context, staff, year, order), { timeoutMs: 20_000 });
  log.info("release", { year, answer: released.kind, by: staff.id });
  return released;
}

async function releaseIn(
  tx: Transaction,
  context: Context,
  staff: Staff,
  year: ReportingYear,
  { number, seen, note }: ReleaseOrder,
): Promise<Released> {
  const last = await lastRelease(tx, year);
  // The same form posted again: by then its release is the last one.
  if (last?.number === number && last.note === note && last.releasedBy === staff.id)
    return { kind: "released", number };
  const found = await roundToRelease(tx, year);
  if (found === null) return { kind: "nothing to release" };
  const content = publishRound(found.round);
  if (number !== found.nextNumber || seen !== contentFingerprint(content)) return { kind: "changed" };
  if (number > 1 && note === "") return { kind: "note needed" };
  if (note.length > LONGEST_NOTE) return { kind: "note too long" };
  await saveRelease(tx, releaseOf({ year, number, note }, content, context.clock, staff));
  await record(tx, context, { by: staff, did: "round-released", about: year, detail: { number } });
  return { kind: "released", number };
}

/** The first release of a round whose figures nobody needs to look at: the demonstration's own. */
export async function releaseUnseen(tx: Transaction, clock: Clock, staff: Staff, year: ReportingYear) {
  const found = await roundToRelease(tx, year);
  if (found === null) throw new Error(`The round of ${year} cannot be released.`);
  const { round, nextNumber: number } = found;
  await saveRelease(tx, releaseOf({ year, number, note: "" }, publishRound(round), clock, staff));
}

function releaseOf(
  order: { year: ReportingYear; number: number; note: string },
  content: ReturnType<typeof publishRound>,
  clock: Clock,
  staff: Staff,
) {
  return { ...order, content, releasedAt: clock.now(), releasedOn: clock.today(), releasedBy: staff.id };
}
