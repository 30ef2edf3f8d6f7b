import { Button } from "~/components/button";
import { Details } from "~/components/details";
import { Inset } from "~/components/inset";
import { Warning } from "~/components/warning";
import { formatMoment } from "~/domain/calendar/day";
import type { PersonFile } from "~/journeys/manage/people";
import { paths } from "~/paths";

interface LostFactorProps extends Pick<PersonFile, "account" | "reset"> {
  /** Whether they asked for help themselves, and wait for it. */
  isAsked: boolean;
}

/** A reset that waits for a second person, or the way to start one. */
export function LostFactor({ account: { name, standing }, reset, isAsked }: LostFactorProps) {
  if (reset !== null) {
    return (
      <Inset>
        <p>
          {reset.starter.name} started to reset this account on {formatMoment(reset.startedAt.getTime())}. A second
          person of the Foundation can approve it until {formatMoment(reset.expiresAt.getTime())}.
        </p>
        <p>
          <a href={paths.manage.resets()}>Approve or cancel it</a>
        </p>
      </Inset>
    );
  }
  if (standing !== "active") return null;
  return (
    <Details summary="They have lost their phone and recovery codes" open={isAsked}>
      <Warning>
        Telephone {name} first, on a number you already had. A number from an email or a call that asks for this may be
        anybody’s.
      </Warning>
      <p>
        Nothing changes until a second person of the Foundation approves the reset within 24 hours. Then the password,
        the authenticator app, the passkeys and the recovery codes stop working, and {name} is sent a new invitation
        with which to set them up again.
      </p>
      <form method="post">
        <input type="hidden" name="do" value="reset" />
        <Button>Start a reset</Button>
      </form>
    </Details>
  );
}
