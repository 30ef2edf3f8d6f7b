import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AuthenticatorSteps } from "~/components/authenticator-steps";
import { ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { RecoveryCodes } from "~/components/recovery-codes";
import { forEntrant, forEveryone } from "~/guards.server";
import { knownBrowser } from "~/journeys/account/known-browser";
import { onwards } from "~/journeys/account/onwards";
import { authenticatorToSetUp, setUpAuthenticator } from "~/journeys/account/set-up-authenticator";
import { entrant } from "~/journeys/account/who-is";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";

const form = z.object({ code: z.string().default("") });

/** Shows the key to somebody who has given the password and has no second factor yet, and to nobody else. */
export const loader = forEveryone(async ({ context, person, session }) => {
  // Right after the code was given they are signed in, and the answer to it is what they see.
  if (person !== null) return { toSetUp: null, onwards: onwards(person, null) };
  const half = session === null ? null : await entrant(context, session.personId);
  if (half === null || half.hasFactor) throw redirect(paths.account.signIn());
  return { toSetUp: await authenticatorToSetUp(context, half), onwards: paths.account.signIn() };
});

export const action = forEntrant(async ({ context, session, request, cookies }) => {
  const { code } = await readForm(request, form);
  const answer = await setUpAuthenticator(context, session, code);
  if (!answer.ok) return data({ problem: answer.problem, made: null }, { status: 422 });
  cookies.set(answer.cookie);
  cookies.set(knownBrowser(context, answer.person.id));
  return { problem: undefined, made: { codes: answer.recoveryCodes, on: context.clock.today() } };
});

export const meta = () => pageTitle("Set up your second factor");

export default function SetUp() {
  const { toSetUp, onwards } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.made) {
    return (
      <Narrow>
        <PageHeading lead="You are signed in. One thing before you go on:">Keep your recovery codes</PageHeading>
        <RecoveryCodes {...answer.made}>
          <ButtonLink href={onwards}>I have kept them: continue</ButtonLink>
        </RecoveryCodes>
      </Narrow>
    );
  }
  if (toSetUp === null) {
    return (
      <Narrow>
        <PageHeading lead="Your second factor is set up, and you are signed in.">All set up</PageHeading>
        <ButtonLink href={onwards}>Continue</ButtonLink>
      </Narrow>
    );
  }
  return (
    <Narrow>
      <ErrorSummary problems={answer?.problem ? [{ text: answer.problem, href: "#code" }] : []} />
      <PageHeading
        caption="Step 2 of 3"
        lead="A password alone is not enough for figures about babies. From now on you sign in with it and with a code from your phone."
      >
        Set up your second factor
      </PageHeading>
      <AuthenticatorSteps toSetUp={toSetUp} problem={answer?.problem} />
    </Narrow>
  );
}
