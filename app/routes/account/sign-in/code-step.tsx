import { Button } from "~/components/button";
import { Details } from "~/components/details";
import { ErrorSummary } from "~/components/error-summary";
import { CodeInput } from "~/components/fields/code-input";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { PasskeyButton } from "~/components/passkey-button";
import { paths } from "~/paths";

interface CodeStepProps {
  to: string;
  problem: string | undefined;
  hasPasskey: boolean;
}

export function CodeStep({ to, problem, hasPasskey }: CodeStepProps) {
  return (
    <Narrow>
      <ErrorSummary problems={problem ? [{ text: problem, href: "#code" }] : []} />
      <PageHeading
        caption="Sign in"
        lead={`Your password was right. Now show that you have your phone${hasPasskey ? ", or your passkey" : ""}.`}
      >
        Enter your code
      </PageHeading>
      <form method="post" action={paths.account.signIn()}>
        <input type="hidden" name="to" value={to} />
        <CodeInput
          name="code"
          label="Code"
          hint="Six digits from your authenticator app, or one of your recovery codes."
          error={problem}
          wide
        />
        <Button>Sign in</Button>
      </form>
      {hasPasskey && <PasskeyButton action={paths.account.signInPasskey()} to={to} />}
      <Details summary="I have lost my phone">
        <p>
          When you set up your account you were given ten recovery codes. Enter one of them in place of the code, and
          then set up your new phone.
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
