import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { leftInWords } from "~/domain/people/recovery-code";
import { forSignedIn } from "~/guards.server";
import { onwards } from "~/journeys/account/onwards";
import { ownAccount } from "~/journeys/account/own-account";
import { ownPath } from "~/own-path";
import { paths } from "~/paths";

/** After signing in with a recovery code, while the second factor is fresh: a new app asks for no other code now. */
export const loader = forSignedIn(async ({ context, person, url }) => ({
  left: (await ownAccount(context, person)).recoveryCodesLeft,
  to: ownPath(url.searchParams.get("to")) ?? onwards(person, null),
}));

export const meta = () => pageTitle("Set up your new phone");

export default function NewPhone() {
  const { left, to } = useLoaderData<typeof loader>();
  return (
    <Narrow>
      <PageHeading lead={`You signed in with a recovery code. ${leftInWords(left)}.`}>
        Set up your new phone
      </PageHeading>
      <p>
        If your phone is lost or broken, set up the new one now. It takes two minutes, and you get ten new recovery
        codes with it. Later you would need another recovery code for it.
      </p>
      <ButtonLink href={paths.account.authenticator()}>Replace my authenticator app</ButtonLink>
      <p>
        <a href={to}>Not now: go on</a>
      </p>
    </Narrow>
  );
}
