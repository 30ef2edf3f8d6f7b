import { findAccount, setEnded } from "../../db/accounts";
import { voidLinks } from "../../db/email-links";
import { standingOf } from "../../domain/people/account";
import type { Admin } from "../../domain/people/person";
import { queueAccessLetter } from "../account/letters";
import type { Context } from "../context";
import { record } from "../record";
import { type Changed, DONE, NOBODY, refusal } from "./changed";
import { writeAs } from "./write-as";

/** Ends somebody's access: what they have open ends with their next request, and no letter they were sent opens anything. */
export async function endAccess(context: Context, by: Admin, id: string): Promise<Changed> {
  if (by.id === id) return refusal("You cannot end your own access. Ask another admin to do it.");
  return writeAs(context, by, async (tx) => {
    const account = await findAccount(tx, id);
    if (account === null) return NOBODY;
    if (!(await setEnded(tx, id, context.clock.now()))) return DONE;
    await context.sessions.endAll(tx, id);
    await voidLinks(tx, id);
    await record(tx, context, { by, did: "access-ended", about: id });
    await queueAccessLetter(tx, context, account, { about: "access ended" });
    return DONE;
  });
}

/**
 * Gives it back. Whoever had accepted their invitation signs in as before, and is told so, unless they have no trust to act
 * for; others need to be sent a new invitation.
 */
export async function restoreAccess(context: Context, by: Admin, id: string): Promise<Changed> {
  return writeAs(context, by, async (tx) => {
    const account = await findAccount(tx, id);
    if (account === null) return NOBODY;
    if (!(await setEnded(tx, id, null))) return DONE;
    await record(tx, context, { by, did: "access-restored", about: id });
    const standing = standingOf({ ...account, endedAt: null }, context.clock.now());
    if (standing === "active" || standing === "set-up") {
      await queueAccessLetter(tx, context, account, { about: "access restored" });
    }
    return DONE;
  });
}
