import { z } from "zod";
import { findAccountOf } from "../../db/accounts";
import { savePerson } from "../../db/people";
import { write } from "../../db/write";
import { paths } from "../../paths";
import { makeInvitation } from "../account/invitation";
import type { Context } from "../context";
import { record } from "../record";

const address = z.email().max(254);

export type MadeAdmin =
  | {
      readonly ok: true;
      readonly email: string;
      /** What brings somebody in: the link, and the code they type in beside it. */
      readonly link: string;
      readonly code: string;
      readonly expiresAt: Date;
    }
  | { readonly ok: false; readonly problem: string };

/**
 * Makes the first admin of an installation, or lets one who has lost everything set up the account anew. No letter goes
 * out: whoever may run commands on the machine is given the invitation. Until it is accepted an account stays as it is.
 */
export async function makeAdmin(context: Context, typed: string): Promise<MadeAdmin> {
  const email = address.safeParse(typed.trim().toLowerCase());
  if (!email.success) return { ok: false, problem: "Give one email address, as in name@example.org." };
  return write(context.db, async (tx): Promise<MadeAdmin> => {
    const known = await findAccountOf(tx, email.data);
    if (known !== null && (known.foundationRole !== "admin" || known.endedAt !== null)) {
      const problem = `${email.data} has an account already, and it is not that of an admin who may sign in.`;
      return { ok: false, problem };
    }
    const newcomer = { email: email.data, name: email.data, role: "admin", jobTitle: "", passwordHash: null } as const;
    const id = known?.id ?? (await savePerson(tx, newcomer));
    const { token, code, expiresAt } = await makeInvitation(tx, context, id);
    await record(tx, context, { by: null, did: "admin-made", about: id, detail: { known: known !== null } });
    const link = `${context.publicOrigin}${paths.account.invitation(token)}`;
    return { ok: true, email: email.data, link, code, expiresAt };
  });
}
