import { allAccounts, findAccount } from "../../db/accounts";
import { openResetOf, type Reset } from "../../db/resets";
import { findTrustAccess, type TrustAccess, trustNames } from "../../db/trusts";
import { type Account, type Standing, standingOf, waitsForHelpSince } from "../../domain/people/account";
import type { Context } from "../context";

export interface Listed extends Account {
  readonly standing: Standing;
}

export interface Trust {
  readonly ods: string;
  readonly name: string;
}

/** Everybody with an account or an invitation, by name, and the trusts that somebody might act for. */
export async function people({ db, clock }: Context): Promise<{ people: readonly Listed[]; trusts: readonly Trust[] }> {
  const [accounts, trusts] = await Promise.all([allAccounts(db), trustNames(db)]);
  const now = clock.now();
  return { people: accounts.map((account) => ({ ...account, standing: standingOf(account, now) })), trusts };
}

/** The trusts that somebody can be invited to act for. */
export async function trustChoices({ db }: Context): Promise<readonly Trust[]> {
  return trustNames(db);
}

export async function trustAccess({ db }: Context, ods: string): Promise<TrustAccess | null> {
  return findTrustAccess(db, ods);
}

export interface PersonFile {
  readonly account: Listed;
  /** When they asked for help with signing in, as long as they wait for it. */
  readonly askedForHelpAt: Date | null;
  /** A reset of their second factor that waits for a second person. */
  readonly reset: Reset | null;
  /** The trusts that they do not act for. */
  readonly otherTrusts: readonly Trust[];
}

export async function personFile({ db, clock }: Context, id: string): Promise<PersonFile | null> {
  const now = clock.now();
  const [account, reset, trusts] = await Promise.all([findAccount(db, id), openResetOf(db, id, now), trustNames(db)]);
  if (account === null) return null;
  const own = new Set(account.places.map(({ ods }) => ods));
  return {
    account: { ...account, standing: standingOf(account, now) },
    askedForHelpAt: waitsForHelpSince(account, now),
    reset,
    otherTrusts: trusts.filter(({ ods }) => !own.has(ods)),
  };
}
