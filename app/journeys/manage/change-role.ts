import { findAccount, removeMembership, setFoundationRole } from "../../db/accounts";
import { saveMembership } from "../../db/people";
import type { Admin, FoundationRole, TrustRole } from "../../domain/people/person";
import { queueAccessLetter } from "../account/letters";
import type { Context } from "../context";
import { record } from "../record";
import { type Changed, DONE, NOBODY, refusal } from "./changed";
import { giveTrust } from "./give-trust";
import { writeAs } from "./write-as";

// Whoever's role changes is signed out everywhere, since no session outlives what it was begun as, and is told by letter.

export interface TrustChange {
  readonly ods: string;
  readonly role: TrustRole;
}

const NOT_THEIRS = refusal("They do not act for that trust any more. See below how it stands now.");

/** As what somebody acts for one of their trusts. */
export async function changeTrustRole(context: Context, by: Admin, id: string, to: TrustChange): Promise<Changed> {
  const { ods, role } = to;
  return writeAs(context, by, async (tx) => {
    const account = await findAccount(tx, id);
    if (account === null) return NOBODY;
    const place = account.places.find((one) => one.ods === ods);
    if (place === undefined) return NOT_THEIRS;
    if (place.role === role) return DONE;
    await saveMembership(tx, id, ods, role);
    await context.sessions.endAll(tx, id);
    await record(tx, context, {
      by,
      did: "role-changed",
      about: id,
      trust: ods,
      detail: { from: place.role, to: role },
    });
    await queueAccessLetter(tx, context, account, { about: "role changed", role, trust: place.name });
    return DONE;
  });
}

export async function addTrust(context: Context, by: Admin, id: string, { ods, role }: TrustChange): Promise<Changed> {
  return writeAs(context, by, async (tx) => {
    const account = await findAccount(tx, id);
    return account === null ? NOBODY : giveTrust(tx, context, by, { account, ods, role });
  });
}

/** Somebody acts for a trust no longer. */
export async function takeTrust(context: Context, by: Admin, id: string, ods: string): Promise<Changed> {
  return writeAs(context, by, async (tx) => {
    const account = await findAccount(tx, id);
    if (account === null) return NOBODY;
    const place = account.places.find((one) => one.ods === ods);
    if (place === undefined || !(await removeMembership(tx, id, ods))) return DONE;
    await context.sessions.endAll(tx, id);
    await record(tx, context, { by, did: "trust-taken", about: id, trust: ods });
    const others = account.places.filter((one) => one !== place && !one.isEnded).map(({ name }) => name);
    await queueAccessLetter(tx, context, account, { about: "trust taken", trust: place.name, others });
    return DONE;
  });
}

/** Makes an admin of somebody of the staff, or the other way round. */
export async function changeFoundationRole(
  context: Context,
  by: Admin,
  id: string,
  role: FoundationRole,
): Promise<Changed> {
  if (by.id === id) return refusal("You cannot change your own role. Ask another admin to do it.");
  return writeAs(context, by, async (tx) => {
    const account = await findAccount(tx, id);
    if (account === null) return NOBODY;
    const { name, foundationRole } = account;
    if (foundationRole === null) {
      return refusal(`${name} acts for a trust, and nobody who does can be of the Foundation.`);
    }
    if (foundationRole === role) return DONE;
    await setFoundationRole(tx, id, role);
    await context.sessions.endAll(tx, id);
    await record(tx, context, { by, did: "role-changed", about: id, detail: { from: foundationRole, to: role } });
    await queueAccessLetter(tx, context, account, { about: "role changed", role, trust: null });
    return DONE;
  });
}
