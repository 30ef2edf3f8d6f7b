import { findPerson } from "../../db/people";
import type { Person } from "../../domain/people/person";
import type { Context } from "../context";

/** The person whose session a request carries; null for a visitor, and for someone whose access was ended. */
export async function whoIs(context: Context, cookies: string | null): Promise<Person | null> {
  const personId = await context.sessions.personIdOf(cookies);
  return personId === null ? null : findPerson(context.db, personId);
}
