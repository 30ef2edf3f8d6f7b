import { countEntries, entriesPage, findLink } from "../../db/audit";
import type { Fault, Head } from "../../domain/audit/chain";
import type { Context } from "../context";
import { verifyAudit } from "./verify-audit";

/** How the audit log stands, as far as can be told while somebody waits for a page. */
export interface AuditState {
  readonly entries: number;
  readonly lastHead: Head | null;
  /** How many entries were verified just now: those from the last head on, or all where there is none. */
  readonly verifiedNow: number;
  readonly fault: Fault | null;
  /** How many lines among the heads are none. */
  readonly unreadableHeads: number;
  /** The last time that the whole log was verified, as it was recorded: ISO 8601 in UTC. */
  readonly wholly: { readonly at: string; readonly held: boolean } | null;
}

const ANY = { by: null, trust: null, did: null, outcome: null, from: null, until: null };

/**
 * Verifies the log from its last head on: a day's entries at most while the portal runs. The whole of it is verified once a
 * day, as that head is written.
 */
export async function auditState(context: Context): Promise<AuditState> {
  const { db } = context;
  const { heads, unreadable } = await context.auditHeads.read();
  const lastHead = heads.at(-1) ?? null;
  const verified = await verifyAudit(context, lastHead === null ? { heads: [] } : await fromHead(context, lastHead));
  const [held, failed] = await Promise.all(
    ["audit-verified", "audit-fault-found"].map((did) => entriesPage(db, { ...ANY, did }, null, 1)),
  );
  const [lastHeld, lastFailed] = [held?.[0], failed?.[0]];
  const holds = (lastHeld?.id ?? 0) > (lastFailed?.id ?? 0);
  const wholly = holds ? lastHeld : lastFailed;
  return {
    entries: await countEntries(db, ANY),
    lastHead,
    verifiedNow: verified?.entries ?? 0,
    fault: verified?.fault ?? null,
    unreadableHeads: unreadable.length,
    wholly: wholly === undefined ? null : { at: wholly.entry.at, held: holds },
  };
}

/** The entry that a head names is verified with it: it must be there, with that hash. */
async function fromHead({ db }: Context, head: Head) {
  const link = await findLink(db, head.id);
  return { heads: [head], after: { id: head.id - 1, hash: link?.previous ?? "" } };
}
