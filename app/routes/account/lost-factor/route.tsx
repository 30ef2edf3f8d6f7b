import { redirect } from "@remix-run/node";
import { HowToReach } from "~/components/how-to-reach";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { forEntrant, limited } from "~/guards.server";
import { askForHelp } from "~/journeys/account/ask-for-help";
import { paths } from "~/paths";

export const loader = forEntrant(async ({ url }) => {
  if (url.searchParams.get("said") !== "asked") throw redirect(paths.account.signIn());
  return null;
});

export const action = forEntrant(
  limited("help", async ({ context, person }) => {
    await askForHelp(context, person);
    throw redirect(paths.account.lostFactor({ said: "asked" }), 303);
  }),
);

export const meta = () => pageTitle("The Foundation has been asked");

export default function LostFactor() {
  return (
    <Narrow>
      <PageHeading lead="We have told the Foundation’s administrators that you cannot get a code.">
        The Foundation has been asked
      </PageHeading>
      <h2 className="govuk-heading-m">What happens next</h2>
      <ol className="govuk-list govuk-list--number">
        <li>
          Someone from the Foundation telephones you, on a number that they had before or through your trust’s
          switchboard, to make sure that it is you. They never ask for your password or a code.
        </li>
        <li>Two of the Foundation’s people agree to reset your account.</li>
        <li>You get an email with a new invitation, and set up a password and your phone as you did the first time.</li>
      </ol>
      <h2 className="govuk-heading-m">If you cannot wait</h2>
      <ul>
        <li>
          If you find one of your recovery codes, <a href={paths.account.signIn()}>sign in with it</a>.
        </li>
        <li>A colleague with an account can finish and send your trust’s return. Its drafts stay as they are.</li>
        <li>
          If your return is due today, <HowToReach /> before the end of the day, and say so.
        </li>
      </ul>
    </Narrow>
  );
}
