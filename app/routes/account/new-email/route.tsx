import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { HowToReach } from "~/components/how-to-reach";
import { LinkGone } from "~/components/link-gone";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { forSignedIn, freshly } from "~/guards.server";
import { changeEmail, newEmailOf } from "~/journeys/account/change-email";
import { paths } from "~/paths";

const TAKEN = "Another account has been given this address since, so yours stays as it was.";

/** Looking uses nothing up: mail scanners look at every link. */
export const loader = forSignedIn(async ({ context, person, params }) => {
  const email = await newEmailOf(context, person, params.token ?? "");
  return data({ email, current: person.email }, { status: email === null ? 404 : 200 });
});

export const action = forSignedIn(
  freshly(async ({ context, person, session, params, cookies }) => {
    const token = params.token ?? "";
    const answer = await changeEmail(context, session, person, token);
    if (answer.kind === "taken") return data({ problem: TAKEN }, { status: 409 });
    if (answer.kind === "no link") throw redirect(paths.account.newEmail(token), 303);
    cookies.set(answer.cookie);
    throw redirect(paths.account.home({ said: "email" }), 303);
  }),
);

export const meta: MetaFunction<typeof loader> = ({ data: found }) =>
  pageTitle(found?.email ? "Change your email address?" : "This link no longer works");

export default function NewEmail() {
  const { email, current } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (refused) {
    return (
      <Narrow>
        <ErrorSummary problems={[{ text: refused.problem }]} />
        <PageHeading>Your address was not changed</PageHeading>
        <p>
          You sign in with <strong>{current}</strong> as before. If the other account should not have this address,{" "}
          <HowToReach />.
        </p>
        <p>
          <a href={paths.account.home()}>Go to your account</a>
        </p>
      </Narrow>
    );
  }
  if (email === null) {
    return (
      <LinkGone heading="This link no longer works">
        <p>
          It was used, has expired after an hour, was replaced by a newer one, or belongs to another account than the
          one you are signed in with. <a href={paths.account.home()}>See your account</a>, or{" "}
          <a href={paths.account.email()}>ask for a new link</a>.
        </p>
      </LinkGone>
    );
  }
  return (
    <Narrow>
      <BackLink href={paths.account.home()}>Your account</BackLink>
      <PageHeading
        lead={
          <>
            You will sign in with <strong>{email}</strong> instead of {current}, and our emails will go there.
          </>
        }
      >
        Change your email address?
      </PageHeading>
      <p>
        You stay signed in here, and are signed out everywhere else. An email to the old address says what was done.
      </p>
      <form method="post">
        <Button>Change email address</Button>
      </form>
      <p>
        <a href={paths.account.home()}>Keep the old address</a>
      </p>
    </Narrow>
  );
}
