import type { Transaction } from "../../db/client";
import {
  addUnconfirmed,
  confirmAuthenticator,
  findAuthenticator,
  findUnconfirmed,
  replaceRecoveryCodes,
} from "../../db/factors";
import { findPerson } from "../../db/people";
import { write } from "../../db/write";
import type { Person } from "../../domain/people/person";
import { base32, matchingStep, otpauthUri } from "../../platform/authenticator";
import { qrSvg } from "../../platform/qr";
import { newRecoveryCodes, recoveryCodeHash } from "../../platform/recovery-codes";
import type { Session } from "../../platform/sessions";
import type { Context } from "../context";
import { record } from "../record";
import { queueAccountLetter } from "./letters";
import { goOnAlone } from "./own-sessions";
import { letIn } from "./second-factor";
import { openSeed, sealedNewSeed } from "./seeds";

const ISSUER = "Zero to Two";

export interface ToSetUp {
  /** For the camera of the authenticator app. */
  readonly qr: string;
  /** For whoever types it instead, in groups of four. */
  readonly key: string;
  /** For an app on the same device. */
  readonly uri: string;
}

/** The authenticator somebody has begun to set up; null where they have not. */
export async function authenticatorToSetUp(
  context: Context,
  { id, email }: { id: string; email: string },
): Promise<ToSetUp | null> {
  const unconfirmed = await findUnconfirmed(context.db, id);
  if (unconfirmed === null) return null;
  const seed = openSeed(context, id, unconfirmed);
  const uri = otpauthUri({ seed, issuer: ISSUER, account: email });
  return { qr: qrSvg(uri), uri, key: base32(seed).replace(/.{4}(?=.)/g, "$& ") };
}

/** Begins to replace an authenticator app; the one in use goes on until a code of the new one was given. */
export async function beginAuthenticator(context: Context, { id }: { id: string }): Promise<void> {
  const sealed = sealedNewSeed(context, id);
  await write(context.db, async (tx) => {
    await addUnconfirmed(tx, id, sealed, context.clock.now());
    await record(tx, context, { by: { id }, did: "authenticator-begun", about: id });
  });
}

export type SetUp =
  | { readonly ok: true; readonly cookie: string; readonly person: Person; readonly recoveryCodes: readonly string[] }
  | { readonly ok: false; readonly problem: string };

const WRONG: SetUp = {
  ok: false,
  problem:
    "That code does not match. Check that you scanned the QR code on this page and that your phone sets its time automatically, then enter the code it shows now.",
};
const NOTHING_BEGUN: SetUp = {
  ok: false,
  problem: "There is nothing to set up any more. Sign in with the app you have.",
};

/**
 * Confirms a new authenticator app by a code of it. It takes the place of the one before, ten new recovery codes take the
 * place of the old, other sessions end, and this one goes on under a new token, signed in.
 */
export async function setUpAuthenticator(context: Context, session: Session, typed: string): Promise<SetUp> {
  const { db, clock, sessions } = context;
  const { personId } = session;
  const [unconfirmed, person] = await Promise.all([
    findUnconfirmed(db, personId),
    findPerson(db, personId, session.ods),
  ]);
  if (unconfirmed === null || person === null) return NOTHING_BEGUN;
  const step = matchingStep(openSeed(context, personId, unconfirmed), typed, clock.now());
  if (step === null) return WRONG;
  const recoveryCodes = newRecoveryCodes();
  return write(db, async (tx): Promise<SetUp> => {
    const isReplaced = (await findAuthenticator(tx, personId)) !== null;
    // With nothing but the password, nobody replaces a factor that is in use.
    if (isReplaced && session.factorAt === null) return NOTHING_BEGUN;
    const first = await confirmAuthenticator(tx, { id: unconfirmed.id, personId, step, at: clock.now() });
    if (!first) return NOTHING_BEGUN;
    await saveRecoveryCodes(tx, context, personId, recoveryCodes);
    await record(tx, context, { by: { id: personId }, did: "authenticator-set-up", about: personId });
    await sessions.endAll(tx, personId, session.id);
    if (isReplaced) await queueAccountLetter(tx, context, person, { about: "authenticator replaced" });
    const cookie = await letIn(tx, context, session, person, "authenticator");
    return { ok: true, cookie, person, recoveryCodes };
  });
}

/** Ten new recovery codes in the place of those there were. They are shown once: only their hashes are kept. */
export async function renewRecoveryCodes(
  context: Context,
  session: Session,
  person: Person,
): Promise<{ codes: readonly string[]; cookie: string }> {
  const codes = newRecoveryCodes();
  return write(context.db, async (tx) => {
    await saveRecoveryCodes(tx, context, person.id, codes);
    await queueAccountLetter(tx, context, person, { about: "recovery codes renewed" });
    return { codes, cookie: await goOnAlone(tx, context, session) };
  });
}

async function saveRecoveryCodes(tx: Transaction, context: Context, personId: string, codes: readonly string[]) {
  const hashes = codes.map((code) => recoveryCodeHash(personId, code));
  await replaceRecoveryCodes(tx, personId, hashes);
  await record(tx, context, { by: { id: personId }, did: "recovery-codes-made", about: personId });
}
