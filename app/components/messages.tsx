import { formatMoment } from "../domain/calendar/day";
import { EVENT_LABELS, type EventKind } from "../domain/requests/event";

interface MessagesProps {
  messages: readonly {
    readonly kind: EventKind;
    readonly words: string;
    readonly at: Date;
    readonly by: { readonly name: string } | null;
  }[];
}

/** What a trust and the Foundation wrote to each other about a request, oldest first. */
export function Messages({ messages }: MessagesProps) {
  if (messages.length === 0) return null;
  return (
    <section aria-labelledby="messages">
      <h2 className="govuk-heading-m" id="messages">
        Questions and answers
      </h2>
      <ol className="messages">
        {messages.map(({ kind, words, at, by }) => (
          <li
            key={`${kind} ${at.getTime()}`}
            className={`messages__message messages__message--${SIDES[kind] ?? "trust"}`}
          >
            <p className="messages__who">
              <strong>{EVENT_LABELS[kind]}</strong> {by === null ? "" : `by ${by.name} `}on {formatMoment(at.getTime())}
            </p>
            <p className="messages__words">{words === "" ? "No words were recorded." : words}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

const SIDES: Readonly<Partial<Record<EventKind, "foundation">>> = { queried: "foundation", clarified: "foundation" };
