import { ROLE_IN_WORDS } from "~/domain/people/person";
import type { Invitation } from "~/journeys/account/invitation";

/** What somebody is invited to, and with which address they will sign in. */
export function InvitedTo({ email, role, places }: Pick<Invitation, "email" | "role" | "places">) {
  const [place, ...more] = places;
  return (
    <>
      {place === undefined && <p className="govuk-body-l">You are invited as {ROLE_IN_WORDS[role]}.</p>}
      {place !== undefined && more.length === 0 && (
        <p className="govuk-body-l">
          You are invited to act for {place.name}, as {ROLE_IN_WORDS[place.role].toLowerCase()}.
        </p>
      )}
      {more.length > 0 && (
        <>
          <p className="govuk-body-l">You are invited to act for:</p>
          <ul>
            {places.map(({ ods, name, role }) => (
              <li key={ods}>
                {name}, as {ROLE_IN_WORDS[role].toLowerCase()}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        You will sign in with <strong>{email}</strong>.
      </p>
    </>
  );
}
