import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { TextInput } from "~/components/fields/text-input";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { forSignedIn, freshly, limited } from "~/guards.server";
import { askForNewEmail } from "~/journeys/account/change-email";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";

const form = z.object({ email: z.string().default("") });

export const loader = forSignedIn(
  freshly(async ({ person, url }) => ({ current: person.email, isSent: url.searchParams.get("said") === "sent" })),
);

export const action = forSignedIn(
  freshly(
    limited("new email", async ({ context, person, request }) => {
      const { email } = await readForm(request, form);
      const { problem } = await askForNewEmail(context, person, email);
      if (problem !== null) return data({ email, problem }, { status: 422 });
      throw redirect(paths.account.email({ said: "sent" }), 303);
    }),
  ),
);

export const meta = () => pageTitle("Change your email address");

export default function ChangeEmail() {
  const { current, isSent } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (isSent && refused === undefined) {
    return (
      <Narrow>
        <BackLink href={paths.account.home()}>Your account</BackLink>
        <PageHeading lead="A letter with a link is on its way to the new address. Until you have used the link, nothing changes.">
          Look into your new mailbox
        </PageHeading>
        <p>
          Open the link in this browser, where you are signed in. It works once, for an hour. Nothing there after some
          minutes? Look into the spam folder, check the address and{" "}
          <a href={paths.account.email()}>ask for another link</a>. If the address belongs to another account here,
          nothing was sent.
        </p>
      </Narrow>
    );
  }
  return (
    <Narrow>
      <BackLink href={paths.account.home()}>Your account</BackLink>
      <ErrorSummary problems={refused ? [{ text: refused.problem, href: "#email" }] : []} />
      <PageHeading
        lead={
          <>
            You sign in with <strong>{current}</strong> now, and letters go there. We send a link to the new address, to
            see that letters arrive.
          </>
        }
      >
        Change your email address
      </PageHeading>
      <form method="post" action={paths.account.email()}>
        <TextInput
          name="email"
          label="New email address"
          type="email"
          autoComplete="email"
          value={refused?.email}
          error={refused?.problem}
        />
        <Button>Send a link to it</Button>
      </form>
    </Narrow>
  );
}
