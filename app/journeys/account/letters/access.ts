import { howToReach } from "../../../domain/people/help";
import { ROLE_IN_WORDS, type Role, WHAT_A_ROLE_CAN_DO } from "../../../domain/people/person";
import { paths } from "../../../paths";
import type { Context } from "../../context";
import { facts, when } from "./facts";
import { type PlaceWithReturns, placeInALine } from "./places";

/** What the Foundation has changed about what somebody may do. Who of the Foundation did it stands in the audit log. */
export type AccessNews =
  | { readonly about: "trust added"; readonly place: PlaceWithReturns }
  | {
      readonly about: "role changed";
      readonly role: Role;
      /** Null where it is a role of the Foundation. */
      readonly trust: string | null;
    }
  | {
      readonly about: "trust taken" | "trust ended";
      readonly trust: string;
      /** The names of the trusts that they can still act for. */
      readonly others: readonly string[];
    }
  | { readonly about: "trust restored"; readonly trust: string }
  | { readonly about: "access ended" | "access restored" }
  | { readonly about: "reset" };

export function accessInWords(news: AccessNews, account: string, context: Context) {
  const reach = howToReach(context.help);
  const { subject, says, ifUnexpected } = wordsOf(news, context.publicOrigin, reach);
  const alarm = ifUnexpected ?? `If you did not expect this, or think that it is a mistake, ${reach}.`;
  return { subject, says: [...says, facts({ Account: account, ...when(context) }), alarm] };
}

interface Words {
  readonly subject: string;
  readonly says: readonly string[];
  readonly ifUnexpected?: string;
}

const KEPT = "Nothing that was saved or sent is lost.";

function wordsOf(news: AccessNews, origin: string, reach: string): Words {
  const signIn = `${origin}${paths.account.signIn()}`;
  switch (news.about) {
    case "trust added":
      return {
        subject: `You can now act for ${news.place.name}`,
        says: [
          "The Parent-Infant Foundation has let you act for another trust in Zero to Two:",
          `- ${placeInALine(news.place)}`,
          `Sign in as before, and choose for which trust: ${signIn}`,
        ],
      };
    case "role changed": {
      const as = ROLE_IN_WORDS[news.role];
      return {
        subject: news.trust === null ? "Your role has changed" : `Your role for ${news.trust} has changed`,
        says: [
          news.trust === null
            ? `Your role in Zero to Two was changed: you are now ${as}. You can ${WHAT_A_ROLE_CAN_DO[news.role]}.`
            : `The Parent-Infant Foundation has made you a ${as.toLowerCase()} for ${news.trust} in Zero to Two. You can ${WHAT_A_ROLE_CAN_DO[news.role]}.`,
          "If you were signed in, sign in again to go on.",
        ],
      };
    }
    case "trust taken":
      return {
        subject: `You no longer act for ${news.trust}`,
        says: [
          `The Parent-Infant Foundation has ended your access to ${news.trust} in Zero to Two. ${KEPT}`,
          whatIsLeft(news.others),
        ],
      };
    case "trust ended":
      return {
        subject: `Access has ended for ${news.trust}`,
        says: [
          `The Parent-Infant Foundation has ended the access of ${news.trust} to Zero to Two. Nobody can act for it there at the moment. ${KEPT}`,
          whatIsLeft(news.others),
        ],
      };
    case "trust restored":
      return {
        subject: `You can act for ${news.trust} again`,
        says: [
          `The Parent-Infant Foundation has given ${news.trust} back its access to Zero to Two. You can act for it as before.`,
          `Sign in: ${signIn}`,
        ],
      };
    case "access ended":
      return {
        subject: "Your access has ended",
        says: [
          `The Parent-Infant Foundation has ended your access to Zero to Two. You cannot sign in any more, and no link that we sent you works. ${KEPT}`,
        ],
      };
    case "access restored":
      return {
        subject: "You can sign in again",
        says: [
          "The Parent-Infant Foundation has given you back your access to Zero to Two. You sign in as before.",
          `Sign in: ${signIn}`,
        ],
      };
    case "reset":
      return {
        subject: "Your sign-in was reset",
        says: [
          "Two people of the Parent-Infant Foundation have agreed to reset how you sign in to Zero to Two. Your password, authenticator app, passkeys and recovery codes no longer work, and every browser was signed out. A second email has the link to set them up again.",
        ],
        ifUnexpected: `If you did not ask for this, somebody may be pretending to be you: ${reach} straight away.`,
      };
  }
}

function whatIsLeft(others: readonly string[]): string {
  if (others.length === 0) return "You have no other trust to act for, so you cannot sign in at the moment.";
  return ["You can still act for:", ...others.map((name) => `- ${name}`)].join("\n");
}
