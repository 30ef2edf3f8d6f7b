import { HowToReach } from "~/components/how-to-reach";
import { LinkGone } from "~/components/link-gone";
import { paths } from "~/paths";

/** `own` is where somebody who is signed in goes on to. */
export function InvitationGone({ own }: { own: string | null }) {
  if (own !== null) {
    return (
      <LinkGone heading="This invitation no longer works">
        <p>
          You are signed in, so if it was yours you have accepted it already. <a href={own}>Go on to your work</a>.
        </p>
        <p>
          If it was for another account, sign out first. If that one cannot sign in either, <HowToReach />.
        </p>
      </LinkGone>
    );
  }
  return (
    <LinkGone heading="This invitation no longer works">
      <p>
        It was used, has expired after seven days, was replaced by a newer one, or a wrong code was entered ten times.
      </p>
      <p>
        If you have set a password already, <a href={paths.account.signIn()}>sign in</a> to go on where you stopped.
        Otherwise use the link of the latest email. If that does not work either, <HowToReach /> to ask for a new
        invitation.
      </p>
    </LinkGone>
  );
}
