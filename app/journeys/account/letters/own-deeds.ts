import { howToReach } from "../../../domain/people/help";
import { maskedAddress } from "../../../domain/people/masked-address";
import { paths } from "../../../paths";
import type { Context } from "../../context";
import { facts, whenAndWhere } from "./facts";

/** What was done by whoever was signed in to an account, or had its password or a link: its owner, if all is well. */
export type OwnDeed =
  | { readonly about: "password changed" | "password reset" }
  | { readonly about: "authenticator replaced" }
  | { readonly about: "recovery code used"; readonly left: number }
  | { readonly about: "recovery codes renewed" }
  | { readonly about: "passkey added" | "passkey removed"; readonly name: string }
  | { readonly about: "email change asked" | "email changed"; readonly to: string }
  | { readonly about: "second-factor help asked"; readonly forTrust: boolean };

/** What the owner is told, at the address that the account has, or had until now. */
export function ownDeedInWords(deed: OwnDeed, account: string, context: Context) {
  const reach = howToReach(context.help);
  const words = wordsOf(deed, context.publicOrigin, reach);
  const { subject, says, next = [], ifNotYou = `If you did not do this, ${reach} straight away.` } = words;
  return { subject, says: [...says, facts({ Account: account, ...whenAndWhere(context) }), ...next, ifNotYou] };
}

interface Words {
  readonly subject: string;
  readonly says: readonly string[];
  /** What comes next, or can be done next. */
  readonly next?: readonly string[];
  readonly ifNotYou?: string;
}

function wordsOf(deed: OwnDeed, origin: string, reach: string): Words {
  switch (deed.about) {
    case "password changed":
      return {
        subject: "Your password was changed",
        says: ["The password of your Zero to Two account was changed, and every other browser was signed out."],
      };
    case "password reset":
      return {
        subject: "Your password was reset",
        says: [
          "A new password was set for your Zero to Two account through “I have forgotten my password”, and every browser was signed out. A code from your authenticator app, or a passkey, is needed to sign in, as before.",
        ],
      };
    case "authenticator replaced":
      return {
        subject: "Your authenticator app was replaced",
        says: [
          "A new authenticator app was set up for your Zero to Two account, with new recovery codes. The old app and the old recovery codes no longer work.",
        ],
      };
    case "recovery code used":
      return {
        subject: "A recovery code was used",
        says: [
          `A recovery code was used for your Zero to Two account in place of a code from your authenticator app. You have ${deed.left === 0 ? "none" : deed.left} left.`,
        ],
        next: [
          `If you have a new phone, set up your authenticator app on it, which also gives you new recovery codes: ${origin}${paths.account.authenticator()}`,
        ],
      };
    case "recovery codes renewed":
      return {
        subject: "You have new recovery codes",
        says: ["New recovery codes were made for your Zero to Two account. The old ones no longer work."],
      };
    case "passkey added":
      return {
        subject: "A passkey was added",
        says: [`The passkey “${deed.name}” was added to your Zero to Two account.`],
      };
    case "passkey removed":
      return {
        subject: "A passkey was removed",
        says: [`The passkey “${deed.name}” was removed from your Zero to Two account.`],
      };
    case "email change asked":
      return {
        subject: "Somebody asked to change your email address",
        says: [
          `Somebody, probably you, asked to sign in to your Zero to Two account with ${maskedAddress(deed.to)} from now on. Nothing changes until that address is confirmed.`,
        ],
        ifNotYou: `If it was not you, somebody else is signed in to your account: change your password at ${origin}${paths.account.password()} to sign them out, then ${reach}.`,
      };
    case "email changed":
      return {
        subject: "Your email address was changed",
        says: [
          `You now sign in to Zero to Two with ${maskedAddress(deed.to)}, and emails go there. This is the last one to this address.`,
        ],
      };
    case "second-factor help asked":
      return {
        subject: "We have your request for help with signing in",
        says: [
          "Somebody, probably you, gave the password of your Zero to Two account and asked the Foundation for help, having neither the authenticator app nor a recovery code.",
        ],
        next: [
          [
            "What happens next:",
            "1. The Foundation makes sure that it is you. It telephones only on a number that it knew before.",
            "2. Once two people of the Foundation have agreed, an email brings you a link to set up your password and your authenticator app again. Until then your account stays as it is.",
          ].join("\n"),
          `If you find one of your recovery codes, you can sign in with it at any time: ${origin}${paths.account.signIn()}`,
          ...(deed.forTrust
            ? [
                "A colleague with an account can go on with your trust’s return meanwhile. If it is due soon, say so in an answer to this email.",
              ]
            : []),
        ],
        ifNotYou: `If you did not ask for this, somebody else knows your password: set a new one at ${origin}${paths.account.forgottenPassword()}, then ${reach}.`,
      };
  }
}
