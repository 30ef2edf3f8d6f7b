import { countOtherAdmins, findAccount, setEnded } from "../../db/accounts";
import { voidLinks } from "../../db/email-links";
import { write } from "../../db/write";
import type { Admin } from "../../domain/people/person";
import type { Context } from "../context";
import { record } from "../record";
import { type Changed, DONE, NOBODY, refusal } from "./changed";

/** Ends somebody's access: what they have open ends with their next request, and no letter they were sent opens anything. */
export async function endAccess(context: Context, by: Admin, id: string): Promise<Changed> {
  if (by.id === id) return refusal("You cannot end your own access. Ask another admin to do it.");
  return write(context.db, async (tx) => {
    const account = await findAccount(tx, id);
    if (account === null) return NOBODY;
    if (account.foundationRole === "admin" && (await countOtherAdmins(tx, id)) === 0) {
      return refusal(`${account.name} is the last admin who can sign in. Make somebody else an admin first.`);
    }
    if (!(await setEnded(tx, id, context.clock.now()))) return DONE;
    await context.sessions.endAll(tx, id);
    await voidLinks(tx, id);
    await record(tx, context, { by, did: "access-ended", about: id });
    return DONE;
  });
}

/** Gives it back. Whoever had accepted their invitation signs in as before; others need to be sent a new one. */
export async function restoreAccess(context: Context, by: Admin, id: string): Promise<Changed> {
  return write(context.db, async (tx) => {
    if ((await findAccount(tx, id)) === null) return NOBODY;
    if (await setEnded(tx, id, null)) await record(tx, context, { by, did: "access-restored", about: id });
    return DONE;
  });
}
