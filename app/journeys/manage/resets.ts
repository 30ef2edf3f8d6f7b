import { accountsAskingSince, countAskingSince, factorSince, findAccount } from "../../db/accounts";
import { voidLinks } from "../../db/email-links";
import { forgetFactors } from "../../db/factors";
import { findPerson, forgetPassword } from "../../db/people";
import { approveReset, cancelReset, countOpenResets, findReset, openResets, type Reset } from "../../db/resets";
import { type Account, helpOpenSince } from "../../domain/people/account";
import type { Staff } from "../../domain/people/person";
import { whyNotSecond } from "../../domain/people/second-person";
import { sendInvitation } from "../account/invitation";
import { queueAccessLetter } from "../account/letters";
import type { Context } from "../context";
import { record } from "../record";
import { type Changed, DONE, NOBODY, refusal } from "./changed";
import { writeAs } from "./write-as";

/** Those who have asked for help because they cannot give a code, and for whom nobody has started a reset yet. */
export async function askedForHelp({ db, clock }: Context): Promise<readonly Account[]> {
  return accountsAskingSince(db, helpOpenSince(clock.now()));
}

/** How many wait for somebody of the Foundation: for help, or for a second person. */
export async function howManyWait({ db, clock }: Context): Promise<number> {
  const now = clock.now();
  const [asking, open] = await Promise.all([countAskingSince(db, helpOpenSince(now)), countOpenResets(db, now)]);
  return asking + open;
}

export interface WaitingReset {
  readonly reset: Reset;
  /** Whose it is. */
  readonly account: Account;
  /** Why the reader cannot approve it; null where they can. */
  readonly whyNot: string | null;
}

/** Those that wait for a second person, as one of the Foundation sees them. */
export async function waitingResets({ db, clock }: Context, { id }: Staff): Promise<readonly WaitingReset[]> {
  const reader = { id, factorSince: await factorSince(db, id) };
  const waiting: WaitingReset[] = [];
  for (const reset of await openResets(db, clock.now())) {
    const account = await findAccount(db, reset.person.id);
    if (account !== null) waiting.push({ reset, account, whyNot: whyNotSecond(reset, reader) });
  }
  return waiting;
}

/**
 * The second person agrees: password, authenticator, passkeys and recovery codes are forgotten, every session ends, and a
 * new invitation goes to the owner, who alone sets up what comes in their place.
 */
export async function approve(context: Context, by: Staff, id: string): Promise<Changed> {
  const at = context.clock.now();
  return writeAs(context, by, async (tx) => {
    const reset = await findReset(tx, id);
    if (reset === null) return NOBODY;
    if (reset.approver?.id === by.id) return DONE;
    const owner = await findPerson(tx, reset.person.id);
    if (owner === null) return refusal(`${reset.person.name} has no access that could be set up again.`);
    const whyNot = whyNotSecond(reset, { id: by.id, factorSince: await factorSince(tx, by.id) });
    if (whyNot !== null) return refusal(whyNot);
    if (!(await approveReset(tx, id, by.id, at))) return refusal(isOver(reset, at));
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
    await queueAccessLetter(tx, context, owner, { about: "reset" });
    await sendInvitation(tx, context, owner);
    return DONE;
  });
}

/** Nothing comes of it. */
export async function cancel(context: Context, by: Staff, id: string): Promise<Changed> {
  const at = context.clock.now();
  return writeAs(context, by, async (tx) => {
    const reset = await findReset(tx, id);
    if (reset === null) return NOBODY;
    if (reset.cancelledAt !== null) return DONE;
    if (!(await cancelReset(tx, id, at))) return refusal(isOver(reset, at));
    await record(tx, context, { by, did: "factor-reset-cancelled", about: reset.person.id, detail: { reset: id } });
    return DONE;
  });
}

/** Why a reset waits for nobody any more. */
function isOver({ person, starter, approver, cancelledAt, expiresAt }: Reset, at: Date): string {
  if (approver !== null) return `${approver.name} has approved the reset of ${person.name} already.`;
  if (cancelledAt !== null) return `The reset of ${person.name} was cancelled.`;
  if (expiresAt <= at)
    return `The reset of ${person.name} waited for more than 24 hours and has expired. Start a new one.`;
  return `The reset of ${person.name} no longer waits: ${starter.name}, who started it, is no longer an admin.`;
}
