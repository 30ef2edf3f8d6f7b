import { replaceChallenge, takeChallenge } from "../../db/challenges";
import {
  addPasskey,
  isPasskeyKnown,
  type NamedPasskey,
  namedPasskeysOf,
  passkeysOf,
  removePasskey,
} from "../../db/passkeys";
import { write } from "../../db/write";
import type { Person } from "../../domain/people/person";
import type { Session } from "../../platform/sessions";
import { checkNewPasskey, newPasskeyOptions, PASSKEY_PATIENCE_MS } from "../../platform/webauthn";
import type { Context } from "../context";
import { record } from "../record";
import { queueAccountLetter } from "./letters";
import { goOnAlone } from "./own-sessions";

export type { NamedPasskey };

const MOST = 20;
const LONGEST_NAME = 60;

export type Changed = { readonly ok: true; readonly cookie: string } | { readonly ok: false; readonly problem: string };

const problemIs = (problem: string): Changed => ({ ok: false, problem });

export function ownPasskeys({ db }: Context, { id }: { id: string }): Promise<NamedPasskey[]> {
  return namedPasskeysOf(db, id);
}

/** What the browser is to make a passkey for. Asking again makes void what was asked before. */
export async function askForNewPasskey(context: Context, session: Session, person: Person) {
  const { db, clock, publicOrigin } = context;
  const options = await newPasskeyOptions(publicOrigin, person, await passkeysOf(db, person.id));
  await write(db, (tx) =>
    replaceChallenge(tx, {
      sessionId: session.id,
      purpose: "new passkey",
      challenge: options.challenge,
      expiresAt: new Date(clock.now().getTime() + PASSKEY_PATIENCE_MS),
    }),
  );
  return options;
}

/** Adds a passkey that the browser has made; whatever is wrong with it, what it was made for is used up. */
export async function addOwnPasskey(
  context: Context,
  session: Session,
  person: Person,
  given: { readonly name: string; readonly credential: unknown },
): Promise<Changed> {
  const { db, clock, publicOrigin } = context;
  const name = given.name.trim();
  if (name === "") return problemIs("Give the passkey a name, as in “Work laptop”, so that you know it again.");
  if (name.length > LONGEST_NAME) return problemIs(`The name is longer than ${LONGEST_NAME} characters. Shorten it.`);
  const asked = { sessionId: session.id, purpose: "new passkey" } as const;
  const challenge = await write(db, (tx) => takeChallenge(tx, asked, clock.now()));
  const passkey = challenge && (await checkNewPasskey(publicOrigin, given.credential, challenge));
  if (!passkey) return problemIs("The passkey did not arrive as it was asked for, or too late. Try once more.");
  return write(db, async (tx): Promise<Changed> => {
    if (await isPasskeyKnown(tx, passkey.id)) return problemIs("That passkey is in use already.");
    if ((await passkeysOf(tx, person.id)).length >= MOST)
      return problemIs(`You have ${MOST} passkeys. Remove one that you no longer use first.`);
    await addPasskey(tx, { ...passkey, personId: person.id, name, createdAt: clock.now() });
    await record(tx, context, { by: person, did: "passkey-added", about: person.id });
    await queueAccountLetter(tx, context, person, { about: "passkey added", name });
    return { ok: true, cookie: await goOnAlone(tx, context, session) };
  });
}

/** Removes one of somebody's own; null where it is none of theirs, or was removed. */
export async function removeOwnPasskey(
  context: Context,
  session: Session,
  person: Person,
  id: string,
): Promise<string | null> {
  return write(context.db, async (tx) => {
    const name = await removePasskey(tx, person.id, id);
    if (name === null) return null;
    await record(tx, context, { by: person, did: "passkey-removed", about: person.id });
    await queueAccountLetter(tx, context, person, { about: "passkey removed", name });
    return goOnAlone(tx, context, session);
  });
}
