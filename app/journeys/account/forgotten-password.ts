import { z } from "zod";
import { findLink, replaceLink, takeLink, voidLinks } from "../../db/email-links";
import { findCredential, findEntrant, setPassword } from "../../db/people";
import { write } from "../../db/write";
import { passwordFault } from "../../domain/people/password-rules";
import { fingerprint } from "../../platform/fingerprint";
import { isMostUsed } from "../../platform/most-used-passwords";
import { hashPassword } from "../../platform/passwords";
import { newToken } from "../../platform/tokens";
import type { Context } from "../context";
import { record } from "../record";
import { answerAlike } from "./answer-alike";
import { clearAttempts } from "./attempts";
import { queueAccountLetter, queueLinkLetter } from "./letters";

const LIFETIME_MS = 60 * 60_000;
const address = z.email().max(254);

/**
 * Sends a link with which a new password can be set, to the address of an account. Nobody is told whether there is one:
 * the answer is the same, after the same time.
 */
export async function askForNewPassword(context: Context, typed: string): Promise<{ problem: string | null }> {
  const email = address.safeParse(typed.trim().toLowerCase());
  if (!email.success) return { problem: "Enter an email address, as in name@example.nhs.uk." };
  const { db, clock } = context;
  const token = newToken();
  const now = clock.now();
  const sent = write(db, async (tx) => {
    const found = await findCredential(tx, email.data);
    const person = found && (await findEntrant(tx, found.id));
    await record(tx, context, { by: person, did: "password-reset-asked", about: "forgotten password" });
    if (person === null) return;
    await replaceLink(tx, {
      kind: "password",
      personId: person.id,
      tokenSha256: fingerprint(token),
      codeSha256: null,
      email: null,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LIFETIME_MS),
    });
    await queueLinkLetter(tx, context, person, { about: "password", token });
  });
  await answerAlike(sent);
  return { problem: null };
}

/** Whether the link of a letter still works. Looking at it uses nothing up: mail scanners look at every link. */
export async function canSetPassword({ db, clock }: Context, token: string): Promise<boolean> {
  return (await findLink(db, "password", fingerprint(token), clock.now())) !== null;
}

export type NewPassword =
  | { readonly kind: "set"; readonly personId: string }
  | { readonly kind: "problem"; readonly problem: string }
  /** The link was used, is void or has expired. */
  | { readonly kind: "no link" };

/** Sets a new password, once, and ends every session. The second factor is asked for as before. */
export async function setNewPassword(context: Context, token: string, password: string): Promise<NewPassword> {
  const { db, clock, sessions } = context;
  const tokenSha256 = fingerprint(token);
  const link = await findLink(db, "password", tokenSha256, clock.now());
  const person = link && (await findEntrant(db, link.personId));
  if (person === null) return { kind: "no link" };
  const problem = passwordFault(password, { ...person, isMostUsed });
  if (problem !== null) return { kind: "problem", problem };
  const passwordHash = await hashPassword(password);
  return write(db, async (tx): Promise<NewPassword> => {
    if (!(await takeLink(tx, "password", tokenSha256, clock.now()))) return { kind: "no link" };
    await setPassword(tx, person.id, passwordHash);
    await voidLinks(tx, person.id);
    // Whoever reads the account's email has shown that it is theirs: what others tried at it is no concern of theirs.
    await clearAttempts(tx, context, { of: "account", email: person.email });
    await sessions.endAll(tx, person.id);
    await record(tx, context, { by: person, did: "password-reset", about: person.id });
    await queueAccountLetter(tx, context, person, { about: "password reset" });
    return { kind: "set", personId: person.id };
  });
}
