import { randomBytes } from "node:crypto";
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from "lucia";
import type { Database } from "../db/client";
import { write } from "../db/write";
import { fingerprint } from "./fingerprint";

// The only file that knows Lucia, which is finished rather than growing: replacing it is replacing this file.

declare module "lucia" {
  interface Register {
    Lucia: Lucia;
  }
}

export interface Sessions {
  /** Starts a session and returns the cookie to set. */
  start(personId: string): Promise<string>;
  /** Who a request's cookies belong to; null when nobody, or no longer. */
  personIdOf(cookies: string | null): Promise<string | null>;
  /** Ends the session of a request's cookies and returns the cookie that clears it. */
  end(cookies: string | null): Promise<string>;
  /** Deletes the sessions that have expired. */
  purge(): Promise<void>;
}

const LIFETIME = new TimeSpan(12, "h");

/** The cookie holds 32 random bytes; the database, and Lucia, only ever see their SHA-256. */

export function openSessions(database: Database, { secure }: { secure: boolean }): Sessions {
  // `__Host-` pins the cookie to this host over HTTPS; browsers refuse the prefix without it.
  const name = secure ? "__Host-sid" : "sid";
  const lucia = new Lucia(adapterFor(database), {
    sessionExpiresIn: LIFETIME,
    sessionCookie: { name, attributes: { secure, sameSite: "lax", path: "/" } },
  });
  const tokenOf = (cookies: string | null) => readCookie(cookies ?? "", name);
  return {
    async start(personId) {
      const token = randomBytes(32).toString("base64url");
      await lucia.createSession(personId, {}, { sessionId: fingerprint(token) });
      return lucia.createSessionCookie(token).serialize();
    },
    async personIdOf(cookies) {
      const token = tokenOf(cookies);
      if (token === null) return null;
      const { user } = await lucia.validateSession(fingerprint(token));
      return user?.id ?? null;
    },
    async end(cookies) {
      const token = tokenOf(cookies);
      if (token !== null) await lucia.invalidateSession(fingerprint(token));
      return lucia.createBlankSessionCookie().serialize();
    },
    purge: () => lucia.deleteExpiredSessions(),
  };
}

/** Names are compared as sent: decoding them would let `%73id` stand in for `sid`. */
function readCookie(header: string, name: string): string | null {
  for (const pair of header.split(";")) {
    const equals = pair.indexOf("=");
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim() || null;
  }
  return null;
}

function adapterFor(database: Database): Adapter {
  const asSession = (row: { id: string; personId: string; expiresAt: Date }): DatabaseSession => ({
    id: row.id,
    userId: row.personId,
    expiresAt: row.expiresAt,
    attributes: {},
  });
  const asUser = (personId: string): DatabaseUser => ({ id: personId, attributes: {} });
  return {
    async getSessionAndUser(id) {
      const row = await database.session.findUnique({ where: { id } });
      return row === null ? [null, null] : [asSession(row), asUser(row.personId)];
    },
    async getUserSessions(personId) {
      return (await database.session.findMany({ where: { personId } })).map(asSession);
    },
    async setSession({ id, userId, expiresAt }) {
      await write(database, (tx) => tx.session.create({ data: { id, personId: userId, expiresAt } }));
    },
    async updateSessionExpiration(id, expiresAt) {
      await write(database, (tx) => tx.session.updateMany({ where: { id }, data: { expiresAt } }));
    },
    async deleteSession(id) {
      await write(database, (tx) => tx.session.deleteMany({ where: { id } }));
    },
    async deleteUserSessions(personId) {
      await write(database, (tx) => tx.session.deleteMany({ where: { personId } }));
    },
    async deleteExpiredSessions() {
      await write(database, (tx) => tx.session.deleteMany({ where: { expiresAt: { lte: new Date() } } }));
    },
  };
}
