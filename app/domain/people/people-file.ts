import type { CsvCell } from "../returns/csv";
import { type Account, STANDINGS, standingOf } from "./account";
import { ROLE_IN_WORDS } from "./person";

const HEADINGS = [
  "Name",
  "Email address",
  "Role",
  "ODS code",
  "Trust",
  "Access of the trust",
  "State",
  "Invited at (UTC)",
  "Invitation expires at (UTC)",
  "Access ended at (UTC)",
  "Last sign-in at (UTC)",
  "Authenticator",
  "Passkeys",
] as const;

/**
 * Everybody who may, might or once might sign in, for a review of access: a row for each role that somebody has, so that
 * who acts for two trusts has two, and one that says so for somebody who has none. Instants are ISO 8601 in UTC.
 *
 * Source: security specification, R35. Example: a signatory of ZD01 reads `…,Signatory,ZD01,First Trust,open,Active,…`.
 */
export function peopleFile(accounts: readonly Account[], now: Date): CsvCell[][] {
  return [[...HEADINGS], ...accounts.flatMap((account) => rowsOf(account, now))];
}

function rowsOf(account: Account, now: Date): CsvCell[][] {
  const { name, email, invitation, endedAt, lastSignInAt, hasAuthenticator, passkeys } = account;
  return rolesOf(account).map((role) => [
    name,
    email,
    ...role,
    STANDINGS[standingOf(account, now)],
    instant(invitation?.sentAt),
    instant(invitation?.expiresAt),
    instant(endedAt),
    instant(lastSignInAt),
    hasAuthenticator ? "yes" : "no",
    passkeys,
  ]);
}

/** Role, code and name of the trust, and whether the trust has access. */
function rolesOf({ foundationRole, places }: Account): CsvCell[][] {
  if (foundationRole !== null) return [[ROLE_IN_WORDS[foundationRole], null, null, null]];
  if (places.length === 0) return [["None", null, null, null]];
  return places.map(({ role, ods, name, isEnded }) => [ROLE_IN_WORDS[role], ods, name, isEnded ? "ended" : "open"]);
}

function instant(at: Date | null | undefined): string | null {
  return at?.toISOString() ?? null;
}
