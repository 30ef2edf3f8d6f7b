import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { WriteForm } from "~/components/write-form";
import { formatYear } from "~/domain/calendar/reporting-year";
import { newFormId } from "~/form-id.server";
import { forStaff, yearOf } from "~/guards.server";
import { askTrust, clarify } from "~/journeys/chase/write-to-trust";
import { paths } from "~/paths";
import { messageFields, readForm } from "~/read-form.server";

const form = z.object({
  as: z.enum(["ask", "clarify"]),
  ...messageFields,
});

export const loader = forStaff(async ({ params }) => {
  return { year: yearOf(params), ods: params.ods ?? "", formId: newFormId() };
});

export const action = forStaff(async ({ context, person, params, request }) => {
  const year = yearOf(params);
  const ods = params.ods ?? "";
  const typed = await readForm(request, form);
  const send = { ask: askTrust, clarify }[typed.as];
  const answer = await send(context, person, { year, ods }, typed);
  if (answer.kind === "problem") return data({ ...typed, problem: answer.message }, { status: 422 });
  throw redirect(paths.chase.request(year, ods, { said: answer.kind === "sent" ? "written" : "not-now" }), 303);
});

export const meta = () => pageTitle("Write to the trust");

/** Where words that could not be sent are shown again; the form itself stands on the request's page. */
export default function WriteToTrust() {
  const { year, ods, formId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <BackLink href={paths.chase.request(year, ods)}>Request to {ods}</BackLink>
      <PageHeading caption={`${ods}, ${formatYear(year)}`}>Write to the trust</PageHeading>
      <WriteForm
        action={paths.chase.write(year, ods)}
        as={refused?.as ?? "ask"}
        formId={formId}
        label={refused?.as === "clarify" ? "Your answer to the trust’s question" : "Your question"}
        submit="Send"
        words={refused?.words}
        problem={refused?.problem}
      />
    </>
  );
}
