import { canStillActAs } from "../../db/accounts";
import type { Transaction } from "../../db/client";
import { write } from "../../db/write";
import type { Staff } from "../../domain/people/person";
import type { Context } from "../context";

/** Somebody who was let in with a request, and whose access was changed before it came to be written. */
export class AccessChanged extends Error {
  override name = "AccessChanged";
  constructor() {
    super("Your own access was changed after you opened this page, so nothing was done. Sign in again.");
  }
}

/**
 * Writes for somebody of the Foundation, who is looked at again once it is their turn: whoever was let in as an admin and
 * is none any more changes nothing. Since nobody changes their own access, an admin who can sign in is always left.
 */
export async function writeAs<Answer>(
  { db }: Pick<Context, "db">,
  by: Staff,
  change: (tx: Transaction) => Promise<Answer>,
): Promise<Answer> {
  return write(db, async (tx) => {
    if (!(await canStillActAs(tx, by.id, by.role))) throw new AccessChanged();
    return change(tx);
  });
}
