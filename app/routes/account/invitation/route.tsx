import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { inSummary, problemOf } from "~/components/field-problems";
import { CodeInput } from "~/components/fields/code-input";
import { NewPasswordInput } from "~/components/fields/new-password-input";
import { TextInput } from "~/components/fields/text-input";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { forEveryone } from "~/guards.server";
import { acceptInvitation, invitationOf } from "~/journeys/account/invitation";
import { onwards } from "~/journeys/account/onwards";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";
import { InvitationGone } from "./invitation-gone";
import { InvitedTo } from "./invited-to";

const line = z
  .string()
  .default("")
  .transform((text) => text.trim());
const form = z.object({ code: line, name: line, jobTitle: line, password: z.string().default("") });

export const loader = forEveryone(async ({ context, person, params }) => {
  const invitation = await invitationOf(context, params.token ?? "");
  return data({ invitation, own: person && onwards(person, null) }, { status: invitation === null ? 404 : 200 });
});

export const action = forEveryone(async ({ context, params, request, cookies }) => {
  const typed = await readForm(request, form);
  const answer = await acceptInvitation(context, params.token ?? "", typed);
  if (answer.kind === "accepted") {
    cookies.set(answer.cookie);
    throw redirect(paths.account.setUp(), 303);
  }
  if (answer.kind === "no invitation") throw redirect(paths.account.invitation(params.token ?? ""), 303);
  const { problems } = answer;
  const { name, jobTitle, code } = typed;
  // A right code stays in its field: it is not used up before the whole is accepted.
  const isCodeRight = problemOf(problems, "code") === undefined;
  return data({ typed: { name, jobTitle, code: isCodeRight ? code : "" }, problems }, { status: 422 });
});

/** So that one can look at the password that one chooses. */
export const handle = {
  script: (found: { invitation: object | null } | undefined) => found?.invitation != null,
};
export const meta: MetaFunction<typeof loader> = ({ data: found }) =>
  pageTitle(found?.invitation ? "Welcome to Zero to Two" : "This invitation no longer works");

export default function AcceptInvitation() {
  const { invitation, own } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (invitation === null) return <InvitationGone own={own} />;
  const problems = refused?.problems ?? [];
  return (
    <Narrow>
      <ErrorSummary problems={inSummary(problems)} />
      <PageHeading caption="Part 1 of 3">Welcome to Zero to Two</PageHeading>
      <InvitedTo {...invitation} />
      <form method="post">
        <CodeInput
          name="code"
          label="The code in the email"
          hint="Six digits, below the link."
          value={refused?.typed.code}
          error={problemOf(problems, "code")}
        />
        <TextInput
          name="name"
          label="Your name"
          autoComplete="name"
          value={refused?.typed.name ?? invitation.name}
          error={problemOf(problems, "name")}
        />
        <TextInput
          name="jobTitle"
          label="Your job title (optional)"
          hint="As in information governance manager. It is offered to you when you declare a return."
          autoComplete="organization-title"
          value={refused?.typed.jobTitle ?? invitation.jobTitle}
          error={problemOf(problems, "jobTitle")}
        />
        {/* So that a password manager keeps the password with the address. */}
        <input type="hidden" name="username" autoComplete="username" value={invitation.email} />
        <NewPasswordInput error={problemOf(problems, "password")} />
        <Button>Continue</Button>
      </form>
    </Narrow>
  );
}
