import type { Database } from "../../app/db/client";

/** What the audit log says was done by somebody, in order, as in `password-changed`, with `!` where it was refused. */
export async function deedsOf(db: Database, personId: string): Promise<string[]> {
  const entries = await db.auditEntry.findMany({ where: { by: personId }, orderBy: { id: "asc" } });
  return entries.map(({ did, outcome }) => (outcome === "refused" ? `${did}!` : did));
}

/** The subjects of the letters to an address, in the order in which they were queued. */
export async function lettersTo(db: Database, to: string): Promise<string[]> {
  const letters = await db.letter.findMany({ where: { to }, select: { subject: true } });
  return letters.map(({ subject }) => subject);
}
