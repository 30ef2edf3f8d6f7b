import { Button } from "~/components/button";
import { Tag } from "~/components/tag";
import { formatMoment } from "~/domain/calendar/day";
import type { OwnSession } from "~/journeys/account/own-sessions";
import { paths } from "~/paths";

interface SessionListProps {
  sessions: readonly OwnSession[];
  /** What the form sends to end all but this one. */
  allOthers: string;
}

/** Everywhere somebody is signed in, with a button to end each. */
export function SessionList({ sessions, allOthers }: SessionListProps) {
  return (
    <section aria-labelledby="where">
      <h2 id="where">Where you are signed in</h2>
      <p>
        You are signed out of a browser after 30 minutes without use, and always after 12 hours. If you do not recognise
        one, sign it out and change your password.
      </p>
      <form method="post" action={paths.account.home()}>
        <ul className="own-list">
          {sessions.map((session) => (
            <Item key={session.handle} {...session} />
          ))}
        </ul>
        {sessions.length > 2 && (
          <Button variant="secondary" name="end" value={allOthers}>
            Sign out everywhere else
          </Button>
        )}
      </form>
    </section>
  );
}

function Item({ handle, browser, begunAt, lastUsedAt, isThis, isHalfWay }: OwnSession) {
  return (
    <li className="own-list__item">
      <div>
        <div className="own-list__name">
          <strong>{browser}</strong>
          {isThis && <Tag tone="good">This one</Tag>}
          {isHalfWay && <Tag tone="waiting">Waiting for a code</Tag>}
        </div>
        <p className="own-list__facts">
          Signed in {formatMoment(begunAt.getTime())}. Last used {formatMoment(lastUsedAt.getTime())}.
        </p>
      </div>
      {!isThis && (
        <Button variant="secondary" name="end" value={handle}>
          Sign out<span className="govuk-visually-hidden"> of {browser}</span>
        </Button>
      )}
    </li>
  );
}
