import { z } from "zod";
import { isAddressTaken, setAddress } from "../../db/email-address";
import { findLink, replaceLink, takeLink, voidLinks } from "../../db/email-links";
import { write } from "../../db/write";
import type { Person } from "../../domain/people/person";
import { fingerprint } from "../../platform/fingerprint";
import type { Session } from "../../platform/sessions";
import { newToken } from "../../platform/tokens";
import type { Context } from "../context";
import { record } from "../record";
import { answerAlike } from "./answer-alike";
import { queueAccountLetter, queueLinkLetter } from "./letters";
import { goOnAlone } from "./own-sessions";

const LIFETIME_MS = 60 * 60_000;
const address = z.email().max(254);

/**
 * Sends a link to another address, to prove that letters to it arrive, and tells the address in use at once. Nothing
 * changes before the link is used. Where the address is another account's, no link is sent and the answer is the same:
 * nobody learns who has an account.
 */
export async function askForNewEmail(
  context: Context,
  person: Person,
  typed: string,
): Promise<{ problem: string | null }> {
  const email = address.safeParse(typed.trim().toLowerCase());
  if (!email.success) return { problem: "Enter an email address, as in name@example.nhs.uk." };
  if (email.data === person.email) return { problem: "That is your address already. Enter the new one." };
  const { db, clock } = context;
  const [token, now] = [newToken(), clock.now()];
  const sent = write(db, async (tx) => {
    await record(tx, context, { by: person, did: "email-change-asked", about: person.id });
    // Whether or not the address is taken: nobody learns that from a letter that does not come either.
    await queueAccountLetter(tx, context, person, { about: "email change asked", to: email.data });
    if (await isAddressTaken(tx, email.data)) return voidLinks(tx, person.id, "email");
    await replaceLink(tx, {
      kind: "email",
      personId: person.id,
      tokenSha256: fingerprint(token),
      codeSha256: null,
      email: email.data,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LIFETIME_MS),
    });
    await queueLinkLetter(tx, context, { name: person.name, email: email.data }, { about: "email", token });
  });
  await answerAlike(sent);
  return { problem: null };
}

/** The address that a link proves, for whoever asked for it and nobody else. Looking at it uses nothing up. */
export async function newEmailOf({ db, clock }: Context, person: Person, token: string): Promise<string | null> {
  const link = await findLink(db, "email", fingerprint(token), clock.now());
  return link?.personId === person.id ? link.email : null;
}

export type EmailChanged =
  | { readonly kind: "changed"; readonly cookie: string }
  /** The link was used, is void or has expired, or is another's. */
  | { readonly kind: "no link" }
  /** Somebody else has come to have the address since the link was sent. */
  | { readonly kind: "taken" };

/** From now on somebody signs in with the address that the link proves. Links sent to the old one no longer work. */
export async function changeEmail(
  context: Context,
  session: Session,
  person: Person,
  token: string,
): Promise<EmailChanged> {
  const { db, clock } = context;
  const tokenSha256 = fingerprint(token);
  return write(db, async (tx): Promise<EmailChanged> => {
    const link = await findLink(tx, "email", tokenSha256, clock.now());
    if (link?.personId !== person.id || link.email === null) return { kind: "no link" };
    if (!(await takeLink(tx, "email", tokenSha256, clock.now()))) return { kind: "no link" };
    // Writes come one after the other, so nobody takes the address between this and the next line.
    if (await isAddressTaken(tx, link.email)) return { kind: "taken" };
    await setAddress(tx, person.id, link.email);
    await voidLinks(tx, person.id);
    await record(tx, context, { by: person, did: "email-changed", about: person.id });
    await queueAccountLetter(tx, context, person, { about: "email changed", to: link.email });
    return { kind: "changed", cookie: await goOnAlone(tx, context, session) };
  });
}
