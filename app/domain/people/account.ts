import type { FoundationRole, Place } from "./person";

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
  "set-up": "Second factor not yet set up",
  invited: "Invited",
  expired: "Invitation expired",
  "no-trust": "No trust to act for",
  ended: "Access ended",
} as const;

export type Standing = keyof typeof STANDINGS;

/**
 * How an account stands at an instant; what keeps somebody out comes first. One who has no password was invited, or sent
 * an invitation anew after a reset: `expired` where no invitation is open any more. Somebody of a trust whose trusts were
 * all taken from them, or have all had their access ended, has nothing to sign in for.
 *
 * Example: without a password, and with an invitation until 30 November, it is `invited` on the 29th and `expired` on
 * the 30th, at the hour at which it was sent.
 */
export function standingOf(account: Account, now: Date): Standing {
  const { endedAt, foundationRole, places, hasPassword, hasAuthenticator, invitation } = account;
  if (endedAt !== null) return "ended";
  if (foundationRole === null && places.every(({ isEnded }) => isEnded)) return "no-trust";
  if (!hasPassword) return invitation !== null && invitation.expiresAt > now ? "invited" : "expired";
  return hasAuthenticator ? "active" : "set-up";
}

/** Example: `Authenticator, 2 passkeys`; `None` where there is neither. */
export function factorsInWords({ hasAuthenticator, passkeys }: Pick<Account, "hasAuthenticator" | "passkeys">): string {
  const listed = [
    ...(hasAuthenticator ? ["authenticator"] : []),
    ...(passkeys === 0 ? [] : [`${passkeys} ${passkeys === 1 ? "passkey" : "passkeys"}`]),
  ].join(", ");
  return listed === "" ? "None" : listed.charAt(0).toUpperCase() + listed.slice(1);
}
