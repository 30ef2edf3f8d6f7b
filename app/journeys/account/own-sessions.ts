import type { Transaction } from "../../db/client";
import { write } from "../../db/write";
import { browserInWords } from "../../domain/people/browser-in-words";
import { keyedFingerprint } from "../../platform/fingerprint";
import type { Session } from "../../platform/sessions";
import type { Context } from "../context";
import { record } from "../record";

export interface OwnSession {
  /** By which a form says which one is meant: what the database knows it by is shown nowhere. */
  readonly handle: string;
  /** As in "Chrome on Windows". */
  readonly browser: string;
  readonly begunAt: Date;
  readonly lastUsedAt: Date;
  readonly isThis: boolean;
  /** Whether the second factor is still to be given. */
  readonly isHalfWay: boolean;
}

/** Where somebody is signed in; the session that asks comes first, then the one used last. */
export async function ownSessions(context: Context, session: Session): Promise<OwnSession[]> {
  const sessions = await context.sessions.list(session.personId);
  return sessions
    .map(({ id, agent, createdAt, lastSeenAt, factorAt }) => ({
      handle: handleOf(context, id),
      browser: browserInWords(agent),
      begunAt: createdAt,
      lastUsedAt: lastSeenAt,
      isThis: id === session.id,
      isHalfWay: factorAt === null,
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis));
}

/**
 * Ends another session of somebody's own, and says whether there was one: it may be over, or have gone on under another
 * token, since it was listed, or be none of theirs.
 */
export async function endOwnSession(context: Context, session: Session, handle: string): Promise<boolean> {
  return write(context.db, async (tx) => {
    const sessions = await context.sessions.list(session.personId, tx);
    const meant = sessions.find(({ id }) => id !== session.id && handleOf(context, id) === handle);
    if (meant === undefined) return false;
    await context.sessions.end(tx, meant.id);
    await recordEnd(tx, context, session, "one");
    return true;
  });
}

/** Ends every session of somebody's own but the one that asks, and says whether there was any. */
export async function endOtherSessions(context: Context, session: Session): Promise<boolean> {
  return write(context.db, async (tx) => {
    const sessions = await context.sessions.list(session.personId, tx);
    await context.sessions.endAll(tx, session.personId, session.id);
    const hadOthers = sessions.some(({ id }) => id !== session.id);
    if (hadOthers) await recordEnd(tx, context, session, "all others");
    return hadOthers;
  });
}

/**
 * What changes how somebody signs in ends what was signed in before: every other session ends, and this one goes on
 * under a new token. Returns its cookie.
 */
export async function goOnAlone(tx: Transaction, { sessions }: Context, session: Session): Promise<string> {
  await sessions.endAll(tx, session.personId, session.id);
  return sessions.renew(tx, session, {});
}

function recordEnd(tx: Transaction, context: Context, { personId }: Session, ended: string) {
  return record(tx, context, { by: { id: personId }, did: "session-ended", about: personId, detail: { ended } });
}

function handleOf({ keys }: Context, id: string): string {
  return keyedFingerprint(keys.lookup, `session:${id}`).slice(0, 16);
}
