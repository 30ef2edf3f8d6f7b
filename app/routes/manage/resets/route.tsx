import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ErrorSummary } from "~/components/error-summary";
import { ManageLinks } from "~/components/manage-links";
import { Notification } from "~/components/notification";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { isAdmin } from "~/domain/people/person";
import { forStaff, freshly } from "~/guards.server";
import { approve, askedForHelp, cancel, waitingResets } from "~/journeys/manage/resets";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";
import { Asked } from "./asked";
import { Waiting } from "./waiting";

const form = z.object({ do: z.enum(["approve", "cancel"]), reset: z.string().max(40) });

export const loader = forStaff(async ({ context, person, url }) => ({
  asked: await askedForHelp(context),
  waiting: await waitingResets(context, person),
  isAdmin: isAdmin(person),
  said: url.searchParams.get("said"),
}));

export const action = forStaff(
  freshly(async ({ context, person, request }) => {
    const wanted = await readForm(request, form);
    const decide = { approve, cancel }[wanted.do];
    const answer = await decide(context, person, wanted.reset);
    if (answer.kind === "nobody") throw new Response("There is no such reset.", { status: 404 });
    if (answer.kind === "problem") return data({ problem: answer.problem }, { status: 422 });
    throw redirect(paths.manage.resets({ said: wanted.do === "approve" ? "approved" : "cancelled" }), 303);
  }),
);

export const meta = () => pageTitle("Account resets");

const DONE: Readonly<Record<string, string>> = {
  approved: "The account is reset. An email with a new invitation is on its way to its owner.",
  cancelled: "The reset is cancelled. The account stays as it is.",
};

export default function AccountResets() {
  const { asked, waiting, isAdmin, said } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const done = refused === undefined && said !== null && Object.hasOwn(DONE, said) ? DONE[said] : undefined;
  return (
    <>
      {isAdmin && <ManageLinks current="resets" />}
      <ErrorSummary problems={refused ? [{ text: refused.problem }] : []} />
      {done !== undefined && (
        <Notification kind="success">
          <p className="govuk-notification-banner__heading">{done}</p>
        </Notification>
      )}
      <PageHeading lead="For people who have lost their phone and their recovery codes. An admin starts a reset, and a second person of the Foundation approves it within 24 hours.">
        Account resets
      </PageHeading>
      {asked.length > 0 && (
        <section aria-labelledby="asked">
          <h2 className="govuk-heading-m" id="asked">
            Asked for help ({asked.length})
          </h2>
          {asked.map((account) => (
            <Asked key={account.id} account={account} isAdmin={isAdmin} />
          ))}
        </section>
      )}
      <section aria-labelledby="waiting">
        <h2 className="govuk-heading-m" id="waiting">
          Waiting for a second person{waiting.length > 0 && ` (${waiting.length})`}
        </h2>
        {waiting.length === 0 && <p className="nothing">No reset waits for a second person.</p>}
        {waiting.map((one) => (
          <Waiting key={one.reset.id} {...one} isAdmin={isAdmin} />
        ))}
      </section>
    </>
  );
}
