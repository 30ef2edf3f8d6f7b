import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AuthenticatorSteps, ENTER_THE_CODE } from "~/components/authenticator-steps";
import { BackLink } from "~/components/back-link";
import { Button, ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { RecoveryCodes } from "~/components/recovery-codes";
import { forSignedIn, freshly } from "~/guards.server";
import { recoveryCodesToKeep } from "~/journeys/account/recovery-codes-to-keep";
import { authenticatorToSetUp, beginAuthenticator, setUpAuthenticator } from "~/journeys/account/set-up-authenticator";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";

const form = z.object({ begin: z.string().optional(), code: z.string().default("") });

export const loader = forSignedIn(
  freshly(async ({ context, person }) => ({ toSetUp: await authenticatorToSetUp(context, person) })),
);

export const action = forSignedIn(
  freshly(async ({ context, person, session, request, cookies }) => {
    const { begin, code } = await readForm(request, form);
    if (begin !== undefined) {
      await beginAuthenticator(context, person);
      throw redirect(paths.account.authenticator(), 303);
    }
    if (code.trim() === "") return data({ problem: ENTER_THE_CODE, made: null }, { status: 422 });
    const answer = await setUpAuthenticator(context, session, code);
    if (!answer.ok) return data({ problem: answer.problem, made: null }, { status: 422 });
    cookies.set(answer.cookie);
    return { problem: undefined, made: recoveryCodesToKeep(context, person, answer.recoveryCodes) };
  }),
);

export const meta = () => pageTitle("Replace your authenticator app");

export default function Authenticator() {
  const { toSetUp } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.made) {
    return (
      <Narrow>
        <PageHeading lead="Your new app works from now on. These recovery codes replace the old ones.">
          Keep your recovery codes
        </PageHeading>
        <RecoveryCodes {...answer.made}>
          <ButtonLink href={paths.account.home({ said: "authenticator" })}>I have saved them – continue</ButtonLink>
        </RecoveryCodes>
      </Narrow>
    );
  }
  return (
    <Narrow>
      <BackLink href={paths.account.home()}>Your account</BackLink>
      <ErrorSummary problems={answer?.problem ? [{ text: answer.problem, href: "#code" }] : []} />
      <PageHeading lead="For a new phone, or another app. Your current app keeps working until you enter a code from the new one.">
        Replace your authenticator app
      </PageHeading>
      {toSetUp === null ? (
        <>
          <p>
            Have your new phone ready. You add a key to its app, and get ten new recovery codes. You are then signed out
            everywhere but here.
          </p>
          <Begin words="Start" />
        </>
      ) : (
        <>
          <AuthenticatorSteps toSetUp={toSetUp} problem={answer?.problem} />
          <h2 className="govuk-heading-m">Someone else has seen this page?</h2>
          <p>Make a new key. The one above stops working.</p>
          <Begin words="Make a new key" secondary />
        </>
      )}
    </Narrow>
  );
}

function Begin({ words, secondary = false }: { words: string; secondary?: boolean }) {
  return (
    <form method="post" action={paths.account.authenticator()}>
      <Button name="begin" value="yes" variant={secondary ? "secondary" : "primary"}>
        {words}
      </Button>
    </form>
  );
}
