import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { NewPasswordInput } from "~/components/fields/new-password-input";
import { PasswordInput } from "~/components/fields/password-input";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { forSignedIn, freshly } from "~/guards.server";
import { changePassword } from "~/journeys/account/change-password";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";

const form = z.object({ current: z.string().max(1_024).default(""), password: z.string().default("") });

export const loader = forSignedIn(freshly(async ({ person }) => ({ email: person.email })));

export const action = forSignedIn(
  freshly(async ({ context, person, session, request, cookies }) => {
    const answer = await changePassword(context, session, person, await readForm(request, form));
    if (!answer.ok) return data({ field: answer.field, problem: answer.problem }, { status: 422 });
    cookies.set(answer.cookie);
    throw redirect(paths.account.home({ said: "password" }), 303);
  }),
);

export const meta = () => pageTitle("Change your password");

export default function ChangePassword() {
  const { email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problemOf = (field: string) => (refused?.field === field ? refused.problem : undefined);
  return (
    <Narrow>
      <BackLink href={paths.account.home()}>Your account</BackLink>
      <ErrorSummary problems={refused ? [{ text: refused.problem, href: `#${refused.field}` }] : []} />
      <PageHeading lead="You stay signed in here, and are signed out everywhere else.">
        Change your password
      </PageHeading>
      <form method="post" action={paths.account.password()}>
        {/* So that a password manager keeps the password with the address. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <PasswordInput
          name="current"
          label="Your password now"
          autoComplete="current-password"
          error={problemOf("current")}
        />
        <NewPasswordInput label="New password" error={problemOf("password")} />
        <Button>Change the password</Button>
      </form>
    </Narrow>
  );
}
