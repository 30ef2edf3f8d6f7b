import { formatMoment } from "../../../domain/calendar/day";
import { type FoundationRole, ROLE_IN_WORDS } from "../../../domain/people/person";
import { paths } from "../../../paths";
import type { Context } from "../../context";
import { facts, when, whenAndWhere } from "./facts";

/** What waits for the Foundation's people about the account of somebody else. */
export type StaffTask =
  | { readonly about: "help asked"; readonly person: About }
  | {
      readonly about: "reset to approve";
      readonly person: About;
      readonly startedBy: string;
      readonly expiresAt: Date;
    }
  | {
      readonly about: "foundation joined";
      readonly person: About;
      readonly role: FoundationRole;
      readonly invitedBy: string;
    };

/** Enough to know who it is, and whom to telephone. */
export interface About {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** None for the Foundation's own people. */
  readonly trustNames: readonly string[];
}

export function staffTaskInWords(task: StaffTask, context: Context) {
  const { id, name, email, trustNames } = task.person;
  const account = { Account: email, Trust: trustNames.length === 0 ? null : trustNames.join("; ") };
  const at = (path: string) => `${context.publicOrigin}${path}`;
  switch (task.about) {
    case "help asked":
      return {
        subject: `${name} cannot sign in and asks for help`,
        says: [
          `${name} gave the right password, and says that neither the authenticator app nor a recovery code is at hand.`,
          facts({ ...account, ...whenAndWhere(context) }),
          `Somebody else may have the password. Telephone ${name} on a number that you already had, or see them in person, before you start a reset: ${at(paths.manage.person(id))}`,
          "Two people of the Foundation have to agree to a reset.",
        ],
      };
    case "reset to approve":
      return {
        subject: `A reset waits for a second person: ${name}`,
        says: [
          `${task.startedBy} has started to reset how ${name} signs in. Nothing changes unless a second person of the Foundation approves it by ${formatMoment(task.expiresAt.getTime())}.`,
          facts({ ...account, ...when(context) }),
          `Ask ${task.startedBy} on which number they telephoned ${name}, and approve it only if the Foundation had that number before. Approve or cancel it: ${at(paths.manage.resets())}`,
        ],
      };
    case "foundation joined":
      return {
        subject: `${name} was invited to the Foundation’s team`,
        says: [
          `${task.invitedBy} has invited ${name} to Zero to Two as ${ROLE_IN_WORDS[task.role]}. From a day after accepting, they can approve the reset of an account.`,
          facts({ ...account, ...when(context) }),
          `If you did not expect that, ask ${task.invitedBy}; an admin can end their access: ${at(paths.manage.person(id))}`,
        ],
      };
  }
}
