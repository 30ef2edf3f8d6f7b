import { findTrustAccess, setTrustEnded } from "../../db/trusts";
import { write } from "../../db/write";
import type { Admin } from "../../domain/people/person";
import type { Context } from "../context";
import { record } from "../record";
import { type Changed, DONE, NOBODY } from "./changed";

/** Ends the access of a whole trust: whoever is acting for it is signed out, and nobody can until it is given back. */
export async function endTrustAccess(context: Context, by: Admin, ods: string): Promise<Changed> {
  return write(context.db, async (tx) => {
    if ((await findTrustAccess(tx, ods)) === null) return NOBODY;
    if (!(await setTrustEnded(tx, ods, context.clock.now()))) return DONE;
    await context.sessions.endOfTrust(tx, ods);
    await record(tx, context, { by, did: "trust-access-ended", about: ods, trust: ods });
    return DONE;
  });
}

/** Gives it back to everybody who had it. */
export async function restoreTrustAccess(context: Context, by: Admin, ods: string): Promise<Changed> {
  return write(context.db, async (tx) => {
    if ((await findTrustAccess(tx, ods)) === null) return NOBODY;
    if (await setTrustEnded(tx, ods, null)) {
      await record(tx, context, { by, did: "trust-access-restored", about: ods, trust: ods });
    }
    return DONE;
  });
}
