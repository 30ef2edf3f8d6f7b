import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextInput } from "~/components/fields/text-input";
import { HowToReach } from "~/components/how-to-reach";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { forEveryone } from "~/guards.server";
import { askForNewPassword } from "~/journeys/account/forgotten-password";
import { countAgainst } from "~/journeys/account/limits";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";

const form = z.object({ email: z.string().default("") });

const TOO_MANY = "Very many new passwords were asked for from your network. Try again in an hour.";

export const loader = forEveryone(async ({ url }) => ({ isSent: url.searchParams.get("said") === "sent" }));

export const action = forEveryone(async ({ context, request }) => {
  const { email } = await readForm(request, form);
  if ((await countAgainst(context, "reset", context.where.address)) > 0) {
    return data({ email, problem: TOO_MANY }, { status: 429 });
  }
  const { problem } = await askForNewPassword(context, email);
  if (problem !== null) return data({ email, problem }, { status: 422 });
  throw redirect(paths.account.forgottenPassword({ said: "sent" }), 303);
});

export const meta: MetaFunction<typeof loader> = ({ data: found }) =>
  pageTitle(found?.isSent ? "Check your email" : "Forgotten password");

export default function ForgottenPassword() {
  const { isSent } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (isSent && refused === undefined) {
    return (
      <Narrow>
        <BackLink href={paths.account.signIn()}>Sign in</BackLink>
        <PageHeading lead="If there is an account for that address, we have sent it a link to set a new password. The link works once, within an hour.">
          Check your email
        </PageHeading>
        <p>
          No email after 5 minutes? Check your spam folder, or{" "}
          <a href={paths.account.forgottenPassword()}>ask for another link</a> in case the address was mistyped. Still
          nothing? You can <HowToReach />.
        </p>
      </Narrow>
    );
  }
  return (
    <Narrow>
      <BackLink href={paths.account.signIn()}>Sign in</BackLink>
      <ErrorSummary problems={refused ? [{ text: refused.problem, href: "#email" }] : []} />
      <PageHeading lead="We will email you a link to set a new password. You will still need a code from your authenticator app.">
        Forgotten password
      </PageHeading>
      <form method="post" action={paths.account.forgottenPassword()}>
        <TextInput
          name="email"
          label="Email address"
          type="email"
          autoComplete="username"
          value={refused?.email}
          error={refused?.problem}
        />
        <Button>Send me a link</Button>
      </form>
    </Narrow>
  );
}
