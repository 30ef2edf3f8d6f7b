import type { Transaction } from "../../db/client";
import { saveMembership } from "../../db/people";
import { findTrustAccess } from "../../db/trusts";
import type { Account } from "../../domain/people/account";
import { type Admin, ROLE_IN_WORDS, type TrustRole } from "../../domain/people/person";
import { queueAccessLetter } from "../account/letters";
import { withReturns } from "../account/letters/places";
import type { Context } from "../context";
import { record } from "../record";
import { type Changed, DONE, refusal } from "./changed";
import { sendAgain } from "./invite-again";

/**
 * Lets somebody act for a trust besides those they have. Who has an account is told by letter; who was invited and has not
 * come yet is sent a new invitation, which says both.
 */
export async function giveTrust(
  tx: Transaction,
  context: Context,
  by: Admin,
  { account, ods, role }: { account: Account; ods: string; role: TrustRole },
): Promise<Changed> {
  const trust = await findTrustAccess(tx, ods);
  if (trust === null) return refusal("Choose a trust from the list.");
  const { id, name, places } = account;
  if (account.foundationRole !== null) {
    return refusal(`${name} is of the Foundation, and nobody of the Foundation acts for a trust.`);
  }
  if (account.endedAt !== null) return refusal(`${name}’s access was ended. Give it back first.`);
  if (trust.endedAt !== null) {
    return refusal(`The access of ${trust.name} was ended. Give it back first, on the page of its people.`);
  }
  const place = places.find((one) => one.ods === ods);
  // The same form again: it has had its effect.
  if (place?.role === role) return DONE;
  if (place !== undefined) {
    const as = ROLE_IN_WORDS[place.role].toLowerCase();
    return refusal(`${name} acts for ${trust.name} already, as ${as}. Change that on their page.`);
  }
  await saveMembership(tx, id, ods, role);
  await record(tx, context, { by, did: "trust-added", about: id, trust: ods, detail: { role } });
  if (!account.hasPassword) {
    await sendAgain(tx, context, by, id);
    return DONE;
  }
  const added = await withReturns(tx, context, { ods, name: trust.name, role });
  await queueAccessLetter(tx, context, account, { about: "trust added", place: added });
  return DONE;
}
