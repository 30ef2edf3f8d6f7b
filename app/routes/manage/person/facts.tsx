import { StandingTag } from "~/components/standing";
import { SummaryList } from "~/components/summary-list";
import { formatMoment } from "~/domain/calendar/day";
import { factorsInWords } from "~/domain/people/account";
import { ROLE_IN_WORDS } from "~/domain/people/person";
import type { Listed } from "~/journeys/manage/people";

const moment = (at: Date) => formatMoment(at.getTime());

const placesInWords = (places: Listed["places"]) =>
  places.map(({ name, ods, role }) => `${name} (${ods}), as ${ROLE_IN_WORDS[role].toLowerCase()}`).join("; ");

/** Who somebody is, how their account stands, and how they sign in. */
export function Facts({ account }: { account: Listed }) {
  const { email, jobTitle, foundationRole, places, standing, invitation, lastSignInAt, endedAt } = account;
  return (
    <SummaryList
      rows={[
        { key: "Email address", value: email },
        ...(jobTitle === "" ? [] : [{ key: "Job title", value: jobTitle }]),
        ...(foundationRole === null ? [] : [{ key: "May act as", value: ROLE_IN_WORDS[foundationRole] }]),
        ...(endedAt === null || places.length === 0 ? [] : [{ key: "Acted for", value: placesInWords(places) }]),
        { key: "State", value: <StandingTag standing={standing} /> },
        ...(endedAt === null ? [] : [{ key: "Access ended", value: moment(endedAt) }]),
        ...(invitation === null
          ? []
          : [
              { key: "Invitation sent", value: moment(invitation.sentAt) },
              {
                key: standing === "expired" ? "Invitation expired" : "Invitation works until",
                value: moment(invitation.expiresAt),
              },
            ]),
        { key: "Last sign-in", value: lastSignInAt === null ? "Never" : moment(lastSignInAt) },
        { key: "Second factor", value: factorsInWords(account) },
      ]}
    />
  );
}
