import { voidLinks } from "../../db/email-links";
import { forgetFactors } from "../../db/factors";
import { findPerson, forgetPassword } from "../../db/people";
import { approveReset, cancelReset, findReset, openResets, type Reset } from "../../db/resets";
import { write } from "../../db/write";
import type { Staff } from "../../domain/people/person";
import { sendInvitation } from "../account/invitation";
import { queueAccountLetter } from "../account/letters";
import type { Context } from "../context";
import { record } from "../record";
import { type Changed, DONE, NOBODY, refusal } from "./changed";

/** Those that wait for a second person. */
export async function waitingResets({ db, clock }: Context): Promise<readonly Reset[]> {
  return openResets(db, clock.now());
}

/**
 * The second person agrees: password, authenticator, passkeys and recovery codes are forgotten, every session ends, and a
 * new invitation goes to the owner, who alone sets up what comes in their place.
 */
export async function approve(context: Context, by: Staff, id: string): Promise<Changed> {
  const at = context.clock.now();
  return write(context.db, async (tx) => {
    const reset = await findReset(tx, id);
    if (reset === null) return NOBODY;
    if (reset.approver?.id === by.id) return DONE;
    const owner = await findPerson(tx, reset.person.id);
    if (owner === null) return refusal(`${reset.person.name} has no access that could be set up anew.`);
    if (!(await approveReset(tx, id, by.id, at))) return refusal(whyNot(reset, by, at));
    await forgetPassword(tx, owner.id);
    await forgetFactors(tx, owner.id);
    await voidLinks(tx, owner.id);
    await context.sessions.endAll(tx, owner.id);
    await record(tx, context, {
      by,
      did: "factor-reset-approved",
      about: owner.id,
      detail: { reset: id, startedBy: reset.starter.id },
    });
    await queueAccountLetter(tx, context, owner, { about: "second factor reset" });
    await sendInvitation(tx, context, owner);
    return DONE;
  });
}

/** Nothing comes of it. */
export async function cancel(context: Context, by: Staff, id: string): Promise<Changed> {
  const at = context.clock.now();
  return write(context.db, async (tx) => {
    const reset = await findReset(tx, id);
    if (reset === null) return NOBODY;
    if (reset.cancelledAt !== null) return DONE;
    if (!(await cancelReset(tx, id, at))) return refusal(whyNot(reset, by, at));
    await record(tx, context, { by, did: "factor-reset-cancelled", about: reset.person.id, detail: { reset: id } });
    return DONE;
  });
}

function whyNot({ person, starter, approver, cancelledAt, expiresAt }: Reset, by: Staff, at: Date): string {
  if (approver !== null) return `${approver.name} has approved the reset of ${person.name} already.`;
  if (cancelledAt !== null) return `The reset of ${person.name} was cancelled.`;
  if (expiresAt <= at)
    return `The reset of ${person.name} waited for more than 24 hours and has expired. Start a new one.`;
  if (starter.id === by.id) return "You started this reset, so somebody else of the Foundation has to approve it.";
  if (person.id === by.id) return "This is the reset of your own account, so somebody else has to approve it.";
  return `The reset of ${person.name} no longer waits: ${starter.name}, who started it, is no longer an admin.`;
}
