import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { CodeInput } from "~/components/fields/code-input";
import { NewPasswordInput } from "~/components/fields/new-password-input";
import { TextInput } from "~/components/fields/text-input";
import { LinkGone } from "~/components/link-gone";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { forEveryone } from "~/guards.server";
import { acceptInvitation, invitationOf } from "~/journeys/account/invitation";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";

const line = z
  .string()
  .default("")
  .transform((text) => text.trim());
const form = z.object({ code: line, name: line, jobTitle: line, password: z.string().default("") });

export const loader = forEveryone(async ({ context, params }) => {
  const invitation = await invitationOf(context, params.token ?? "");
  return data({ invitation }, { status: invitation === null ? 404 : 200 });
});

export const action = forEveryone(async ({ context, params, request, cookies }) => {
  const typed = await readForm(request, form);
  const answer = await acceptInvitation(context, params.token ?? "", typed);
  if (answer.kind === "accepted") {
    cookies.set(answer.cookie);
    throw redirect(paths.account.setUp(), 303);
  }
  if (answer.kind === "no invitation") throw redirect(paths.account.invitation(params.token ?? ""), 303);
  const { name, jobTitle } = typed;
  return data({ typed: { name, jobTitle }, problems: answer.problems }, { status: 422 });
});

export const meta = () => pageTitle("Your invitation");

export default function AcceptInvitation() {
  const { invitation } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (invitation === null) {
    return (
      <LinkGone heading="This invitation no longer works">
        <p>
          It was used, has expired after seven days, or was replaced by a newer one. If you have set a password already,{" "}
          <a href={paths.account.signIn()}>sign in</a> to go on where you stopped. Otherwise use the link of the latest
          letter, or ask the Foundation for a new one.
        </p>
      </LinkGone>
    );
  }
  const problems = refused?.problems ?? [];
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <Narrow>
      <ErrorSummary problems={problems.map(({ field, message }) => ({ text: message, href: `#${field}` }))} />
      <PageHeading caption="Step 1 of 3" lead={`You are invited ${invitation.what}.`}>
        Welcome to Zero to Two
      </PageHeading>
      <form method="post">
        <CodeInput
          name="code"
          label="The code in the letter"
          hint="Six digits, below the link."
          error={problemOf("code")}
        />
        <TextInput
          name="name"
          label="Your name"
          autoComplete="name"
          value={refused?.typed.name ?? invitation.name}
          error={problemOf("name")}
        />
        <TextInput
          name="jobTitle"
          label="Your job title (optional)"
          hint="As in information governance manager. It is offered to you when you declare a return."
          autoComplete="organization-title"
          value={refused?.typed.jobTitle ?? invitation.jobTitle}
          error={problemOf("jobTitle")}
        />
        {/* So that a password manager keeps the password with the address. */}
        <input type="hidden" name="username" autoComplete="username" value={invitation.email} />
        <NewPasswordInput error={problemOf("password")} />
        <Button>Continue</Button>
      </form>
    </Narrow>
  );
}
