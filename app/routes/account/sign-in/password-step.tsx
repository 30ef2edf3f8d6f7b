import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { type FieldProblem, firstSentence, inSummary, problemOf } from "~/components/field-problems";
import { PasswordInput } from "~/components/fields/password-input";
import { TextInput } from "~/components/fields/text-input";
import { HowToReach } from "~/components/how-to-reach";
import { Narrow } from "~/components/narrow";
import { Notification } from "~/components/notification";
import { PageHeading } from "~/components/page-heading";
import { paths } from "~/paths";

interface PasswordStepProps {
  to: string;
  email: string | undefined;
  problems: readonly FieldProblem[];
  /** What they have just done. */
  said: string | null;
}

const SAID: Readonly<Record<string, string>> = {
  "new-password": "Your new password is set. Sign in with it.",
  "signed-out": "You are signed out.",
};

const NOT_KEPT =
  "What you sent was not taken, since you were not signed in, and it is not kept. Sign in, then fill in the page again.";

export function PasswordStep({ to, email, problems, said }: PasswordStepProps) {
  const notice = said !== null && Object.hasOwn(SAID, said) && problems.length === 0 ? SAID[said] : undefined;
  const before = said === "not-kept" ? NOT_KEPT : whatComesAfter(to);
  return (
    <Narrow>
      <ErrorSummary problems={inSummary(problems)} />
      {notice !== undefined && (
        <Notification kind="success">
          <p className="govuk-notification-banner__heading">{notice}</p>
        </Notification>
      )}
      <PageHeading>Sign in</PageHeading>
      {before !== null && <p>{before}</p>}
      <form method="post" action={paths.account.signIn()}>
        <input type="hidden" name="to" value={to} />
        <TextInput
          name="email"
          label="Email address"
          type="email"
          autoComplete="username"
          value={email}
          error={firstSentence(problemOf(problems, "email"))}
        />
        <PasswordInput
          name="password"
          label="Password"
          autoComplete="current-password"
          error={problemOf(problems, "password")}
        />
        <Button>Continue</Button>
      </form>
      <p>
        <a href={paths.account.forgottenPassword()}>I have forgotten my password</a>
      </p>
      <p className="govuk-hint">
        Accounts are made by invitation. If your trust has none yet, <HowToReach />.
      </p>
    </Narrow>
  );
}

/** What somebody is in the middle of, who has to sign in first. */
function whatComesAfter(to: string): string | null {
  if (to.startsWith("/account/kept/")) {
    return "You were signed out before what you sent arrived. It is kept: you can send it once you are signed in.";
  }
  if (to.startsWith("/account/email/")) {
    return "Sign in to confirm your new email address. Use your old address: the new one counts once you have confirmed it.";
  }
  return null;
}
