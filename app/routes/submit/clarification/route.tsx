import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { Textarea } from "~/components/fields/textarea";
import { ForSignatories } from "~/components/for-signatories";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { formatYear } from "~/domain/calendar/reporting-year";
import { isSignatory } from "~/domain/people/person";
import { newFormId } from "~/form-id.server";
import { forSignatory, forTrust, yearOf } from "~/guards.server";
import { askClarification, mayAsk } from "~/journeys/submit/ask-clarification";
import { whoMayDeclare } from "~/journeys/submit/ask-to-declare";
import { yourRound } from "~/journeys/submit/your-round";
import { openedFor, paths } from "~/paths";
import { messageFields, readForm } from "~/read-form.server";

const form = z.object(messageFields);

export const loader = forTrust(async ({ context, person, params }) => {
  const year = yearOf(params);
  const yours = await yourRound(context, person, year);
  if (yours === null || !yours.canSend || !mayAsk(yours.state.kind)) throw redirect(paths.submit.year(year));
  const signatories = isSignatory(person) ? null : await whoMayDeclare(context, person);
  return { year, trust: person.trust, formId: newFormId(), signatories };
});

export const action = forSignatory(async ({ context, person, params, request }) => {
  const year = yearOf(params);
  const typed = await readForm(request, form);
  const answer = await askClarification(context, person, year, typed);
  if (answer.kind === "problem") return data({ words: typed.words, problem: answer.message }, { status: 422 });
  throw redirect(paths.submit.year(year, answer.kind === "asked" ? { said: "asked" } : {}), 303);
});

export const meta = () => pageTitle("We need something clarified first");

export default function Clarification() {
  const { year, trust, formId, signatories } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.submit.otherAnswer(year)}>Answer in another way</BackLink>
        <ErrorSummary problems={refused ? [{ text: refused.problem, href: "#words" }] : []} />
        <PageHeading
          caption={`${trust.name}, ${formatYear(year)}`}
          lead="You need not answer until the Foundation’s reply has reached you. Then a fresh 20 working days begin."
        >
          We need something clarified first
        </PageHeading>
        {signatories === null ? (
          <form method="post" action={openedFor(trust.ods, paths.submit.clarification(year))}>
            <input type="hidden" name="formId" value={formId} />
            <Textarea
              name="words"
              label="What do you need to know?"
              hint="For example: do you count referrals or children? Please name no child and no case."
              value={refused?.words ?? ""}
              error={refused?.problem}
              rows={6}
            />
            <Button>Send the question</Button>
          </form>
        ) : (
          <ForSignatories what="ask, since asking stops the clock" signatories={signatories} />
        )}
      </div>
    </div>
  );
}
