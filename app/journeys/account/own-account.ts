import { findOwnAccount, type OwnAccount } from "../../db/own-account";
import type { Context } from "../context";

export type { OwnAccount };

/** How somebody signs in, for themselves to see. */
export function ownAccount({ db }: Context, { id }: { id: string }): Promise<OwnAccount> {
  return findOwnAccount(db, id);
}
