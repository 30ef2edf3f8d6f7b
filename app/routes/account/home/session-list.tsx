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
        Each is a browser that was not signed out. It ends by itself after half an hour without use, and after twelve
        hours. If you do not know one, end it and change your password.
      </p>
      <form method="post" action={paths.account.home()}>
        <ul className="own-list">
          {sessions.map((session) => (
            <Item key={session.handle} {...session} />
          ))}
        </ul>
        {sessions.length > 2 && (
          <Button variant="secondary" name="end" value={allOthers}>
            End all others
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
          {isHalfWay && <Tag tone="waiting">Password given, second factor not yet</Tag>}
        </div>
        <p className="own-list__facts">
          Begun on {formatMoment(begunAt.getTime())}. Last used on {formatMoment(lastUsedAt.getTime())}.
        </p>
      </div>
      {!isThis && (
        <Button variant="secondary" name="end" value={handle}>
          End<span className="govuk-visually-hidden"> {browser}</span>
        </Button>
      )}
    </li>
  );
}
