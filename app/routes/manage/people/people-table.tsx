import type { ReactNode } from "react";
import { DataTable } from "~/components/data-table";
import { sortLink } from "~/components/sort";
import { StandingTag } from "~/components/standing";
import { dayInLondon, formatShortDay } from "~/domain/calendar/day";
import { factorsInWords } from "~/domain/people/account";
import { ROLE_IN_WORDS } from "~/domain/people/person";
import type { Listed } from "~/journeys/manage/people";
import { paths } from "~/paths";
import type { Sort, View } from "./view";

interface PeopleTableProps {
  people: readonly Listed[];
  view: View;
  link: (change: Partial<View>) => string;
  empty: ReactNode;
}

const shortDay = (at: Date) => formatShortDay(dayInLondon(at.getTime()));

export function PeopleTable({ people, view, link, empty }: PeopleTableProps) {
  const sort = (column: Sort) =>
    sortLink(view.sort, column, (by) => link({ sort: by }), { largestFirst: column === "seen" });
  return (
    <DataTable
      caption={`${people.length} ${people.length === 1 ? "person" : "people"}`}
      rows={people}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: "name",
          header: "Name",
          heads: true,
          sort: sort("name"),
          cell: ({ id, name, email }) => (
            <>
              <a href={paths.manage.person(id)}>{name}</a>
              <span className="reading">{breakable(email)}</span>
            </>
          ),
        },
        {
          key: "state",
          header: "State",
          sort: sort("state"),
          cell: (person) => (
            <>
              <StandingTag standing={person.standing} />
              <span className="reading one-line">{since(person)}</span>
            </>
          ),
        },
        { key: "role", header: "Acts as", sort: sort("role"), cell: (person) => <Roles {...person} /> },
        {
          key: "seen",
          header: <span className="one-line">Last sign-in</span>,
          oneLine: true,
          sort: sort("seen"),
          cell: ({ lastSignInAt }) => (lastSignInAt === null ? "–" : shortDay(lastSignInAt)),
        },
        { key: "factors", header: "Sign-in method", cell: factorsInWords },
      ]}
    />
  );
}

/** An address that breaks behind its @ first, where it has to. */
function breakable(email: string): ReactNode {
  const [mailbox, domain] = email.split("@");
  return (
    <>
      {mailbox}@<wbr />
      {domain}
    </>
  );
}

function Roles({ foundationRole, places }: Pick<Listed, "foundationRole" | "places">) {
  if (foundationRole !== null) return ROLE_IN_WORDS[foundationRole];
  if (places.length === 0) return "–";
  return (
    <ul className="roles">
      {places.map(({ ods, name, role, isEnded }) => (
        <li key={ods}>
          {ROLE_IN_WORDS[role]}, {name} <span className="code">{ods}</span>
          {isEnded && " (its access is ended)"}
        </li>
      ))}
    </ul>
  );
}

function since({ standing, invitation, endedAt }: Listed): string | null {
  if (standing === "invited" && invitation !== null) return `on ${shortDay(invitation.sentAt)}`;
  if (standing === "expired" && invitation !== null) return `on ${shortDay(invitation.expiresAt)}`;
  if (standing === "ended" && endedAt !== null) return `on ${shortDay(endedAt)}`;
  return null;
}
