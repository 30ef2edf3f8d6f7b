import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Notification } from "~/components/notification";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { isOfficer } from "~/domain/people/person";
import { forSignedIn } from "~/guards.server";
import { ownAccount } from "~/journeys/account/own-account";
import { endOtherSessions, endOwnSession, ownSessions } from "~/journeys/account/own-sessions";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";
import { SecondFactor } from "./second-factor";
import { SessionList } from "./session-list";
import { WhoYouAre } from "./who-you-are";

const ALL_OTHERS = "others";
const form = z.object({ end: z.string().default("") });

export const loader = forSignedIn(async ({ context, person, session, url }) => {
  const { lastSignInAt, ...factors } = await ownAccount(context, person);
  const { name, jobTitle, email, role } = person;
  const places = isOfficer(person) ? person.places : [];
  return {
    who: { name, jobTitle, email, role, places, lastSignInAt },
    factors,
    sessions: await ownSessions(context, session),
    said: url.searchParams.get("said"),
  };
});

export const action = forSignedIn(async ({ context, session, request }) => {
  const { end } = await readForm(request, form);
  const others = end === ALL_OTHERS;
  const isEnded = others ? await endOtherSessions(context, session) : await endOwnSession(context, session, end);
  throw redirect(paths.account.home({ said: !isEnded ? "nothing-ended" : others ? "others" : "ended" }), 303);
});

export const meta = () => pageTitle("Your account");

const SAID: Readonly<Record<string, string>> = {
  password: "Your password is changed. You were signed out everywhere else.",
  authenticator: "Your authenticator app is replaced. You were signed out everywhere else.",
  email: "Your email address is changed. Sign in with the new one from now on.",
  details: "Your name and job title are saved.",
  "recovery-codes": "Your new recovery codes are made. The old ones no longer work.",
  ended: "That browser is signed out.",
  others: "You are signed out everywhere else.",
  "nothing-ended": "That browser was signed out already. The list below is as it stands now.",
  discarded: "What you had sent is discarded.",
};

export default function Account() {
  const { who, factors, sessions, said } = useLoaderData<typeof loader>();
  const notice = said !== null && Object.hasOwn(SAID, said) ? SAID[said] : undefined;
  return (
    <>
      {notice !== undefined && (
        <Notification kind="success">
          <p className="govuk-notification-banner__heading">{notice}</p>
        </Notification>
      )}
      <PageHeading>Your account</PageHeading>
      <div className="own-facts">
        <WhoYouAre {...who} />
        <SecondFactor {...factors} />
      </div>
      <SessionList sessions={sessions} allOthers={ALL_OTHERS} />
    </>
  );
}
