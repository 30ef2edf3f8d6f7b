import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { type FieldProblem, firstSentence, inSummary, problemOf } from "~/components/field-problems";
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
    const given = await readForm(request, form);
    const empty = emptyIn(given);
    if (empty.length > 0) return data({ problems: empty }, { status: 422 });
    const answer = await changePassword(context, session, person, given);
    if (!answer.ok) return data({ problems: [{ field: answer.field, message: answer.problem }] }, { status: 422 });
    cookies.set(answer.cookie);
    throw redirect(paths.account.home({ said: "password" }), 303);
  }),
);

/** Before anything is counted: an empty field is no attempt. */
function emptyIn({ current, password }: z.infer<typeof form>): FieldProblem[] {
  return [
    ...(current === "" ? [{ field: "current", message: "Enter your current password." }] : []),
    ...(password === "" ? [{ field: "password", message: "Choose a new password of at least 12 characters." }] : []),
  ];
}

export const meta = () => pageTitle("Change your password");

export default function ChangePassword() {
  const { email } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems ?? [];
  return (
    <Narrow>
      <BackLink href={paths.account.home()}>Your account</BackLink>
      <ErrorSummary problems={inSummary(problems)} />
      <PageHeading lead="You stay signed in here, and are signed out everywhere else.">
        Change your password
      </PageHeading>
      <form method="post" action={paths.account.password()}>
        {/* So that a password manager keeps the password with the address. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <PasswordInput
          name="current"
          label="Current password"
          autoComplete="current-password"
          error={firstSentence(problemOf(problems, "current"))}
        />
        <NewPasswordInput label="New password" error={problemOf(problems, "password")} />
        <Button>Change password</Button>
      </form>
    </Narrow>
  );
}
