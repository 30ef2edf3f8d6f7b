import { StandingTag } from "~/components/standing";
import { SummaryList } from "~/components/summary-list";
import { formatMoment } from "~/domain/calendar/day";
import { factorsInWords, rolesInWords } from "~/domain/people/account";
import type { Listed } from "~/journeys/manage/people";

const moment = (at: Date) => formatMoment(at.getTime());

/** Who somebody is, how their account stands, and how they sign in. */
export function Facts({ account }: { account: Listed }) {
  const { email, jobTitle, foundationRole, places, invitation, lastSignInAt, endedAt } = account;
  const roles = rolesInWords(account).join("; ");
  return (
    <SummaryList
      rows={[
        { key: "Email address", value: email },
        ...(jobTitle === "" ? [] : [{ key: "Job title", value: jobTitle }]),
        ...(foundationRole === null ? [] : [{ key: "Acts as", value: roles }]),
        ...(endedAt === null || places.length === 0 ? [] : [{ key: "Acted for", value: roles }]),
        { key: "State", value: <State {...account} /> },
        ...(invitation === null ? [] : [{ key: "Invitation sent", value: moment(invitation.sentAt) }]),
        { key: "Last sign-in", value: lastSignInAt === null ? "Never" : moment(lastSignInAt) },
        { key: "Sign-in method", value: factorsInWords(account) },
      ]}
    />
  );
}

function State({ standing, invitation, endedAt }: Listed) {
  const more = {
    active: null,
    "set-up": null,
    "no-trust": null,
    invited: invitation && `until ${moment(invitation.expiresAt)}`,
    expired: invitation && `on ${moment(invitation.expiresAt)}`,
    closed: "Its code was entered wrongly ten times, or access was ended meanwhile.",
    ended: endedAt && `on ${moment(endedAt)}`,
  }[standing];
  return (
    <>
      <StandingTag standing={standing} /> {more}
    </>
  );
}
