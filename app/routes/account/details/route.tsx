import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { inSummary, problemOf } from "~/components/field-problems";
import { TextInput } from "~/components/fields/text-input";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { forSignedIn } from "~/guards.server";
import { changeDetails } from "~/journeys/account/details";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";

const line = z
  .string()
  .default("")
  .transform((text) => text.trim());
const form = z.object({ name: line, jobTitle: line });

export const loader = forSignedIn(async ({ person }) => ({ name: person.name, jobTitle: person.jobTitle }));

export const action = forSignedIn(async ({ context, person, request }) => {
  const typed = await readForm(request, form);
  const problems = await changeDetails(context, person, typed);
  if (problems.length > 0) return data({ typed, problems }, { status: 422 });
  throw redirect(paths.account.home({ said: "details" }), 303);
});

export const meta = () => pageTitle("Change your name or job title");

export default function ChangeDetails() {
  const saved = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { name, jobTitle } = refused?.typed ?? saved;
  const problems = refused?.problems ?? [];
  return (
    <Narrow>
      <BackLink href={paths.account.home()}>Your account</BackLink>
      <ErrorSummary problems={inSummary(problems)} />
      <PageHeading lead="The Foundation and your colleagues see both. Returns that you have declared keep the name they were declared under.">
        Change your name or job title
      </PageHeading>
      <form method="post" action={paths.account.details()}>
        <TextInput name="name" label="Name" autoComplete="name" value={name} error={problemOf(problems, "name")} />
        <TextInput
          name="jobTitle"
          label="Job title (optional)"
          hint="As in information governance manager. It is offered to you when you declare a return."
          autoComplete="organization-title"
          value={jobTitle}
          error={problemOf(problems, "jobTitle")}
        />
        <Button>Save</Button>
      </form>
    </Narrow>
  );
}
