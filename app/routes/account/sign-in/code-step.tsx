import { Button } from "~/components/button";
import { Details } from "~/components/details";
import { ErrorSummary } from "~/components/error-summary";
import { type FieldProblem, firstSentence, inSummary, problemOf } from "~/components/field-problems";
import { CodeInput } from "~/components/fields/code-input";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { PasskeyButton } from "~/components/passkey-button";
import { paths } from "~/paths";

interface CodeStepProps {
  to: string;
  problems: readonly FieldProblem[];
  hasPasskey: boolean;
}

export function CodeStep({ to, problems, hasPasskey }: CodeStepProps) {
  return (
    <Narrow>
      <ErrorSummary problems={inSummary(problems)} />
      <PageHeading
        caption="Sign in"
        lead={`Enter the code from your authenticator app${hasPasskey ? ", or use your passkey" : ""}.`}
      >
        Enter your code
      </PageHeading>
      <form method="post" action={paths.account.signIn()}>
        <input type="hidden" name="to" value={to} />
        <CodeInput
          name="code"
          label="Code"
          hint="Six digits from your authenticator app, or one of your recovery codes."
          error={firstSentence(problemOf(problems, "code"))}
          wide
        />
        <Button>Sign in</Button>
      </form>
      {hasPasskey && <PasskeyButton action={paths.account.signInPasskey()} to={to} />}
      <Details summary="I have lost my phone">
        <p>
          When you set up your account you were given ten recovery codes. Enter one of them in place of the code. You
          can then set up your new phone.
        </p>
        <p>
          If you have none left, the Foundation can help. Two of its people have to agree, and they will telephone you
          first.
        </p>
        <form method="post" action={paths.account.lostFactor()}>
          <Button variant="secondary">Ask the Foundation for help</Button>
        </form>
      </Details>
      <p>
        <a href={`${paths.account.signIn()}?again`}>Sign in as someone else</a>
      </p>
    </Narrow>
  );
}
