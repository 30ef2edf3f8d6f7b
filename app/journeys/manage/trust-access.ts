import { peopleOfTrust } from "../../db/people";
import { findTrustAccess, setTrustEnded } from "../../db/trusts";
import type { Admin } from "../../domain/people/person";
import { queueAccessLetter } from "../account/letters";
import type { Context } from "../context";
import { record } from "../record";
import { type Changed, DONE, NOBODY } from "./changed";
import { writeAs } from "./write-as";

/** Ends the access of a whole trust: whoever is acting for it is signed out, nobody can until it is given back, and all who could are told. */
export async function endTrustAccess(context: Context, by: Admin, ods: string): Promise<Changed> {
  return writeAs(context, by, async (tx) => {
    const trust = await findTrustAccess(tx, ods);
    if (trust === null) return NOBODY;
    if (!(await setTrustEnded(tx, ods, context.clock.now()))) return DONE;
    await context.sessions.endOfTrust(tx, ods);
    await record(tx, context, { by, did: "trust-access-ended", about: ods, trust: ods });
    for (const { others, ...person } of await peopleOfTrust(tx, ods)) {
      await queueAccessLetter(tx, context, person, { about: "trust ended", trust: trust.name, others });
    }
    return DONE;
  });
}

/** Gives it back to everybody who had it. */
export async function restoreTrustAccess(context: Context, by: Admin, ods: string): Promise<Changed> {
  return writeAs(context, by, async (tx) => {
    const trust = await findTrustAccess(tx, ods);
    if (trust === null) return NOBODY;
    if (!(await setTrustEnded(tx, ods, null))) return DONE;
    await record(tx, context, { by, did: "trust-access-restored", about: ods, trust: ods });
    for (const person of await peopleOfTrust(tx, ods)) {
      await queueAccessLetter(tx, context, person, { about: "trust restored", trust: trust.name });
    }
    return DONE;
  });
}
