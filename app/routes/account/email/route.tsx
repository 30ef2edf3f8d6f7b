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

export const meta: MetaFunction<typeof loader> = ({ data: found }) =>
  pageTitle(found?.isSent ? "Check your new inbox" : "Change your email address");

export default function ChangeEmail() {
  const { current, isSent } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (isSent && refused === undefined) {
    return (
      <Narrow>
        <BackLink href={paths.account.home()}>Your account</BackLink>
        <PageHeading lead="We have sent an email with a link to the new address. Until you use the link, nothing changes.">
          Check your new inbox
        </PageHeading>
        <p>Open the link in this browser, where you are signed in. It works once, within an hour.</p>
        <p>
          No email after 5 minutes? Check your spam folder, or <a href={paths.account.email()}>ask for another link</a>{" "}
          in case the address was mistyped. If the address belongs to another account here, nothing was sent. Still
          nothing? You can <HowToReach />.
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
            You sign in with <strong>{current}</strong> now, and our emails go there. We send a link to the new address,
            to see that emails arrive.
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
        <Button>Send link</Button>
      </form>
    </Narrow>
  );
}
