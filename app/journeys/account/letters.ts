import type { Transaction } from "../../db/client";
import { queueLetter } from "../../db/outbox";
import { newToken } from "../../platform/tokens";
import type { Context } from "../context";
import { composeLetter } from "../letter";
import { type AccessNews, accessInWords } from "./letters/access";
import { type LinkLetter, linkInWords } from "./letters/links";
import { type OwnDeed, ownDeedInWords } from "./letters/own-deeds";
import { type StaffTask, staffTaskInWords } from "./letters/staff-tasks";

// The emails of accounts and access, each queued in the transaction of what it tells. What they say stands in letters/.

interface Addressee {
  readonly name: string;
  readonly email: string;
}

/** Tells somebody what was done to their account by whoever was signed in to it; once for each key. */
export async function queueAccountLetter(
  tx: Transaction,
  context: Context,
  to: Addressee,
  deed: OwnDeed,
  key = newToken(),
): Promise<void> {
  await queueLetter(tx, letterTo(to, context, key, ownDeedInWords(deed, to.email, context)));
}

/** Tells somebody what the Foundation has changed about what they may do. */
export async function queueAccessLetter(tx: Transaction, context: Context, to: Addressee, news: AccessNews) {
  await queueLetter(tx, letterTo(to, context, newToken(), accessInWords(news, to.email, context)));
}

/** Tells somebody of the Foundation what waits for them about another's account. */
export async function queueStaffLetter(tx: Transaction, context: Context, to: Addressee, task: StaffTask) {
  await queueLetter(tx, letterTo(to, context, newToken(), staffTaskInWords(task, context)));
}

/** Sends a link, sealed: whoever reads the outbox cannot follow it. */
export async function queueLinkLetter(
  tx: Transaction,
  context: Context,
  to: Addressee,
  link: LinkLetter,
): Promise<void> {
  const key = newToken();
  const letter = letterTo(to, context, key, linkInWords(link, to.email, context));
  const body = context.sealing.seal(new TextEncoder().encode(letter.body), `letter:${key}`);
  await queueLetter(tx, { ...letter, body, sealed: true });
}

interface Words {
  readonly subject: string;
  readonly says: readonly string[];
}

function letterTo({ name, email }: Addressee, context: Context, key: string, { subject, says }: Words) {
  return composeLetter(context, { key, to: email, subject, says: [`Dear ${name}`, ...says] });
}
