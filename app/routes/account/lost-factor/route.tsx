import { redirect } from "@remix-run/node";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { forEntrant } from "~/guards.server";
import { askForHelp } from "~/journeys/account/ask-for-help";
import { paths } from "~/paths";

export const loader = forEntrant(async ({ url }) => {
  if (url.searchParams.get("said") !== "asked") throw redirect(paths.account.signIn());
  return null;
});

export const action = forEntrant(async ({ context, person }) => {
  await askForHelp(context, person);
  throw redirect(paths.account.lostFactor({ said: "asked" }), 303);
});

export const meta = () => pageTitle("The Foundation has been asked");

export default function LostFactor() {
  return (
    <Narrow>
      <PageHeading lead="We have written to the Foundation’s administrators that you have lost your second factor.">
        The Foundation has been asked
      </PageHeading>
      <h2 className="govuk-heading-m">What happens next</h2>
      <ol className="govuk-list govuk-list--number">
        <li>Somebody of the Foundation telephones you, to make sure that it is you.</li>
        <li>Two of its people agree to reset your account.</li>
        <li>You get a letter with a new invitation, and set up a password and your phone as you did the first time.</li>
      </ol>
      <p>Drafts and returns of your trust stay as they are. A colleague with an account can go on meanwhile.</p>
    </Narrow>
  );
}
