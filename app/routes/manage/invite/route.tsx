import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { Radios } from "~/components/fields/radios";
import { Select } from "~/components/fields/select";
import { TextInput } from "~/components/fields/text-input";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import type { InviteeTexts } from "~/domain/people/invitee";
import { FOUNDATION_ROLES, ROLE_IN_WORDS, type Role, TRUST_ROLES } from "~/domain/people/person";
import { forAdmin, freshly } from "~/guards.server";
import { invite } from "~/journeys/manage/invite";
import { trustChoices } from "~/journeys/manage/people";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";

const text = z.string().default("");
const form = z.object({ email: text, name: text, role: text, trust: text });

export const loader = forAdmin(
  freshly(async ({ context, url }) => {
    return { trusts: await trustChoices(context), trust: url.searchParams.get("trust") ?? "" };
  }),
);

export const action = forAdmin(
  freshly(async ({ context, person, request }) => {
    const typed = await readForm(request, form);
    const answer = await invite(context, person, typed);
    if (answer.kind === "problems") return data({ typed, ...answer }, { status: 422 });
    const said =
      answer.kind === "added" ? ({ said: "known", ods: typed.trust.trim() } as const) : { said: answer.kind };
    throw redirect(paths.manage.person(answer.id, said), 303);
  }),
);

export const meta = () => pageTitle("Invite somebody");

const HINTS: Readonly<Record<Role, string>> = {
  contributor: "Prepares the trust’s answers, and cannot declare them.",
  signatory: "Prepares the trust’s answers and declares them on its behalf.",
  staff: "Chases, accepts and publishes returns, and can approve the reset of an account.",
  admin: "Does what staff do, and says who may sign in.",
};

const options = (roles: readonly Role[]) =>
  roles.map((role) => ({ value: role, label: ROLE_IN_WORDS[role], hint: HINTS[role] }));

export default function Invite() {
  const { trusts, trust } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const problemOf = (field: keyof InviteeTexts) => problems.find((problem) => problem.field === field)?.message;
  return (
    <Narrow>
      <BackLink href={paths.manage.people()}>People</BackLink>
      <ErrorSummary problems={problems.map(({ field, message }) => ({ text: message, href: `#${field}` }))} />
      {refused?.about && (
        <p>
          <a href={paths.manage.person(refused.about.id)}>Open the page of {refused.about.name}</a>
        </p>
      )}
      <PageHeading lead="They get one email, with a link that works once, for seven days. With it they choose a password and set up an authenticator app. You never see either.">
        Invite somebody
      </PageHeading>
      <form method="post" action={paths.manage.invite()} noValidate>
        <TextInput
          name="email"
          label="Their email address"
          hint="Their own work address, not a shared mailbox. It is what they sign in with."
          type="email"
          autoComplete="off"
          value={refused?.typed.email}
          error={problemOf("email")}
        />
        <TextInput
          name="name"
          label="Their name"
          hint="They can correct it when they accept."
          autoComplete="off"
          value={refused?.typed.name}
          error={problemOf("name")}
        />
        <Radios
          name="role"
          legend="What they may do"
          groups={[
            {
              label: "At a trust",
              options: options(TRUST_ROLES),
              after: (
                <Select
                  name="trust"
                  label="Trust"
                  value={refused?.typed.trust ?? trust}
                  error={problemOf("trust")}
                  options={[
                    { value: "", text: "Choose a trust" },
                    ...trusts.map(({ ods, name }) => ({ value: ods, text: `${name} (${ods})` })),
                  ]}
                />
              ),
            },
            { label: "At the Foundation", options: options(FOUNDATION_ROLES) },
          ]}
          value={refused?.typed.role}
          error={problemOf("role")}
        />
        <Button>Send the invitation</Button>
      </form>
    </Narrow>
  );
}
