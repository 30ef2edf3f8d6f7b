import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { Notification } from "~/components/notification";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { formatMoment } from "~/domain/calendar/day";
import { type Admin, FOUNDATION_ROLES, TRUST_ROLES } from "~/domain/people/person";
import { forAdmin, freshly } from "~/guards.server";
import type { Context } from "~/journeys/context";
import { addTrust, changeFoundationRole, changeTrustRole, takeTrust } from "~/journeys/manage/change-role";
import type { Changed } from "~/journeys/manage/changed";
import { endAccess, restoreAccess } from "~/journeys/manage/end-access";
import { inviteAgain } from "~/journeys/manage/invite-again";
import { type Listed, personFile } from "~/journeys/manage/people";
import { startReset } from "~/journeys/manage/start-reset";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";
import { Access } from "./access";
import { Facts } from "./facts";
import { ChangeFoundationRole } from "./foundation-role";
import { LostFactor } from "./lost-factor";
import { Trusts } from "./trusts";

const ods = z.string().max(20);
const form = z.discriminatedUnion("do", [
  z.object({ do: z.enum(["invite", "end", "restore", "reset"]) }),
  z.object({ do: z.enum(["role", "add"]), ods, role: z.enum(TRUST_ROLES) }),
  z.object({ do: z.literal("take"), ods }),
  z.object({ do: z.literal("foundation-role"), role: z.enum(FOUNDATION_ROLES) }),
]);
type Wanted = z.infer<typeof form>;

const NO_SUCH_PERSON = "There is nobody at this address.";

export const loader = forAdmin(async ({ context, person, params, url }) => {
  const found = await personFile(context, params.id ?? "");
  if (found === null) throw new Response(NO_SUCH_PERSON, { status: 404 });
  return { ...found, isSelf: found.account.id === person.id, said: url.searchParams.get("said") };
});

export const action = forAdmin(
  freshly(async ({ context, person, params, request }) => {
    const id = params.id ?? "";
    const wanted = await readForm(request, form);
    const answer = await change(context, person, id, wanted);
    if (answer.kind === "nobody") throw new Response(NO_SUCH_PERSON, { status: 404 });
    if (answer.kind === "problem") return data({ wanted, problem: answer.problem }, { status: 422 });
    throw redirect(paths.manage.person(id, { said: SAID[wanted.do] }), 303);
  }),
);

function change(context: Context, by: Admin, id: string, wanted: Wanted): Promise<Changed> {
  switch (wanted.do) {
    case "invite":
      return inviteAgain(context, by, id);
    case "end":
      return endAccess(context, by, id);
    case "restore":
      return restoreAccess(context, by, id);
    case "reset":
      return startReset(context, by, id);
    case "role":
      return changeTrustRole(context, by, id, wanted);
    case "add":
      return addTrust(context, by, id, wanted);
    case "take":
      return takeTrust(context, by, id, wanted.ods);
    case "foundation-role":
      return changeFoundationRole(context, by, id, wanted.role);
  }
}

const SAID = {
  invite: "invited",
  end: "ended",
  restore: "restored",
  reset: "reset-started",
  role: "role",
  add: "added",
  take: "removed",
  "foundation-role": "role",
} as const;

/** What a page says was done, as long as it is still so. */
function doneInWords(said: string | null, { name, email, invitation, endedAt, hasPassword }: Listed): string | null {
  const sent = invitation && formatMoment(invitation.sentAt.getTime());
  switch (said) {
    case "invited":
      return sent && !hasPassword ? `${name} is invited. The letter to ${email} went out on ${sent}.` : null;
    case "ended":
      return endedAt && `The access of ${name} is ended.`;
    case "restored":
      return endedAt === null ? `${name} has access again.` : null;
    case "role":
      return `The role of ${name} is changed, as you see below.`;
    case "added":
      return hasPassword
        ? `The trust is added, and ${name} is told by letter.`
        : `The trust is added, and ${name} is sent a new invitation.`;
    case "removed":
      return `The trust is taken from ${name}.`;
    case "reset-started":
      return "The reset waits for a second person. The others of the Foundation are told by letter.";
    default:
      return null;
  }
}

export const meta = () => pageTitle("Person");

export default function PersonPage() {
  const { account, reset, otherTrusts, isSelf, said } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { name, foundationRole, standing, endedAt, hasPassword } = account;
  const done = refused === undefined ? doneInWords(said, account) : null;
  const notAdded =
    refused?.wanted.do === "add"
      ? { ods: refused.wanted.ods, role: refused.wanted.role, problem: refused.problem }
      : null;
  return (
    <>
      <BackLink href={paths.manage.people()}>People</BackLink>
      <ErrorSummary problems={refused ? [{ text: refused.problem, ...(notAdded && { href: "#ods" }) }] : []} />
      {done !== null && (
        <Notification kind="success">
          <p className="govuk-notification-banner__heading">{done}</p>
        </Notification>
      )}
      <PageHeading>{name}</PageHeading>
      <Facts account={account} />
      {isSelf && <p>This is you. What you may do is for another admin to change.</p>}
      {!hasPassword && endedAt === null && standing !== "no-trust" && (
        <form method="post">
          <input type="hidden" name="do" value="invite" />
          <Button variant="secondary">Send the invitation again</Button>
          <p className="govuk-hint">The link sent before stops working.</p>
        </form>
      )}
      {endedAt === null && foundationRole === null && (
        <Trusts account={account} otherTrusts={otherTrusts} refused={notAdded} />
      )}
      {endedAt === null && foundationRole !== null && !isSelf && (
        <ChangeFoundationRole name={name} role={foundationRole} />
      )}
      {!isSelf && (
        <section className="on-screen" aria-labelledby="access">
          <h2 className="govuk-heading-m" id="access">
            Access
          </h2>
          <LostFactor account={account} reset={reset} />
          <Access {...account} />
        </section>
      )}
    </>
  );
}
