import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { PasswordInput } from "~/components/fields/password-input";
import { TextInput } from "~/components/fields/text-input";
import { Narrow } from "~/components/narrow";
import { Notification } from "~/components/notification";
import { PageHeading } from "~/components/page-heading";
import { paths } from "~/paths";

interface PasswordStepProps {
  to: string;
  email: string | undefined;
  problem: string | undefined;
  /** They have just set a new password. */
  isNewPassword: boolean;
}

export function PasswordStep({ to, email, problem, isNewPassword }: PasswordStepProps) {
  return (
    <Narrow>
      <ErrorSummary problems={problem ? [{ text: problem, href: "#email" }] : []} />
      {isNewPassword && problem === undefined && (
        <Notification kind="success">
          <p className="govuk-notification-banner__heading">Your new password is set. Sign in with it.</p>
        </Notification>
      )}
      <PageHeading>Sign in</PageHeading>
      {isForm(to) && (
        <p>You were signed out before what you sent arrived. It is kept: you can send it once you are in.</p>
      )}
      <form method="post" action={paths.account.signIn()}>
        <input type="hidden" name="to" value={to} />
        <TextInput
          name="email"
          label="Email address"
          type="email"
          autoComplete="username"
          value={email}
          error={problem}
        />
        <PasswordInput name="password" label="Password" autoComplete="current-password" />
        <Button>Continue</Button>
      </form>
      <p>
        <a href={paths.account.forgottenPassword()}>I have forgotten my password</a>
      </p>
      <p className="govuk-hint">
        Accounts are made by invitation. If your trust has none yet, ask the Parent-Infant Foundation for one.
      </p>
    </Narrow>
  );
}

const isForm = (to: string) => to.startsWith("/account/kept/");
