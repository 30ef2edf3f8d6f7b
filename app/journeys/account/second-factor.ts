import type { Transaction } from "../../db/client";
import { countRecoveryCodes, findAuthenticator, takeRecoveryCode, takeStep } from "../../db/factors";
import { findPerson, noteSignIn } from "../../db/people";
import { write } from "../../db/write";
import type { Person } from "../../domain/people/person";
import { normaliseRecoveryCode } from "../../domain/people/recovery-code";
import { matchingStep } from "../../platform/authenticator";
import { recoveryCodeHash } from "../../platform/recovery-codes";
import type { Session } from "../../platform/sessions";
import type { Context } from "../context";
import { record } from "../record";
import { clearAttempts, countAttempt } from "./attempts";
import { queueAccountLetter } from "./letters";
import { openSeed } from "./seeds";

export type Proof =
  | { readonly ok: true; readonly cookie: string; readonly person: Person; readonly how: How }
  | { readonly ok: false; readonly problem: string };

const WRONG: Proof = {
  ok: false,
  problem:
    "That code is not right, or you have used it already. Wait for your app to show a new one, and enter that. After 5 wrong tries, even a right code is refused for up to 15 minutes.",
};

/**
 * The second step of signing in, and of confirming that it is you: a code of the authenticator app, each of which is taken
 * once, or a recovery code. The session goes on under a new token.
 */
export async function giveCode(context: Context, session: Session, typed: string): Promise<Proof> {
  const { db, clock } = context;
  const { personId } = session;
  const now = clock.now();
  const person = await findPerson(db, personId, session.ods);
  if (person === null) return WRONG;
  const isWaiting = !(await countAttempt(context, { of: "second factor", personId }));
  const taken = isWaiting ? null : await howItFits(context, personId, typed, now);
  return write(db, async (tx): Promise<Proof> => {
    const how = (await taken?.(tx)) ?? null;
    const before = session.factorAt === null ? "sign-in" : "confirmation";
    if (how === null) {
      await record(tx, context, { by: { id: personId }, did: "factor-refused", about: before, outcome: "refused" });
      return WRONG;
    }
    await clearAttempts(tx, context, { of: "second factor", personId });
    if (how === "recovery code") await tellOfRecoveryCode(tx, context, person);
    return { ok: true, cookie: await letIn(tx, context, session, person, how), person, how };
  });
}

export type How = "authenticator" | "recovery code" | "passkey";

/** The second factor was given: the session is renewed, and whoever was signing in is signed in. */
export async function letIn(tx: Transaction, context: Context, session: Session, person: Person, how: How) {
  const now = context.clock.now();
  const isSigningIn = session.factorAt === null;
  if (isSigningIn) await noteSignIn(tx, person.id, now);
  await record(tx, context, {
    by: person,
    did: isSigningIn ? "signed-in" : "identity-confirmed",
    about: how,
  });
  return context.sessions.renew(tx, session, { factorAt: now });
}

/** What uses a code up, within the transaction that lets somebody in; null where nothing fits. */
async function howItFits(context: Context, personId: string, typed: string, now: Date) {
  const authenticator = await findAuthenticator(context.db, personId);
  if (authenticator !== null) {
    const step = matchingStep(openSeed(context, personId, authenticator), typed, now);
    if (step !== null) {
      return async (tx: Transaction): Promise<How | null> =>
        (await takeStep(tx, authenticator.id, step)) ? "authenticator" : null;
    }
  }
  const recovery = normaliseRecoveryCode(typed);
  if (recovery === null) return null;
  return async (tx: Transaction): Promise<How | null> =>
    (await takeRecoveryCode(tx, personId, recoveryCodeHash(personId, recovery), now)) ? "recovery code" : null;
}

async function tellOfRecoveryCode(tx: Transaction, context: Context, person: Person) {
  const left = await countRecoveryCodes(tx, person.id);
  await record(tx, context, { by: person, did: "recovery-code-used", about: person.id, detail: { left } });
  await queueAccountLetter(tx, context, person, { about: "recovery code used", left });
}
