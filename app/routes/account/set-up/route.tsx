import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { AuthenticatorSteps, ENTER_THE_CODE } from "~/components/authenticator-steps";
import { ButtonLink } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { RecoveryCodes } from "~/components/recovery-codes";
import { forEntrant, forEveryone, limited } from "~/guards.server";
import { knownBrowser } from "~/journeys/account/known-browser";
import { onwards } from "~/journeys/account/onwards";
import { recoveryCodesToKeep } from "~/journeys/account/recovery-codes-to-keep";
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

export const action = forEntrant(
  limited("second factor", async ({ context, session, request, cookies }) => {
    const { code } = await readForm(request, form);
    if (code.trim() === "") return data({ problem: ENTER_THE_CODE, made: null }, { status: 422 });
    const answer = await setUpAuthenticator(context, session, code);
    if (!answer.ok) return data({ problem: answer.problem, made: null }, { status: 422 });
    cookies.set(answer.cookie);
    cookies.set(knownBrowser(context, answer.person.id));
    return { problem: undefined, made: recoveryCodesToKeep(context, answer.person, answer.recoveryCodes) };
  }),
);

export const meta: MetaFunction<typeof loader> = ({ data: found }) =>
  pageTitle(found?.toSetUp ? "Set up your authenticator app" : "Keep your recovery codes");

export default function SetUp() {
  const { toSetUp, onwards } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.made) {
    return (
      <Narrow>
        <PageHeading caption="Part 3 of 3" lead="You are signed in. One thing before you go on:">
          Keep your recovery codes
        </PageHeading>
        <RecoveryCodes {...answer.made}>
          <ButtonLink href={onwards}>I have saved them – continue</ButtonLink>
        </RecoveryCodes>
      </Narrow>
    );
  }
  if (toSetUp === null) {
    return (
      <Narrow>
        <PageHeading lead="Your authenticator app is set up, and you are signed in. Your recovery codes were shown once.">
          Keep your recovery codes
        </PageHeading>
        <ButtonLink href={onwards}>I have saved them – continue</ButtonLink>
        <p>
          If you have not, <a href={paths.account.recoveryCodes()}>make new ones</a>.
        </p>
      </Narrow>
    );
  }
  return (
    <Narrow>
      <ErrorSummary problems={answer?.problem ? [{ text: answer.problem, href: "#code" }] : []} />
      <PageHeading
        caption="Part 2 of 3"
        lead="A password alone is not enough for figures about babies. From now on you sign in with it and with a code from your phone."
      >
        Set up your authenticator app
      </PageHeading>
      <AuthenticatorSteps toSetUp={toSetUp} problem={answer?.problem} />
    </Narrow>
  );
}
