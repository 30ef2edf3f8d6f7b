import { z } from "zod";
import { nameFault } from "./name-rules";
import { FOUNDATION_ROLES, type FoundationRole, TRUST_ROLES, type TrustRole } from "./person";

/** Who is to be invited, as it was typed. */
export interface InviteeTexts {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  /** The code of a trust; empty for the Foundation's people. */
  readonly trust: string;
}

export interface Invitee {
  /** One address, in lower case. */
  readonly email: string;
  readonly name: string;
  readonly as: InvitedAs;
}

export type InvitedAs =
  | { readonly of: "foundation"; readonly role: FoundationRole }
  | { readonly of: "trust"; readonly role: TrustRole; readonly ods: string };

export interface InviteeProblem {
  readonly field: keyof InviteeTexts;
  readonly message: string;
}

const address = z.email().max(254);
/** What could make two recipients of one, or a new line of a letter's head, even where it would be trimmed off. */
const NOT_IN_AN_ADDRESS = /[\p{Cc},;<>]/u;

/**
 * Reads who is to be invited: one plain address, a name of at most 120 characters on one line, and a role; a trust where
 * the role is a trust's, and none where it is the Foundation's. Whether there is such a trust is for the register to say.
 *
 * Source: security specification, F15. Example: the address ` Ann@Trust.NHS.UK ` reads `ann@trust.nhs.uk`, and
 * `ann@trust.nhs.uk, bob@trust.nhs.uk` is a problem.
 */
export function readInvitee(
  texts: InviteeTexts,
):
  | { readonly ok: true; readonly invitee: Invitee }
  | { readonly ok: false; readonly problems: readonly InviteeProblem[] } {
  const problems: InviteeProblem[] = [];
  const say = (field: keyof InviteeTexts, message: string) => problems.push({ field, message });
  const email = address.safeParse(texts.email.trim().toLowerCase());
  if (!email.success || NOT_IN_AN_ADDRESS.test(texts.email)) {
    say("email", "Enter one email address and nothing else, as in name@example.nhs.uk.");
  }
  const name = texts.name.trim();
  const fault = name === "" ? "Enter their name, as colleagues know it." : nameFault(name, "their name");
  if (fault !== null) say("name", fault);
  const as = invitedAs(texts.role, texts.trust.trim());
  if ("message" in as) problems.push(as);
  if (problems.length > 0 || "message" in as || !email.success) return { ok: false, problems };
  return { ok: true, invitee: { email: email.data, name, as } };
}

function invitedAs(chosen: string, ods: string): InvitedAs | InviteeProblem {
  const foundation = FOUNDATION_ROLES.find((role) => role === chosen);
  if (foundation !== undefined) {
    if (ods === "") return { of: "foundation", role: foundation };
    return {
      field: "trust",
      message: "You chose a trust and a role at the Foundation. Choose a role at the trust, or no trust.",
    };
  }
  const role = TRUST_ROLES.find((known) => known === chosen);
  if (role === undefined) return { field: "role", message: "Choose what they may do." };
  if (ods === "") return { field: "trust", message: "Choose the trust that they are to act for." };
  return { of: "trust", role, ods };
}
