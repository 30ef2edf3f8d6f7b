import { openDatabase } from "../../app/db/client";
import { write } from "../../app/db/write";
import { systemClock } from "../../app/platform/clock";
import { openSessions } from "../../app/platform/sessions";

/**
 * The cookie of somebody who has just signed in with a second factor, begun in the portal's own database as signing in
 * does it: a code of an authenticator is taken once, so that tests cannot sign in by hand as often as they need to.
 */
export async function sessionCookie(
  databaseUrl: string,
  email: string,
): Promise<{ name: string; value: string; ods: string | null }> {
  const db = await openDatabase(databaseUrl);
  const sessions = openSessions(db, { secure: false, clock: systemClock });
  const person = await db.person.findUniqueOrThrow({ where: { email }, select: { id: true, memberships: true } });
  const ods = person.memberships[0]?.ods ?? null;
  const session = { personId: person.id, factorAt: systemClock.now(), ods, agent: "Browser of the tests" };
  const cookie = await write(db, (tx) => sessions.start(tx, session));
  await db.$disconnect();
  const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
  return { name, value, ods };
}
