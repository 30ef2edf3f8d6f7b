import { countOtherAdmins, findAccount, removeMembership, setFoundationRole } from "../../db/accounts";
import { saveMembership } from "../../db/people";
import { write } from "../../db/write";
import type { Admin, FoundationRole, TrustRole } from "../../domain/people/person";
import type { Context } from "../context";
import { record } from "../record";
import { type Changed, DONE, NOBODY, refusal } from "./changed";
import { giveTrust } from "./give-trust";

// Whoever's role changes is signed out everywhere: no session outlives what it was begun as.

export interface TrustChange {
  readonly ods: string;
  readonly role: TrustRole;
}

const NOT_THEIRS = refusal("They do not act for that trust any more. See below how it stands now.");

/** As what somebody acts for one of their trusts. */
export async function changeTrustRole(context: Context, by: Admin, id: string, to: TrustChange): Promise<Changed> {
  const { ods, role } = to;
  return write(context.db, async (tx) => {
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
    return DONE;
  });
}

export async function addTrust(context: Context, by: Admin, id: string, { ods, role }: TrustChange): Promise<Changed> {
  return write(context.db, async (tx) => {
    const account = await findAccount(tx, id);
    return account === null ? NOBODY : giveTrust(tx, context, by, { account, ods, role });
  });
}

/** Somebody acts for a trust no longer. */
export async function takeTrust(context: Context, by: Admin, id: string, ods: string): Promise<Changed> {
  return write(context.db, async (tx) => {
    if ((await findAccount(tx, id)) === null) return NOBODY;
    if (!(await removeMembership(tx, id, ods))) return DONE;
    await context.sessions.endAll(tx, id);
    await record(tx, context, { by, did: "trust-taken", about: id, trust: ods });
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
  return write(context.db, async (tx) => {
    const account = await findAccount(tx, id);
    if (account === null) return NOBODY;
    const { name, foundationRole } = account;
    if (foundationRole === null) {
      return refusal(`${name} acts for a trust, and nobody who does can be of the Foundation.`);
    }
    if (foundationRole === role) return DONE;
    if (foundationRole === "admin" && (await countOtherAdmins(tx, id)) === 0) {
      return refusal(`${name} is the last admin who can sign in. Make somebody else an admin first.`);
    }
    await setFoundationRole(tx, id, role);
    await context.sessions.endAll(tx, id);
    await record(tx, context, { by, did: "role-changed", about: id, detail: { from: foundationRole, to: role } });
    return DONE;
  });
}
