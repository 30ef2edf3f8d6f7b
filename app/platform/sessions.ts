import { randomBytes } from "node:crypto";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import type { Database, Queries, Transaction } from "../db/client";
import { write } from "../db/write";
import { ABSOLUTE_MS, type Life, lifeLeft } from "../domain/people/session-life";
import type { Clock } from "./clock";
import { fingerprint } from "./fingerprint";

// The only file that knows Lucia, which is finished rather than growing: replacing it is replacing this file.

declare module "lucia" {
  interface Register {
    Lucia: Lucia<Attributes>;
    DatabaseSessionAttributes: Attributes;
  }
}

interface Attributes extends Life {
  /** The trust acted for; null for the Foundation. */
  readonly ods: string | null;
  /** What the browser says of itself, so that people know their sessions apart. */
  readonly agent: string;
}

/** A session whose cookie came with a request. `factorAt` is null where only the password was given. */
export interface Session extends Attributes {
  /** The SHA-256 of the cookie's token. */
  readonly id: string;
  readonly personId: string;
}

/** A session was ended, here or elsewhere, while a request of it was under way: it does not go on under a new token. */
export class SessionEnded extends Error {
  override name = "SessionEnded";
}

export interface Sessions {
  /** The session of a request's cookies, as it stands with this request; null where there is none, or it is over. */
  of(cookies: string | null): Promise<Session | null>;
  /** The same, without the request being one: to look does not lengthen it. */
  look(cookies: string | null): Promise<Session | null>;
  /** Whose session a request's cookies were, where it is over: so that what they sent too late can be kept for them. */
  lapsed(cookies: string | null): Promise<string | null>;
  /** Starts a session and returns the cookie to set. */
  start(tx: Transaction, session: Omit<Session, "id" | "createdAt" | "lastSeenAt">): Promise<string>;
  /** Goes on with a session under a new token, and returns the cookie to set: the old token is dead. */
  renew(tx: Transaction, session: Session, change: Partial<Pick<Session, "factorAt" | "ods">>): Promise<string>;
  end(tx: Transaction, id: string): Promise<void>;
  /** Ends every session of a person, but for one that is named. */
  endAll(tx: Transaction, personId: string, but?: string): Promise<void>;
  /** Ends every session in which somebody acts for a trust. */
  endOfTrust(tx: Transaction, ods: string): Promise<void>;
  /** The cookie that clears a session's. */
  blank(): string;
  /** Those of a person that are going on, the latest first. */
  list(personId: string, queries?: Queries): Promise<Session[]>;
  /** Deletes the sessions that are over. */
  purge(): Promise<void>;
}

/** The cookie holds 32 random bytes; the database, and Lucia, only ever see their SHA-256. */
const TOKEN_BYTES = 32;
/** A request is noted if the last one noted is older, so that a page and what it loads are one write. */
const NOTED_EVERY_MS = 10_000;
/** How long a session that is over still tells whose late form one is. */
const REMEMBERED_MS = 24 * 60 * 60_000;

export function openSessions(database: Database, { secure, clock }: { secure: boolean; clock: Clock }): Sessions {
  // `__Host-` pins the cookie to this host over HTTPS; browsers refuse the prefix without it.
  const name = secure ? "__Host-sid" : "sid";
  const luciaWith = (adapter: Adapter) =>
    new Lucia(adapter, {
      sessionExpiresIn: new TimeSpan(ABSOLUTE_MS, "ms"),
      sessionCookie: { name, attributes: { secure, sameSite: "lax", path: "/" } },
      getSessionAttributes: (attributes) => attributes,
    });
  const lucia = luciaWith(reading(database, clock));
  const luciaOn = (tx: Transaction) => luciaWith(writing(tx, clock));
  const idOf = (cookies: string | null) => {
    const token = readCookie(cookies ?? "", name);
    return token === null ? null : fingerprint(token);
  };

  async function look(cookies: string | null): Promise<Session | null> {
    const id = idOf(cookies);
    if (id === null) return null;
    const { session } = await lucia.validateSession(id);
    return session && { ...attributesOf(session), id, personId: session.userId };
  }

  async function begin(tx: Transaction, personId: string, attributes: Attributes): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString("base64url");
    await luciaOn(tx).createSession(personId, attributes, { sessionId: fingerprint(token) });
    return lucia.createSessionCookie(token).serialize();
  }

  return {
    async of(cookies) {
      const session = await look(cookies);
      return session && { ...session, lastSeenAt: await noteSeen(database, session, clock.now()) };
    },
    look,
    async lapsed(cookies) {
      const id = idOf(cookies);
      const row = id === null ? null : await database.session.findUnique({ where: { id } });
      return row !== null && row.factorAt !== null && lifeLeft(row, clock.now()) <= 0 ? row.personId : null;
    },
    start(tx, { personId, factorAt, ods, agent }) {
      const now = clock.now();
      return begin(tx, personId, { createdAt: now, lastSeenAt: now, factorAt, ods, agent });
    },
    async renew(tx, session, change) {
      if ((await tx.session.count({ where: { id: session.id } })) === 0) throw new SessionEnded();
      await luciaOn(tx).invalidateSession(session.id);
      return begin(tx, session.personId, { ...attributesOf(session), ...change, lastSeenAt: clock.now() });
    },
    end: (tx, id) => luciaOn(tx).invalidateSession(id),
    async endAll(tx, personId, but) {
      await tx.session.deleteMany({ where: { personId, id: { not: but ?? "" } } });
    },
    async endOfTrust(tx, ods) {
      await tx.session.deleteMany({ where: { ods } });
    },
    blank: () => lucia.createBlankSessionCookie().serialize(),
    async list(personId, queries = database) {
      const rows = await queries.session.findMany({ where: { personId }, orderBy: { lastSeenAt: "desc" } });
      return rows.filter((row) => lifeLeft(row, clock.now()) > 0);
    },
    async purge() {
      const before = new Date(clock.now().getTime() - ABSOLUTE_MS - REMEMBERED_MS);
      await write(database, (tx) => tx.session.deleteMany({ where: { createdAt: { lt: before } } }));
    },
  };
}

function attributesOf({ createdAt, lastSeenAt, factorAt, ods, agent }: Attributes): Attributes {
  return { createdAt, lastSeenAt, factorAt, ods, agent };
}

/**
 * Notes a request, and returns which the session now goes by. Not worth failing a request for: where the database is
 * busy, the next is noted.
 */
async function noteSeen(db: Database, { id, lastSeenAt }: Session, now: Date): Promise<Date> {
  if (now.getTime() - lastSeenAt.getTime() < NOTED_EVERY_MS) return lastSeenAt;
  // Only ever forwards: of two requests at once, the later stands.
  const later = { where: { id, lastSeenAt: { lt: now } }, data: { lastSeenAt: now } };
  return write(db, (tx) => tx.session.updateMany(later)).then(
    () => now,
    () => lastSeenAt,
  );
}

/** Names are compared as sent: decoding them would let `%73id` stand in for `sid`. */
function readCookie(header: string, name: string): string | null {
  for (const pair of header.split(";")) {
    const equals = pair.indexOf("=");
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim() || null;
  }
  return null;
}

/**
 * Lucia asks the system's clock and stretches a session past its half-life. Ours goes by the clock it was opened with and
 * is never stretched: Lucia is handed the time that is left, and its wish to lengthen it, or to delete what is over, falls
 * on deaf ears.
 */
function reading(queries: Queries, clock: Clock): Adapter {
  const asSession = ({ id, personId, ...attributes }: Session): DatabaseSession => ({
    id,
    userId: personId,
    expiresAt: new Date(Date.now() + lifeLeft(attributes, clock.now())),
    attributes: attributesOf(attributes),
  });
  return {
    async getSessionAndUser(id) {
      const row = await queries.session.findUnique({ where: { id } });
      return row === null ? [null, null] : [asSession(row), { id: row.personId, attributes: {} }];
    },
    async getUserSessions(personId) {
      return (await queries.session.findMany({ where: { personId } })).map(asSession);
    },
    async setSession() {},
    async updateSessionExpiration() {},
    async deleteSession() {},
    async deleteUserSessions() {},
    async deleteExpiredSessions() {},
  };
}

function writing(tx: Transaction, clock: Clock): Adapter {
  return {
    ...reading(tx, clock),
    async setSession({ id, userId, attributes }) {
      await tx.session.create({ data: { id, personId: userId, ...attributesOf(attributes) } });
    },
    async deleteSession(id) {
      await tx.session.deleteMany({ where: { id } });
    },
    async deleteUserSessions(personId) {
      await tx.session.deleteMany({ where: { personId } });
    },
  };
}
