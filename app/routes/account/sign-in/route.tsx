import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { PasswordInput } from "~/components/fields/password-input";
import { TextInput } from "~/components/fields/text-input";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import type { Role } from "~/domain/people/person";
import { forEveryone } from "~/guards.server";
import { signIn } from "~/journeys/account/sign-in";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";
import { ownPath } from "./own-path";

const form = z.object({
  email: z.string().default(""),
  password: z.string().default(""),
  to: z.string().default(""),
});

const HOME: Record<Role, string> = { trust: paths.submit.home(), staff: paths.chase.home(), admin: paths.chase.home() };

export const loader = forEveryone(async ({ person, url }) => {
  const to = ownPath(url.searchParams.get("to"));
  if (person !== null) throw redirect(to ?? HOME[person.role]);
  return { to };
});

export const action = forEveryone(async ({ context, request }) => {
  const { email, password, to } = await readForm(request, form);
  const answer = await signIn(context, { email, password }, request.headers.get("Cookie"));
  if (!answer.ok) return data({ email, to, problem: answer.problem }, { status: 422 });
  throw redirect(ownPath(to) ?? HOME[answer.role], { status: 303, headers: { "Set-Cookie": answer.cookie } });
});

export const meta = () => pageTitle("Sign in");

export default function SignIn() {
  const { to } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <ErrorSummary problems={refused ? [{ text: refused.problem, href: "#email" }] : []} />
        <PageHeading>Sign in</PageHeading>
        <form method="post" action={paths.account.signIn()}>
          <input type="hidden" name="to" value={refused?.to ?? to ?? ""} />
          <TextInput
            name="email"
            label="Email address"
            type="email"
            autoComplete="username"
            value={refused?.email}
            error={refused?.problem}
          />
          <PasswordInput name="password" label="Password" autoComplete="current-password" />
          <Button>Sign in</Button>
        </form>
      </div>
    </div>
  );
}
