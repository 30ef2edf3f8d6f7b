import { Button, ButtonGroup } from "~/components/button";
import { SummaryList } from "~/components/summary-list";
import type { Reset } from "~/db/resets";
import { formatMoment } from "~/domain/calendar/day";
import { paths } from "~/paths";

interface WaitingProps {
  reset: Reset;
  reader: { id: string; isAdmin: boolean };
}

/** A reset that waits for a second person, and what the reader can do about it. */
export function Waiting({ reset: { id, person, starter, startedAt, expiresAt }, reader }: WaitingProps) {
  const headingId = `reset-${id}`;
  const whyNot =
    person.id === reader.id
      ? "This is your own account, so somebody else has to approve it."
      : starter.id === reader.id
        ? "You started this reset, so somebody else of the Foundation has to approve it."
        : null;
  return (
    <section aria-labelledby={headingId}>
      <h2 className="govuk-heading-m" id={headingId}>
        {reader.isAdmin ? <a href={paths.manage.person(person.id)}>{person.name}</a> : person.name}
      </h2>
      <SummaryList
        rows={[
          { key: "Email address", value: person.email },
          { key: "Started by", value: `${starter.name}, on ${formatMoment(startedAt.getTime())}` },
          { key: "Can be approved until", value: formatMoment(expiresAt.getTime()) },
        ]}
      />
      {whyNot !== null && <p>{whyNot}</p>}
      <ButtonGroup>
        {whyNot === null && <Decision id={id} name={person.name} decide="approve" />}
        <Decision id={id} name={person.name} decide="cancel" />
      </ButtonGroup>
    </section>
  );
}

function Decision({ id, name, decide }: { id: string; name: string; decide: "approve" | "cancel" }) {
  return (
    <form method="post" action={paths.manage.resets()}>
      <input type="hidden" name="reset" value={id} />
      <input type="hidden" name="do" value={decide} />
      <Button variant={decide === "approve" ? "primary" : "secondary"}>
        {decide === "approve" ? "Approve the reset" : "Cancel the reset"}
        <span className="govuk-visually-hidden"> of {name}</span>
      </Button>
    </form>
  );
}
