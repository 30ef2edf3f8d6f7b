import { addKeptForm, deleteKeptForm, deleteKeptFormsButNewest, findKeptForm } from "../../db/kept-forms";
import { write } from "../../db/write";
import type { Context } from "../context";
import { record } from "../record";
import { countAgainst } from "./limits";

/** Passwords and codes are never kept, so a form that asks for them is not. */
const WITH_SECRETS = /^\/(account|sign-in|invitation|forgotten-password)(\/|$)/i;

/** The grid of answers is the largest form there is: some twenty fields, and as many bytes as it may be sent with. */
const MOST_BYTES = 768 * 1024;
const MOST_FIELDS = 120;
/** Of one person. The oldest goes as another comes. */
const MOST_KEPT = 10;

interface SentForm {
  /** Where it was sent. */
  readonly path: string;
  /** The same as the table of routes has it, for the audit log, which holds nothing that somebody typed. */
  readonly page: string;
  /** As it was sent, URL-encoded. */
  readonly body: string;
}

/**
 * Keeps what somebody sent after their session had ended, before a second factor was given again, or while they were
 * signed in for another of their trusts, so that they can send it with one click once they may; sealed, and for nobody
 * else. Returns its id; null where it may not be kept, is larger than any form of ours, or is one of very many.
 */
export async function keepForm(context: Context, personId: string, sent: SentForm): Promise<string | null> {
  const { path, page, body } = sent;
  if (WITH_SECRETS.test(path) || isLargerThanOurs(body)) return null;
  if ((await countAgainst(context, "kept form", personId)) > 0) return null;
  const { db, clock, sealing } = context;
  const fields = sealing.seal(new TextEncoder().encode(body), sealedFor(personId));
  return write(db, async (tx) => {
    const id = await addKeptForm(tx, personId, { path, fields, keptAt: clock.now() });
    await deleteKeptFormsButNewest(tx, personId, MOST_KEPT);
    await record(tx, context, { by: { id: personId }, did: "form-kept", about: page });
    return id;
  });
}

function isLargerThanOurs(body: string): boolean {
  return Buffer.byteLength(body) > MOST_BYTES || body.split("&", MOST_FIELDS + 1).length > MOST_FIELDS;
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
