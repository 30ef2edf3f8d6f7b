import { addKeptForm, deleteKeptForm, findKeptForm } from "../../db/kept-forms";
import { write } from "../../db/write";
import type { Context } from "../context";
import { record } from "../record";

/** Passwords and codes are never kept, so a form that asks for them is not. */
const WITH_SECRETS = /^\/(account|sign-in|invitation|forgotten-password)(\/|$)/i;

/**
 * Keeps what somebody sent after their session had ended, or before a second factor was given anew, so that they can send
 * it with one click once they are signed in; sealed, and for nobody else. Returns its id; null where it may not be kept.
 */
export async function keepForm(context: Context, personId: string, path: string, body: string): Promise<string | null> {
  if (WITH_SECRETS.test(path)) return null;
  const { db, clock, sealing } = context;
  const fields = sealing.seal(new TextEncoder().encode(body), sealedFor(personId));
  return write(db, async (tx) => {
    const id = await addKeptForm(tx, personId, { path, fields, keptAt: clock.now() });
    await record(tx, context, { by: { id: personId }, did: "form-kept", about: path.split("?", 1)[0] ?? "" });
    return id;
  });
}

export interface Kept {
  readonly path: string;
  /** In the order and as often as they were sent. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly keptAt: Date;
}

export async function keptForm({ db, sealing }: Context, personId: string, id: string): Promise<Kept | null> {
  const found = await findKeptForm(db, personId, id);
  if (found === null) return null;
  const body = new TextDecoder().decode(sealing.open(found.fields, sealedFor(personId)));
  return { path: found.path, fields: [...new URLSearchParams(body)], keptAt: found.keptAt };
}

export async function throwAwayForm({ db }: Context, personId: string, id: string): Promise<void> {
  await write(db, (tx) => deleteKeptForm(tx, personId, id));
}

const sealedFor = (personId: string) => `form:${personId}`;
