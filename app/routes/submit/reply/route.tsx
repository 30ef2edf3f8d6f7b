import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { ForSignatories } from "~/components/for-signatories";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { WriteForm } from "~/components/write-form";
import { formatYear } from "~/domain/calendar/reporting-year";
import { isSignatory } from "~/domain/people/person";
import { newFormId } from "~/form-id.server";
import { forSignatory, forTrust, yearOf } from "~/guards.server";
import { answerQuery } from "~/journeys/submit/answer-query";
import { whoMayDeclare } from "~/journeys/submit/ask-to-declare";
import { openedFor, paths } from "~/paths";
import { messageFields, readForm } from "~/read-form.server";

const form = z.object(messageFields);

export const loader = forTrust(async ({ context, params, person }) => ({
  year: yearOf(params),
  trust: person.trust,
  formId: newFormId(),
  signatories: isSignatory(person) ? null : await whoMayDeclare(context, person),
}));

export const action = forSignatory(async ({ context, person, params, request }) => {
  const year = yearOf(params);
  const typed = await readForm(request, form);
  const answer = await answerQuery(context, person, year, typed);
  if (answer.kind === "problem") return data({ words: typed.words, problem: answer.message }, { status: 422 });
  throw redirect(paths.submit.year(year, answer.kind === "replied" ? { said: "replied" } : {}), 303);
});

export const meta = () => pageTitle("Answer the Foundation");

/** Where a reply that could not be sent is shown again; the form itself stands below the question, on the return's page. */
export default function Reply() {
  const { year, trust, formId, signatories } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <BackLink href={paths.submit.year(year)}>Return for {formatYear(year)}</BackLink>
      <PageHeading caption={`${trust.name}, ${formatYear(year)}`}>Answer the Foundation</PageHeading>
      {signatories === null ? (
        <WriteForm
          action={openedFor(trust.ods, paths.submit.reply(year))}
          formId={formId}
          label="Your answer"
          submit="Send the answer"
          words={refused?.words}
          problem={refused?.problem}
        />
      ) : (
        <ForSignatories what="answer the Foundation" signatories={signatories} />
      )}
    </>
  );
}
