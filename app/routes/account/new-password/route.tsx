import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { NewPasswordInput } from "~/components/fields/new-password-input";
import { LinkGone } from "~/components/link-gone";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { forEveryone } from "~/guards.server";
import { canSetPassword, setNewPassword } from "~/journeys/account/forgotten-password";
import { knownBrowser } from "~/journeys/account/known-browser";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";

const form = z.object({ password: z.string().default("") });

export const loader = forEveryone(async ({ context, params }) => {
  const works = await canSetPassword(context, params.token ?? "");
  return data({ works }, { status: works ? 200 : 404 });
});

export const action = forEveryone(async ({ context, params, request, cookies }) => {
  const { password } = await readForm(request, form);
  const token = params.token ?? "";
  const answer = await setNewPassword(context, token, password);
  if (answer.kind === "set") {
    cookies.set(knownBrowser(context, answer.personId));
    throw redirect(paths.account.signIn({ said: "new-password" }), 303);
  }
  if (answer.kind === "no link") throw redirect(paths.account.newPassword(token), 303);
  return data({ problem: answer.problem }, { status: 422 });
});

/** So that one can look at the password that one chooses. */
export const handle = { script: (found: { works: boolean } | undefined) => found?.works === true };
export const meta: MetaFunction<typeof loader> = ({ data: found }) =>
  pageTitle(found?.works ? "Set a new password" : "This link no longer works");

export default function NewPassword() {
  const { works } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  if (!works) {
    return (
      <LinkGone heading="This link no longer works">
        <p>
          It was used, has expired after an hour, or was replaced by a newer one.{" "}
          <a href={paths.account.forgottenPassword()}>Ask for a new link</a>.
        </p>
      </LinkGone>
    );
  }
  return (
    <Narrow>
      <ErrorSummary problems={problem ? [{ text: problem, href: "#password" }] : []} />
      <PageHeading lead="You will be signed out everywhere. Then sign in with it, and with a code from your authenticator app.">
        Set a new password
      </PageHeading>
      <form method="post">
        <NewPasswordInput label="New password" error={problem} />
        <Button>Set password</Button>
      </form>
    </Narrow>
  );
}
