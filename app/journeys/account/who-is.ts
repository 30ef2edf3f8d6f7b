import { type Entrant, findEntrant, findPerson } from "../../db/people";
import type { Person } from "../../domain/people/person";
import type { Session } from "../../platform/sessions";
import type { Context } from "../context";

export type { Entrant };

export type Who =
  | { readonly kind: "nobody" }
  /** The password was given and nothing else: a visitor, but for the pages on which the second factor is given. */
  | { readonly kind: "pending"; readonly session: Session }
  | { readonly kind: "signed in"; readonly session: Session; readonly person: Person };

const NOBODY: Who = { kind: "nobody" };

/**
 * Whose session a request carries. Whoever's access was ended is nobody from their next request on. `notes` is whether
 * the request counts as using the session, which then lasts longer.
 */
export async function whoIs({ db, sessions }: Context, cookies: string | null, notes = true): Promise<Who> {
  const session = notes ? await sessions.of(cookies) : await sessions.look(cookies);
  if (session === null) return NOBODY;
  const person = await findPerson(db, session.personId, session.ods);
  if (person === null) return NOBODY;
  return session.factorAt === null ? { kind: "pending", session } : { kind: "signed in", session, person };
}

/** Somebody who is half-way in: with the password given, and a second factor to be given or set up. */
export async function entrant({ db }: Context, personId: string): Promise<Entrant | null> {
  return findEntrant(db, personId);
}
