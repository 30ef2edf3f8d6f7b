import { idsGiven, linksAfter } from "../../db/audit";
import { chainReader, type Head, type Link, type Verified } from "../../domain/audit/chain";
import { chainHash } from "../../platform/chain-hash";
import type { Context } from "../context";

interface Part {
  /** They must have been read before, so that none is newer than the entries that are read now. */
  readonly heads: readonly Head[];
  /** The link that was verified before; the whole log where it is null. */
  readonly after?: Pick<Link, "id" | "hash"> | null;
  /** Asked now and then: whether to go on. */
  readonly goOn?: () => boolean;
}

/** Verifies the audit log, or its end, while it is written to. Null where it was told to stop. */
export async function verifyAudit(
  { db, keys }: Pick<Context, "db" | "keys">,
  { heads, after = null, goOn = () => true }: Part,
): Promise<Verified | null> {
  const given = await idsGiven(db);
  const reader = chainReader(chainHash(keys.audit), { heads, given, after });
  for await (const links of linksAfter(db, after?.id ?? 0)) {
    if (!goOn()) return null;
    for (const link of links) reader.take(link);
  }
  return reader.end();
}
