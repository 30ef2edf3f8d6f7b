import { findLink, lastLink } from "../../db/audit";
import { canonicalText, type Link } from "../../domain/audit/chain";
import { chainHash } from "../../platform/chain-hash";
import type { Context } from "../context";

/** Nothing may be added to an audit log with another key than its own: from then on it would never hold again. */
export class ForeignAuditLog extends Error {
  override name = "ForeignAuditLog";

  constructor() {
    super(
      "AUDIT_KEY is not the key with which the audit log of this database was written, so nothing was changed. Use the settings and secrets that the portal runs with.",
    );
  }
}

/**
 * Throws `ForeignAuditLog` where neither the first entry nor the last was made with this key. One of them alone is a
 * fault of the log, which is no reason to keep the portal from starting: it is found and said when the log is verified.
 */
export async function demandOwnAuditLog({ db, keys }: Pick<Context, "db" | "keys">): Promise<void> {
  const hash = chainHash(keys.audit);
  const isOwn = ({ previous, entry, hash: written }: Link) => hash(previous, canonicalText(entry)) === written;
  const ends = [await findLink(db, 1), await lastLink(db)].filter((link) => link !== null);
  if (ends.length > 0 && !ends.some(isOwn)) throw new ForeignAuditLog();
}
