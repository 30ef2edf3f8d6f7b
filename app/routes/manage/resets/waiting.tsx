import { Button, ButtonGroup } from "~/components/button";
import { SummaryList } from "~/components/summary-list";
import { formatMoment } from "~/domain/calendar/day";
import { rolesInWords } from "~/domain/people/account";
import type { WaitingReset } from "~/journeys/manage/resets";
import { paths } from "~/paths";

interface WaitingProps extends WaitingReset {
  /** Whether the reader may open the page of a person. */
  isAdmin: boolean;
}

/** A reset that waits for a second person, and what the reader can do about it. */
export function Waiting({ reset, account, whyNot, isAdmin }: WaitingProps) {
  const { id, starter, startedAt, expiresAt } = reset;
  const { name, email, jobTitle } = account;
  const headingId = `reset-${id}`;
  return (
    <section aria-labelledby={headingId}>
      <h3 className="govuk-heading-s" id={headingId}>
        {isAdmin ? <a href={paths.manage.person(account.id)}>{name}</a> : name}
      </h3>
      <SummaryList
        rows={[
          { key: "Acts as", value: rolesInWords(account).join("; ") },
          ...(jobTitle === "" ? [] : [{ key: "Job title", value: jobTitle }]),
          { key: "Email address", value: email },
          { key: "Started by", value: `${starter.name}, on ${formatMoment(startedAt.getTime())}` },
          { key: "Can be approved until", value: formatMoment(expiresAt.getTime()) },
        ]}
      />
      {whyNot === null ? (
        <p>
          Ask {starter.name}, who started it, which number they rang. Approve only if the Foundation had that number
          before {name} asked for help.
        </p>
      ) : (
        <p>{whyNot}</p>
      )}
      <ButtonGroup>
        {whyNot === null && <Decision id={id} name={name} decide="approve" />}
        <Decision id={id} name={name} decide="cancel" />
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
