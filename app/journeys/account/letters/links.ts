import { formatMoment } from "../../../domain/calendar/day";
import { howToReach } from "../../../domain/people/help";
import { type FoundationRole, ROLE_IN_WORDS, WHAT_A_ROLE_CAN_DO } from "../../../domain/people/person";
import { paths } from "../../../paths";
import type { Context } from "../../context";
import { facts, whenAndWhere } from "./facts";
import { type PlaceWithReturns, placeInALine } from "./places";

export type LinkLetter = InvitationLetter | { readonly about: "password" | "email"; readonly token: string };

interface InvitationLetter {
  readonly about: "invitation";
  readonly token: string;
  readonly code: string;
  readonly expiresAt: Date;
  readonly to: { readonly role: FoundationRole } | { readonly places: readonly PlaceWithReturns[] };
  /** Whether it lets somebody in again whose account was reset, rather than for the first time. */
  readonly afterReset: boolean;
}

/** What is sent to an address with a link. */
export function linkInWords(link: LinkLetter, address: string, context: Context) {
  const origin = context.publicOrigin;
  const reach = howToReach(context.help);
  switch (link.about) {
    case "invitation":
      return link.afterReset ? setUpAgain(link, address, context) : invited(link, address, context);
    case "password":
      return {
        subject: "Set a new password",
        says: [
          "Somebody, probably you, asked for a new password for your Zero to Two account.",
          facts({ Account: address, ...whenAndWhere(context) }),
          `Set it here: ${origin}${paths.account.newPassword(link.token)}`,
          "The link works once, within an hour. You will still need a code from your authenticator app, or a passkey, to sign in.",
          `If you did not ask for it, you need do nothing: your password stays as it is. If it happens again, ${reach}.`,
        ],
      };
    case "email":
      return {
        subject: "Confirm your new email address",
        says: [
          "Somebody, probably you, asked to sign in to Zero to Two with this address from now on.",
          facts({ "New address": address, ...whenAndWhere(context) }),
          `Confirm it here, while you are signed in: ${origin}${paths.account.newEmail(link.token)}`,
          "The link works once, within an hour.",
          `If you did not ask for it, you need do nothing: without your help nobody can use this address. If it happens again, ${reach}.`,
        ],
      };
  }
}

function invited(link: InvitationLetter, address: string, context: Context) {
  const { to } = link;
  const [only, ...more] = "places" in to ? to.places : [];
  return {
    subject: only !== undefined && more.length === 0 ? `Set up your account for ${only.name}` : "Set up your account",
    says: [
      "The Parent-Infant Foundation invites you to Zero to Two, its yearly survey of how many children aged 0–2 the mental health trusts of England see.",
      "role" in to
        ? `You will be ${ROLE_IN_WORDS[to.role]}: you can ${WHAT_A_ROLE_CAN_DO[to.role]}.`
        : ["You are to act for:", ...to.places.map((place) => `- ${placeInALine(place)}`)].join("\n"),
      ...howToSetUp(link, address, context.publicOrigin),
      `If you are not the right person, or did not expect this, please ${howToReach(context.help)}, so that we can ask the right person.`,
    ],
  };
}

function setUpAgain(link: InvitationLetter, address: string, context: Context) {
  return {
    subject: "Set up your sign-in again",
    says: [
      "Two people of the Parent-Infant Foundation have agreed to reset how you sign in to Zero to Two. Until you set it up again, nobody can sign in to your account.",
      ...howToSetUp(link, address, context.publicOrigin),
      `If you did not ask for this, somebody may be pretending to be you: ${howToReach(context.help)} straight away.`,
    ],
  };
}

function howToSetUp({ token, code, expiresAt }: InvitationLetter, address: string, origin: string): string[] {
  return [
    [
      `1. Open this link: ${origin}${paths.account.invitation(token)}`,
      `2. Enter this code: ${code.slice(0, 3)} ${code.slice(3)}`,
      "3. Choose a password, and set up an app that shows codes, such as Microsoft Authenticator, Google Authenticator or the Passwords app of an iPhone.",
    ].join("\n"),
    "It takes about five minutes. Have your phone ready.",
    facts({ "You will sign in with": address, "The link works once, until": formatMoment(expiresAt.getTime()) }),
  ];
}
