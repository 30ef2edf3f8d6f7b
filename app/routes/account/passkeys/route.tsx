import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { Narrow } from "~/components/narrow";
import { Notification } from "~/components/notification";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { browserInWords } from "~/domain/people/browser-in-words";
import { forSignedIn, freshly } from "~/guards.server";
import { ownPasskeys, removeOwnPasskey } from "~/journeys/account/own-passkeys";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";
import { NewPasskeyForm } from "./new-passkey-form";
import { PasskeyList } from "./passkey-list";

const form = z.object({ remove: z.string().default("") });

export const loader = forSignedIn(
  freshly(async ({ context, person, url }) => ({
    passkeys: await ownPasskeys(context, person),
    suggestedName: nameable(browserInWords(context.where.agent)),
    said: url.searchParams.get("said"),
  })),
);

export const action = forSignedIn(
  freshly(async ({ context, person, session, request, cookies }) => {
    const { remove } = await readForm(request, form);
    const cookie = await removeOwnPasskey(context, session, person, remove);
    if (cookie !== null) cookies.set(cookie);
    throw redirect(paths.account.passkeys({ said: "removed" }), 303);
  }),
);

export const meta = () => pageTitle("Passkeys");

/** What nobody would know again by its name is left for its owner to name. */
const nameable = (browser: string) => (browser.startsWith("A browser") ? "" : browser);

const SAID: Readonly<Record<string, string>> = {
  added: "The passkey is added. You were signed out everywhere else.",
  removed: "The passkey is removed. You were signed out everywhere else.",
};

export default function Passkeys() {
  const { passkeys, suggestedName, said } = useLoaderData<typeof loader>();
  const notice = said !== null && Object.hasOwn(SAID, said) ? SAID[said] : undefined;
  return (
    <Narrow>
      <BackLink href={paths.account.home()}>Your account</BackLink>
      {notice !== undefined && (
        <Notification kind="success">
          <p className="govuk-notification-banner__heading">{notice}</p>
        </Notification>
      )}
      <PageHeading lead="With a passkey you show that it is you by your fingerprint, your face or the PIN of your device, in place of a code. Your authenticator app stays, for when the device is not to hand.">
        Passkeys
      </PageHeading>
      <PasskeyList passkeys={passkeys} />
      <NewPasskeyForm suggestedName={suggestedName} />
    </Narrow>
  );
}
