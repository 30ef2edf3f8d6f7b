import { findAccount, findAccountOf, foundationBut } from "../../db/accounts";
import type { Transaction } from "../../db/client";
import { findPerson, savePerson } from "../../db/people";
import { findTrustAccess } from "../../db/trusts";
import { type Account, standingOf } from "../../domain/people/account";
import { type Invitee, type InviteeProblem, type InviteeTexts, readInvitee } from "../../domain/people/invitee";
import { type Admin, type FoundationRole, ROLE_IN_WORDS } from "../../domain/people/person";
import { sendInvitation } from "../account/invitation";
import { queueStaffLetter } from "../account/letters";
import type { Context } from "../context";
import { record } from "../record";
import { giveTrust } from "./give-trust";
import { sendAgain } from "./invite-again";
import { writeAs } from "./write-as";

export type Invited =
  /** They may come; where they have an account, they may act for one more trust. */
  | { readonly kind: "invited" | "added"; readonly id: string }
  | {
      readonly kind: "problems";
      readonly problems: readonly InviteeProblem[];
      /** Whose page to look at, where it is about somebody who is known already. */
      readonly about: { readonly id: string; readonly name: string } | null;
    };

/** Invites somebody by one letter. Of two forms that say the same, the second finds the first's effect and sends nothing. */
export async function invite(context: Context, by: Admin, typed: InviteeTexts): Promise<Invited> {
  const read = readInvitee(typed);
  if (!read.ok) return { kind: "problems", problems: read.problems, about: null };
  const { invitee } = read;
  return writeAs(context, by, async (tx) => {
    const known = await findAccountOf(tx, invitee.email);
    return known === null ? inviteNew(tx, context, by, invitee) : inviteKnown(tx, context, by, known, invitee);
  });
}

async function inviteNew(tx: Transaction, context: Context, by: Admin, { email, name, as }: Invitee): Promise<Invited> {
  const trust = as.of === "trust" ? await findTrustAccess(tx, as.ods) : null;
  if (as.of === "trust" && trust === null) return problem("trust", "Choose a trust from the list.");
  if (trust !== null && trust.endedAt !== null) {
    return problem("trust", `The access of ${trust.name} was ended. Give it back first, on the page of its people.`);
  }
  const { role } = as;
  const newcomer = { email, name, role, jobTitle: "", passwordHash: null };
  const id = await savePerson(tx, trust === null ? newcomer : { ...newcomer, trust: trust.ods });
  const person = await findPerson(tx, id);
  if (person === null) throw new Error("Somebody who was just added may do nothing.");
  await sendInvitation(tx, context, person);
  await record(tx, context, {
    by,
    did: "person-invited",
    about: id,
    ...(trust && { trust: trust.ods }),
    detail: { role },
  });
  if (as.of === "foundation")
    await tellTheOthers(tx, context, by, { person: { id, name, email, trustNames: [] }, role: as.role });
  return { kind: "invited", id };
}

/** Nobody joins the Foundation here unnoticed: whoever does can soon be the second person of a reset. */
async function tellTheOthers(
  tx: Transaction,
  context: Context,
  by: Admin,
  { person, role }: { person: { id: string; name: string; email: string; trustNames: string[] }; role: FoundationRole },
) {
  for (const other of await foundationBut(tx, [by.id])) {
    await queueStaffLetter(tx, context, other, { about: "foundation joined", person, role, invitedBy: by.name });
  }
}

async function inviteKnown(
  tx: Transaction,
  context: Context,
  by: Admin,
  known: Account,
  { as }: Invitee,
): Promise<Invited> {
  const { id, name } = known;
  const refuse = (field: InviteeProblem["field"], message: string) => problem(field, message, { id, name });
  if (known.endedAt !== null) {
    return refuse("email", `${name} had an account, and their access was ended. Give it back on their page.`);
  }
  if (as.of === "foundation") {
    const reason = whyNotAs(as.role, known);
    if (reason !== null) return refuse("email", reason);
  } else if (known.foundationRole !== null) {
    const reason = `${name} is of the Foundation, and nobody of the Foundation acts for a trust. Use another address for the trust.`;
    return refuse("email", reason);
  } else {
    const given = await giveTrust(tx, context, by, { account: known, ods: as.ods, role: as.role });
    if (given.kind === "problem") return refuse("trust", given.problem);
    if (known.hasPassword) return { kind: "added", id };
  }
  // What they were invited to is as it was, and no invitation is open any more.
  const latest = await findAccount(tx, id);
  const standing = latest && standingOf(latest, context.clock.now());
  if (standing === "expired" || standing === "closed") await sendAgain(tx, context, by, id);
  return { kind: "invited", id };
}

/** Nobody is made something else of the Foundation by an invitation: their page is for that. */
function whyNotAs(role: FoundationRole, { name, foundationRole, hasPassword }: Account): string | null {
  if (foundationRole === null) {
    return `${name} acts for a trust, and nobody who does can be of the Foundation. Use another address for the Foundation.`;
  }
  if (foundationRole === role && !hasPassword) return null;
  const as = ROLE_IN_WORDS[foundationRole];
  return hasPassword
    ? `${name} has an account already, as ${as}. Change what they may do on their page.`
    : `${name} was invited already, as ${as}. Change what they may do on their page.`;
}

function problem(field: InviteeProblem["field"], message: string, about: { id: string; name: string } | null = null) {
  return { kind: "problems", problems: [{ field, message }], about } as const;
}
