import { Button } from "~/components/button";
import { formatMoment } from "~/domain/calendar/day";
import type { NamedPasskey } from "~/journeys/account/own-passkeys";
import { paths } from "~/paths";

export function PasskeyList({ passkeys }: { passkeys: readonly NamedPasskey[] }) {
  if (passkeys.length === 0) return <p className="nothing">You have no passkey yet.</p>;
  return (
    <form method="post" action={paths.account.passkeys()}>
      <ul className="own-list" aria-label="Your passkeys">
        {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
          <li key={id} className="own-list__item">
            <div>
              <strong>{name}</strong>
              <p className="own-list__facts">
                Added on {formatMoment(createdAt.getTime())}.{" "}
                {lastUsedAt === null ? "Not used yet." : `Last used on ${formatMoment(lastUsedAt.getTime())}.`}
              </p>
            </div>
            <Button variant="secondary" name="remove" value={id}>
              Remove<span className="govuk-visually-hidden"> {name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </form>
  );
}
