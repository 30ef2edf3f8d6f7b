import { Button } from "~/components/button";
import { Details } from "~/components/details";
import { Inset } from "~/components/inset";
import type { TrustAccess } from "~/db/trusts";
import { formatMoment } from "~/domain/calendar/day";
import { paths } from "~/paths";

/** That nobody may act for a trust, and the way to let them again. */
export function EndedTrust({ ods, name, endedAt }: TrustAccess) {
  if (endedAt === null) return null;
  return (
    <Inset>
      <p>
        The access of {name} was ended on {formatMoment(endedAt.getTime())}. Nobody can act for it.
      </p>
      <form method="post" action={paths.manage.people({ trust: ods })}>
        <input type="hidden" name="do" value="restore" />
        <Button variant="secondary">Give its access back</Button>
      </form>
    </Inset>
  );
}

/** The way to let nobody act for a trust any more. */
export function EndTrust({ ods, name, endedAt }: TrustAccess) {
  if (endedAt !== null) return null;
  return (
    <Details summary={`End the access of ${name}`}>
      <p>
        Whoever is acting for {name} is signed out at once, and nobody can act for it until its access is given back.
        Its drafts, its returns and who may act for it stay as they are.
      </p>
      <form method="post" action={paths.manage.people({ trust: ods })}>
        <input type="hidden" name="do" value="end" />
        <Button variant="warning">End the access of this trust</Button>
      </form>
    </Details>
  );
}
