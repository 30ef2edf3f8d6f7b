import { SummaryList } from "~/components/summary-list";
import { formatMoment } from "~/domain/calendar/day";
import { type Account, rolesInWords } from "~/domain/people/account";
import { paths } from "~/paths";

interface AskedProps {
  account: Account;
  /** Whether the reader may start a reset, on the page of the person. */
  isAdmin: boolean;
}

/** Somebody who has asked for help because they cannot give a code, and for whom nobody has done anything yet. */
export function Asked({ account, isAdmin }: AskedProps) {
  const { id, name, email, helpAskedAt } = account;
  return (
    <section aria-labelledby={`asked-${id}`}>
      <h3 className="govuk-heading-s" id={`asked-${id}`}>
        {isAdmin ? <a href={paths.manage.person(id)}>{name}</a> : name}
      </h3>
      <SummaryList
        rows={[
          { key: "Acts as", value: rolesInWords(account).join("; ") },
          { key: "Email address", value: email },
          { key: "Asked for help", value: helpAskedAt === null ? "–" : formatMoment(helpAskedAt.getTime()) },
        ]}
      />
      <p>
        {isAdmin ? (
          <>
            Telephone {name} on a number you already had. Then <a href={paths.manage.person(id)}>start a reset</a>.
          </>
        ) : (
          "An admin telephones them and starts a reset."
        )}
      </p>
    </section>
  );
}
