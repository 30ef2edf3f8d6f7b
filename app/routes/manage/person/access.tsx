import { Button } from "~/components/button";
import { Details } from "~/components/details";
import type { Listed } from "~/journeys/manage/people";

/** Ends somebody's access, or gives it back. */
export function Access({ name, endedAt, hasPassword }: Listed) {
  if (endedAt !== null) {
    return (
      <form method="post">
        <p>
          {hasPassword
            ? `With access, ${name} signs in as before, with the same password and authenticator app.`
            : `${name} has no password. Give access back, then send the invitation again.`}
        </p>
        <input type="hidden" name="do" value="restore" />
        <Button>Give access back</Button>
      </form>
    );
  }
  return (
    <Details summary="End their access">
      <p>
        {name} is signed out at once and cannot sign in any more. Links in emails sent to them stop working. What they
        saved, declared or decided stays. You can give access back.
      </p>
      <form method="post">
        <input type="hidden" name="do" value="end" />
        <Button variant="warning">End access</Button>
      </form>
    </Details>
  );
}
