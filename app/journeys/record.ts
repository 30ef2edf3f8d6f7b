import { appendEntry } from "../db/audit";
import type { Transaction } from "../db/client";
import { afterCommit } from "../db/write";
import type { Action } from "../domain/audit/actions";
import type { Link } from "../domain/audit/chain";
import { type AuditOutcome, type Detail, writeEntry } from "../domain/audit/entry";
import { chainHash } from "../platform/chain-hash";
import type { Context } from "./context";

export interface Deed {
  /** Null for the portal itself and for visitors. */
  readonly by: { readonly id: string; readonly trust?: { readonly ods: string } } | null;
  readonly did: Action;
  /** What it concerns, as in `aboutRequest(year, ods)` or the id of a person. */
  readonly about: string;
  /** The trust it was done to; an officer's deeds are their trust's without saying. */
  readonly trust?: string;
  readonly detail?: Detail;
  readonly outcome?: AuditOutcome;
}

/**
 * Writes down in the audit log what is done, in the transaction that does it: either both are kept or neither. Once they
 * are, the log of the portal says it as well, with the entry's hash, which so stands outside the database too.
 */
export async function record(
  tx: Transaction,
  { clock, where, keys, log }: Pick<Context, "clock" | "where" | "keys" | "log">,
  { by, did, about, trust, detail = {}, outcome = "done" }: Deed,
): Promise<Link> {
  const entry = writeEntry({
    at: clock.now(),
    by: by?.id ?? null,
    trust: trust ?? by?.trust?.ods ?? null,
    did,
    about,
    detail,
    outcome,
    where,
  });
  const link = await appendEntry(tx, entry, chainHash(keys.audit));
  const { id, hash } = link;
  const facts = { did, person: entry.by, trust: entry.trust, about, detail, outcome, entry: id, hash };
  afterCommit(tx, () => log.security("audit", facts));
  return link;
}
