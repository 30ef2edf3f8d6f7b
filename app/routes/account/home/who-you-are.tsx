import { SummaryList } from "~/components/summary-list";
import { formatMoment } from "~/domain/calendar/day";
import { type Place, ROLE_IN_WORDS, type Role } from "~/domain/people/person";
import { paths } from "~/paths";

interface WhoYouAreProps {
  name: string;
  jobTitle: string;
  email: string;
  role: Role;
  /** None for the Foundation. */
  places: readonly Place[];
  lastSignInAt: Date | null;
}

export function WhoYouAre({ name, jobTitle, email, role, places, lastSignInAt }: WhoYouAreProps) {
  return (
    <SummaryList
      rows={[
        { key: "Name", value: name, action: { href: paths.account.details(), text: "Change", about: "name" } },
        {
          key: "Job title",
          value: jobTitle === "" ? "Not given" : jobTitle,
          action: { href: paths.account.details(), text: "Change", about: "job title" },
        },
        {
          key: "Email address",
          value: email,
          action: { href: paths.account.email(), text: "Change", about: "email address" },
        },
        places.length === 0
          ? { key: "You are", value: ROLE_IN_WORDS[role] }
          : { key: "You act for", value: <Places places={places} /> },
        { key: "Last signed in", value: lastSignInAt === null ? "Never" : formatMoment(lastSignInAt.getTime()) },
      ]}
    />
  );
}

function Places({ places }: { places: readonly Place[] }) {
  return (
    <ul className="places">
      {places.map(({ ods, name, role }) => (
        <li key={ods}>
          {name} ({ods}), as {ROLE_IN_WORDS[role].toLowerCase()}
        </li>
      ))}
    </ul>
  );
}
