import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ErrorSummary } from "~/components/error-summary";
import { ManageLinks } from "~/components/manage-links";
import { Notification } from "~/components/notification";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { Warning } from "~/components/warning";
import { isAdmin } from "~/domain/people/person";
import { forStaff, freshly } from "~/guards.server";
import { approve, cancel, waitingResets } from "~/journeys/manage/resets";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";
import { Waiting } from "./waiting";

const form = z.object({ do: z.enum(["approve", "cancel"]), reset: z.string().max(40) });

export const loader = forStaff(async ({ context, person, url }) => ({
  resets: await waitingResets(context),
  reader: { id: person.id, isAdmin: isAdmin(person) },
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

export const meta = () => pageTitle("Resets");

const DONE: Readonly<Record<string, string>> = {
  approved: "The account is reset, and its owner is sent a new invitation.",
  cancelled: "The reset is cancelled. The account stays as it is.",
};

export default function Resets() {
  const { resets, reader, said } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const done = refused === undefined && said !== null && Object.hasOwn(DONE, said) ? DONE[said] : undefined;
  return (
    <>
      {reader.isAdmin && <ManageLinks current="resets" />}
      <ErrorSummary problems={refused ? [{ text: refused.problem }] : []} />
      {done !== undefined && (
        <Notification kind="success">
          <p className="govuk-notification-banner__heading">{done}</p>
        </Notification>
      )}
      <PageHeading lead="Accounts whose owners have lost the second factor. An admin starts a reset, and a second person of the Foundation approves it within 24 hours.">
        Resets
      </PageHeading>
      {resets.length > 0 && (
        <Warning>
          Ask who started it on which number they telephoned, and approve only if it was known before somebody asked for
          the reset.
        </Warning>
      )}
      {resets.length === 0 && <p className="nothing">No reset waits for a second person.</p>}
      {resets.map((reset) => (
        <Waiting key={reset.id} reset={reset} reader={reader} />
      ))}
    </>
  );
}
