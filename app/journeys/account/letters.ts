import type { Transaction } from "../../db/client";
import { queueLetter } from "../../db/outbox";
import { dayInLondon, formatDay } from "../../domain/calendar/day";
import { paths } from "../../paths";
import { newToken } from "../../platform/tokens";
import type { Context } from "../context";

/** What somebody is told by letter that was done to their account, so that they notice if it was not they who did it. */
export type AccountNews =
  | { readonly about: "password changed" }
  | { readonly about: "password reset" }
  | { readonly about: "authenticator replaced" }
  | { readonly about: "recovery code used"; readonly left: number }
  | { readonly about: "recovery codes renewed" }
  | { readonly about: "passkey added" | "passkey removed"; readonly name: string }
  | { readonly about: "email changed"; readonly to: string }
  | { readonly about: "access added"; readonly trustName: string }
  | { readonly about: "second factor reset" }
  | { readonly about: "second-factor help asked"; readonly name: string; readonly page: string }
  | { readonly about: "reset to approve"; readonly name: string; readonly startedBy: string };

interface Words {
  readonly subject: string;
  readonly says: string;
}

function wordsOf(news: AccountNews, { publicOrigin }: Context): Words {
  switch (news.about) {
    case "password changed":
      return { subject: "Your password was changed", says: "The password of your account was changed." };
    case "password reset":
      return {
        subject: "Your password was set anew",
        says: "A new password was set for your account through “Forgotten password”. You were signed out everywhere. The second factor is asked for as before.",
      };
    case "authenticator replaced":
      return {
        subject: "Your authenticator app was replaced",
        says: "A new authenticator app was set up for your account, and new recovery codes were made. The old ones no longer work.",
      };
    case "recovery code used":
      return {
        subject: "A recovery code was used",
        says: `A recovery code was used to sign in to your account. You have ${news.left} left. You can make new ones at ${publicOrigin}${paths.account.recoveryCodes()}`,
      };
    case "recovery codes renewed":
      return {
        subject: "You have new recovery codes",
        says: "New recovery codes were made for your account. The old ones no longer work.",
      };
    case "passkey added":
      return { subject: "A passkey was added", says: `The passkey “${news.name}” was added to your account.` };
    case "passkey removed":
      return { subject: "A passkey was removed", says: `The passkey “${news.name}” was removed from your account.` };
    case "email changed":
      return {
        subject: "Your email address was changed",
        says: `From now on you sign in with ${news.to}. This is the last letter to this address.`,
      };
    case "access added":
      return {
        subject: `You may now act for ${news.trustName}`,
        says: `The Foundation has let you act for ${news.trustName} as well. Sign in as before at ${publicOrigin}${paths.account.signIn()} and choose for which trust.`,
      };
    case "second factor reset":
      return {
        subject: "Your sign-in is being set up anew",
        says: "Two people of the Foundation have agreed to reset your second factor. Your password, authenticator app, passkeys and recovery codes no longer work. Another letter brings you a link with which you set them up again.",
      };
    case "second-factor help asked":
      return {
        subject: `${news.name} has lost the second factor`,
        says: `${news.name} gave the right password and says that neither the authenticator app nor a recovery code is to hand. Make sure that it is they, by telephone or in person, before you reset it. Two people of the Foundation have to agree: ${publicOrigin}${news.page}`,
      };
    case "reset to approve":
      return {
        subject: `A reset waits for a second person: ${news.name}`,
        says: `${news.startedBy} has started to reset the second factor of ${news.name}. It takes effect only if a second person of the Foundation approves it within 24 hours. Make sure that ${news.name} was telephoned on a number that was known before, then approve or cancel it: ${publicOrigin}${paths.manage.resets()}`,
      };
  }
}

const NOT_YOU = "If this was not you, tell the Foundation at once, by answering this letter.";

/** Queues a letter about an account, in the transaction of what it tells; once for each key. */
export async function queueAccountLetter(
  tx: Transaction,
  context: Context,
  { name, email }: { name: string; email: string },
  news: AccountNews,
  key = newToken(),
): Promise<void> {
  const { subject, says } = wordsOf(news, context);
  const isForStaff = news.about === "second-factor help asked" || news.about === "reset to approve";
  const body = [`Dear ${name}`, says, ...(isForStaff ? [] : [NOT_YOU])].join("\n\n");
  await queueLetter(tx, { key, to: email, subject, body, queuedAt: context.clock.now() });
}

export type LinkLetter =
  | {
      readonly about: "invitation";
      readonly token: string;
      readonly code: string;
      /** "for Example NHS Trust, as signatory", or "for the Foundation". */
      readonly what: string;
      readonly expiresAt: Date;
    }
  | { readonly about: "password"; readonly token: string }
  | { readonly about: "email"; readonly token: string };

/** Queues a letter that carries a link, sealed: whoever reads the outbox cannot follow it. */
export async function queueLinkLetter(
  tx: Transaction,
  context: Context,
  { name, email }: { name: string; email: string },
  letter: LinkLetter,
): Promise<void> {
  const { subject, says } = linkWordsOf(letter, context);
  const key = newToken();
  const text = [`Dear ${name}`, ...says].join("\n\n");
  const body = context.sealing.seal(new TextEncoder().encode(text), `letter:${key}`);
  await queueLetter(tx, { key, to: email, subject, body, sealed: true, queuedAt: context.clock.now() });
}

function linkWordsOf(letter: LinkLetter, { publicOrigin }: Context): { subject: string; says: string[] } {
  switch (letter.about) {
    case "invitation":
      return {
        subject: "Your invitation to Zero to Two",
        says: [
          `The Parent-Infant Foundation has invited you to Zero to Two, ${letter.what}. There the mental health trusts of England say once a year how many children aged 0–2 were referred to and seen by their services.`,
          `Open this link: ${publicOrigin}${paths.account.invitation(letter.token)}`,
          `and enter this code: ${letter.code.slice(0, 3)} ${letter.code.slice(3)}`,
          "You choose a password and set up a second factor: an app on your phone that shows a code, such as Microsoft Authenticator, Google Authenticator or the Passwords app of an iPhone. Have your phone at hand. It takes about five minutes.",
          `The link works once, for seven days, to ${formatDay(dayInLondon(letter.expiresAt.getTime()))}. If you did not expect this letter, you need do nothing.`,
        ],
      };
    case "password":
      return {
        subject: "Set a new password",
        says: [
          "Somebody, probably you, asked for a new password for your account at Zero to Two.",
          `Set it here: ${publicOrigin}${paths.account.newPassword(letter.token)}`,
          "The link works once, for an hour. You will still need the code of your authenticator app to sign in. If you did not ask for it, you need do nothing: your password is as it was.",
        ],
      };
    case "email":
      return {
        subject: "Confirm your new email address",
        says: [
          "Somebody, probably you, asked to sign in to Zero to Two with this address from now on.",
          `Confirm it here, while you are signed in: ${publicOrigin}${paths.account.newEmail(letter.token)}`,
          "The link works once, for an hour. If you did not ask for it, you need do nothing.",
        ],
      };
  }
}
