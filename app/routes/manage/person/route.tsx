import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { Notification } from "~/components/notification";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { type Admin, FOUNDATION_ROLES, TRUST_ROLES } from "~/domain/people/person";
import { forAdmin, freshly } from "~/guards.server";
import type { Context } from "~/journeys/context";
import { addTrust, changeFoundationRole, changeTrustRole, takeTrust } from "~/journeys/manage/change-role";
import { type Changed, refusal } from "~/journeys/manage/changed";
import { endAccess, restoreAccess } from "~/journeys/manage/end-access";
import { inviteAgain } from "~/journeys/manage/invite-again";
import { personFile } from "~/journeys/manage/people";
import { startReset } from "~/journeys/manage/start-reset";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";
import { Access } from "./access";
import { Asked } from "./asked";
import { Facts } from "./facts";
import { ChangeFoundationRole } from "./foundation-role";
import { LostFactor } from "./lost-factor";
import { doneInWords } from "./said";
import { Trusts } from "./trusts";

const ods = z.string().max(20);
const form = z.discriminatedUnion("do", [
  z.object({ do: z.enum(["invite", "end", "restore", "reset"]) }),
  z.object({ do: z.literal("role"), ods, role: z.enum(TRUST_ROLES) }),
  z.object({ do: z.literal("add"), ods, role: z.enum(TRUST_ROLES).or(z.literal("")).default("") }),
  z.object({ do: z.literal("take"), ods }),
  z.object({ do: z.literal("foundation-role"), role: z.enum(FOUNDATION_ROLES) }),
]);
type Wanted = z.infer<typeof form>;

const NO_ROLE = "Choose what they may do for that trust.";
const NO_SUCH_PERSON = "There is nobody at this address.";

export const loader = forAdmin(async ({ context, person, params, url }) => {
  const found = await personFile(context, params.id ?? "");
  if (found === null) throw new Response(NO_SUCH_PERSON, { status: 404 });
  const done = doneInWords(url.searchParams.get("said"), url.searchParams.get("ods"), found);
  return { ...found, done, isSelf: found.account.id === person.id };
});

export const action = forAdmin(
  freshly(async ({ context, person, params, request }) => {
    const id = params.id ?? "";
    const wanted = await readForm(request, form);
    const answer = await change(context, person, id, wanted);
    const about = "ods" in wanted ? { ods: wanted.ods } : {};
    if (answer.kind === "nobody") throw new Response(NO_SUCH_PERSON, { status: 404 });
    if (answer.kind === "problem") return data({ wanted, problem: answer.problem }, { status: 422 });
    throw redirect(paths.manage.person(id, { said: SAID[wanted.do], ...about }), 303);
  }),
);

async function change(context: Context, by: Admin, id: string, wanted: Wanted): Promise<Changed> {
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
      if (wanted.role === "") return refusal(NO_ROLE);
      return addTrust(context, by, id, { ods: wanted.ods, role: wanted.role });
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

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.account.name ?? "Person");

export default function PersonPage() {
  const { account, askedForHelpAt, reset, otherTrusts, isSelf, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { name, foundationRole, standing, endedAt, hasPassword } = account;
  const notAdded =
    refused?.wanted.do === "add"
      ? ({ ...refused.wanted, problem: refused.problem, field: refused.problem === NO_ROLE ? "role" : "ods" } as const)
      : null;
  return (
    <>
      <BackLink href={paths.manage.people()}>People</BackLink>
      <ErrorSummary
        problems={refused ? [{ text: refused.problem, ...(notAdded && { href: `#${notAdded.field}` }) }] : []}
      />
      {refused === undefined && done !== null && (
        <Notification kind="success">
          <p className="govuk-notification-banner__heading">{done}</p>
        </Notification>
      )}
      <PageHeading>{name}</PageHeading>
      {askedForHelpAt !== null && !isSelf && <Asked name={name} at={askedForHelpAt} />}
      <Facts account={account} />
      {isSelf && (
        <p>
          This is your account. Another admin can change what you can do. Go to{" "}
          <a href={paths.account.home()}>your account</a>
        </p>
      )}
      {!hasPassword && endedAt === null && standing !== "no-trust" && (
        <form method="post">
          <input type="hidden" name="do" value="invite" />
          {standing === "invited" && <p>If you send the invitation again, the link sent before stops working.</p>}
          <Button variant="secondary">Send the invitation again</Button>
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
          <LostFactor account={account} reset={reset} isAsked={askedForHelpAt !== null} />
          <Access {...account} />
        </section>
      )}
    </>
  );
}
