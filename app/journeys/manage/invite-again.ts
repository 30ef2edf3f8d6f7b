import { findAccount } from "../../db/accounts";
import type { Transaction } from "../../db/client";
import { findPerson } from "../../db/people";
import type { Admin } from "../../domain/people/person";
import { sendInvitation } from "../account/invitation";
import type { Context } from "../context";
import { record } from "../record";
import { type Changed, DONE, NOBODY, refusal } from "./changed";
import { writeAs } from "./write-as";

/** Sends somebody who has not accepted yet a new invitation; the one before it is void. */
export async function inviteAgain(context: Context, by: Admin, id: string): Promise<Changed> {
  return writeAs(context, by, async (tx) => {
    const account = await findAccount(tx, id);
    if (account === null) return NOBODY;
    const { name } = account;
    if (account.hasPassword) return refusal(`${name} has accepted the invitation already.`);
    if (await sendAgain(tx, context, by, id)) return DONE;
    return refusal(
      account.endedAt === null
        ? `${name} has no trust to act for. Add one first, or give its access back.`
        : `${name}’s access was ended. Give it back first.`,
    );
  });
}

/** False where they could do nothing with an invitation. */
export async function sendAgain(tx: Transaction, context: Context, by: Admin, id: string): Promise<boolean> {
  const person = await findPerson(tx, id);
  if (person === null) return false;
  await sendInvitation(tx, context, person);
  await record(tx, context, { by, did: "invitation-sent-again", about: id });
  return true;
}
