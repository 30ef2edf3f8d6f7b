import { type FoundationRole, type Place, ROLE_IN_WORDS } from "./person";

/**
 * Somebody who was let in, as those see it who say who may sign in. Nothing of it lets anybody sign in: there is no
 * password here, no code and no link.
 */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly jobTitle: string;
  /** Null for the people of trusts, whose roles stand with their trusts. */
  readonly foundationRole: FoundationRole | null;
  readonly places: readonly AccountPlace[];
  /** The latest invitation, as long as it was not accepted. */
  readonly invitation: Invited | null;
  readonly hasPassword: boolean;
  readonly hasAuthenticator: boolean;
  readonly passkeys: number;
  readonly lastSignInAt: Date | null;
  /** When they asked for help because they cannot give a code; null once they have signed in or a reset was started. */
  readonly helpAskedAt: Date | null;
  /** When their access was ended; null while it was not. */
  readonly endedAt: Date | null;
}

export interface AccountPlace extends Place {
  /** Whether the access of the whole trust was ended. */
  readonly isEnded: boolean;
}

export interface Invited {
  readonly sentAt: Date;
  readonly expiresAt: Date;
}

/** How an account stands, in the order in which pages list it. */
export const STANDINGS = {
  active: "Active",
  "set-up": "Authenticator app not yet set up",
  invited: "Invited",
  expired: "Invitation expired",
  closed: "Invitation closed",
  "no-trust": "No trust to act for",
  ended: "Access ended",
} as const;

export type Standing = keyof typeof STANDINGS;

/**
 * How an account stands at an instant; what keeps somebody out comes first. One who has no password was invited, or sent
 * an invitation anew after a reset: `expired` where its time is over, `closed` where it was made void, by ten wrong codes
 * or as their access was ended. Somebody of a trust whose trusts were all taken from them, or have all had their access
 * ended, has nothing to sign in for.
 *
 * Example: without a password, and with an invitation until 30 November, it is `invited` on the 29th and `expired` on
 * the 30th, at the hour at which it was sent.
 */
export function standingOf(account: Account, now: Date): Standing {
  const { endedAt, foundationRole, places, hasPassword, hasAuthenticator, invitation } = account;
  if (endedAt !== null) return "ended";
  if (foundationRole === null && places.every(({ isEnded }) => isEnded)) return "no-trust";
  if (!hasPassword) {
    if (invitation === null) return "closed";
    return invitation.expiresAt > now ? "invited" : "expired";
  }
  return hasAuthenticator ? "active" : "set-up";
}

const HELP_IS_ASKED_MS = 7 * 24 * 60 * 60_000;

/** From when on requests for help are still open at an instant: seven days before it. */
export function helpOpenSince(now: Date): Date {
  return new Date(now.getTime() - HELP_IS_ASKED_MS);
}

/** When somebody asked for help that they still wait for; null where they do not. Nobody waits longer than seven days. */
export function waitsForHelpSince({ helpAskedAt, endedAt }: Account, now: Date): Date | null {
  return helpAskedAt !== null && endedAt === null && helpAskedAt > helpOpenSince(now) ? helpAskedAt : null;
}

/** What somebody may act as, each role on its own: `Foundation staff`, or `First Trust (ZD01), as signatory`. */
export function rolesInWords({ foundationRole, places }: Pick<Account, "foundationRole" | "places">): string[] {
  if (foundationRole !== null) return [ROLE_IN_WORDS[foundationRole]];
  return places.map(({ name, ods, role }) => `${name} (${ods}), as ${ROLE_IN_WORDS[role].toLowerCase()}`);
}

/** Example: `Authenticator app, 2 passkeys`; `None` where there is neither. */
export function factorsInWords({ hasAuthenticator, passkeys }: Pick<Account, "hasAuthenticator" | "passkeys">): string {
  const listed = [
    ...(hasAuthenticator ? ["authenticator app"] : []),
    ...(passkeys === 0 ? [] : [`${passkeys} ${passkeys === 1 ? "passkey" : "passkeys"}`]),
  ].join(", ");
  return listed === "" ? "None" : listed.charAt(0).toUpperCase() + listed.slice(1);
}
