import { findAccount, foundationBut, setHelpAsked } from "../../db/accounts";
import { addReset, openResetOf } from "../../db/resets";
import { standingOf } from "../../domain/people/account";
import type { Admin } from "../../domain/people/person";
import { queueStaffLetter } from "../account/letters";
import type { Context } from "../context";
import { record } from "../record";
import { type Changed, DONE, NOBODY, refusal } from "./changed";
import { writeAs } from "./write-as";

/** How long a reset waits for a second person. */
const LIFETIME_MS = 24 * 60 * 60_000;

/**
 * Begins to reset the account of somebody who has lost the second factor, and asks the others of the Foundation by letter
 * to approve it. Until one does, nothing changes; a request for help is seen to with it.
 */
export async function startReset(context: Context, by: Admin, id: string): Promise<Changed> {
  if (by.id === id) {
    return refusal("You cannot reset your own account. Set up another authenticator app on your account page instead.");
  }
  const startedAt = context.clock.now();
  return writeAs(context, by, async (tx) => {
    const account = await findAccount(tx, id);
    if (account === null) return NOBODY;
    const { name } = account;
    const open = await openResetOf(tx, id, startedAt);
    if (open?.starter.id === by.id) return DONE;
    if (open !== null) return refusal(`${open.starter.name} has started a reset already. Approve or cancel that one.`);
    if (standingOf(account, startedAt) !== "active") {
      return refusal(`${name} has no authenticator app that could be reset. See below how the account stands.`);
    }
    const expiresAt = new Date(startedAt.getTime() + LIFETIME_MS);
    const reset = await addReset(tx, { personId: id, startedBy: by.id, startedAt, expiresAt });
    await setHelpAsked(tx, id, null);
    await record(tx, context, { by, did: "factor-reset-started", about: id, detail: { reset } });
    for (const other of await foundationBut(tx, [by.id, id])) {
      await queueStaffLetter(tx, context, other, {
        about: "reset to approve",
        person: { ...account, trustNames: account.places.map((place) => place.name) },
        startedBy: by.name,
        expiresAt,
      });
    }
    return DONE;
  });
}
