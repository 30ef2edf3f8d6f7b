import { replaceChallenge, takeChallenge } from "../../db/challenges";
import { findAuthenticator } from "../../db/factors";
import { passkeysOf, takePasskey } from "../../db/passkeys";
import { findPerson } from "../../db/people";
import { write } from "../../db/write";
import type { Session } from "../../platform/sessions";
import { checkProof, PASSKEY_PATIENCE_MS, passkeyIdIn, proofOptions } from "../../platform/webauthn";
import type { Context } from "../context";
import { record } from "../record";
import { clearAttempts, countAttempt } from "./attempts";
import { letIn, type Proof } from "./second-factor";

const WRONG: Proof = {
  ok: false,
  problem:
    "That passkey was not taken. Try it once more, or enter a code. After 5 wrong tries, even a right passkey or code is refused for up to 15 minutes.",
};

/**
 * Passkeys that somebody can give in place of a code. They stand beside the authenticator app and never instead of it, so
 * whoever has no app yet has none.
 */
async function passkeysToGive({ db }: Context, personId: string) {
  return (await findAuthenticator(db, personId)) === null ? [] : passkeysOf(db, personId);
}

export async function hasPasskey(context: Context, personId: string): Promise<boolean> {
  return (await passkeysToGive(context, personId)).length > 0;
}

/** What the browser is to sign; null where somebody has no passkey. Asking again makes void what was asked before. */
export async function askForPasskey(context: Context, session: Session) {
  const { db, clock, publicOrigin } = context;
  const passkeys = await passkeysToGive(context, session.personId);
  if (passkeys.length === 0) return null;
  const options = await proofOptions(publicOrigin, passkeys);
  await write(db, async (tx) => {
    await replaceChallenge(tx, {
      sessionId: session.id,
      purpose: "proof",
      challenge: options.challenge,
      expiresAt: new Date(clock.now().getTime() + PASSKEY_PATIENCE_MS),
    });
  });
  return options;
}

/** A passkey in place of a code, at sign-in and to confirm that it is you: it counts, and it fails, like a code. */
export async function givePasskey(context: Context, session: Session, sent: unknown): Promise<Proof> {
  const { db, clock, publicOrigin } = context;
  const { personId } = session;
  const now = clock.now();
  const person = await findPerson(db, personId, session.ods);
  if (person === null) return WRONG;
  const isWaiting = !(await countAttempt(context, { of: "second factor", personId }));
  // Taken before it is looked at, whatever comes of it: nothing is signed twice.
  const challenge = await write(db, (tx) => takeChallenge(tx, { sessionId: session.id, purpose: "proof" }, now));
  const id = passkeyIdIn(sent);
  const passkey = (await passkeysToGive(context, personId)).find((one) => one.id === id);
  const counter =
    isWaiting || challenge === null || passkey === undefined
      ? null
      : await checkProof(publicOrigin, sent, challenge, passkey);
  return write(db, async (tx): Promise<Proof> => {
    if (passkey === undefined || counter === null || !(await takePasskey(tx, passkey, { counter, at: now }))) {
      const about = session.factorAt === null ? "sign-in" : "confirmation";
      const detail = { how: "passkey" };
      await record(tx, context, { by: { id: personId }, did: "factor-refused", about, detail, outcome: "refused" });
      return WRONG;
    }
    await clearAttempts(tx, context, { of: "second factor", personId });
    return { ok: true, cookie: await letIn(tx, context, session, person, "passkey"), person, how: "passkey" };
  });
}
