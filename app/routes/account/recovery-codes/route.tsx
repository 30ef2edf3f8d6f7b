import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button, ButtonLink } from "~/components/button";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { RecoveryCodes } from "~/components/recovery-codes";
import { RECOVERY_CODES } from "~/domain/people/recovery-code";
import { forSignedIn, freshly } from "~/guards.server";
import { ownAccount } from "~/journeys/account/own-account";
import { recoveryCodesToKeep } from "~/journeys/account/recovery-codes-to-keep";
import { renewRecoveryCodes } from "~/journeys/account/set-up-authenticator";
import { paths } from "~/paths";

export const loader = forSignedIn(
  freshly(async ({ context, person }) => ({ left: (await ownAccount(context, person)).recoveryCodesLeft })),
);

/** The codes are in the answer and nowhere else. */
export const action = forSignedIn(
  freshly(async ({ context, person, session, cookies }) => {
    const { codes, cookie } = await renewRecoveryCodes(context, session, person);
    cookies.set(cookie);
    return recoveryCodesToKeep(context, person, codes);
  }),
);

export const meta = () => pageTitle("Recovery codes");

export default function RecoveryCodesPage() {
  const { left } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  if (made) {
    return (
      <Narrow>
        <PageHeading lead="The old ones no longer work. You were signed out everywhere but here.">
          Keep your new recovery codes
        </PageHeading>
        <RecoveryCodes {...made}>
          <ButtonLink href={paths.account.home({ said: "recovery-codes" })}>I have saved them – continue</ButtonLink>
        </RecoveryCodes>
      </Narrow>
    );
  }
  return (
    <Narrow>
      <BackLink href={paths.account.home()}>Your account</BackLink>
      <PageHeading lead={`You have ${left} of ${RECOVERY_CODES} left.`}>Recovery codes</PageHeading>
      <p>
        If your phone is lost or broken, you can sign in with one of them. Each works once. If you have used most of
        them, or do not know where they are, make new ones. The old ones then no longer work, and you are signed out
        everywhere but here.
      </p>
      <form method="post" action={paths.account.recoveryCodes()}>
        <Button>Make new recovery codes</Button>
      </form>
    </Narrow>
  );
}
