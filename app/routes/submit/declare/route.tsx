import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { Checkbox } from "~/components/fields/checkboxes";
import { TextInput } from "~/components/fields/text-input";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { formatDay } from "~/domain/calendar/day";
import { formatYear } from "~/domain/calendar/reporting-year";
import { forTrust, yearOf } from "~/guards.server";
import { declare } from "~/journeys/submit/declare";
import { readyDraft } from "~/journeys/submit/draft";
import { yourRound } from "~/journeys/submit/your-round";
import { paths } from "~/paths";
import { readForm } from "~/read-form.server";

/** One line, as it will stand on the receipt for ever: control characters have no place in it. */
const typedLine = z
  .string()
  .default("")
  .transform((text) => text.replace(/\p{C}/gu, "").trim());

const form = z.object({
  draftId: z.string().default(""),
  name: typedLine,
  role: typedLine,
  reason: typedLine,
  agreed: z.string().optional(),
});

export const loader = forTrust(async ({ context, person, params }) => {
  const year = yearOf(params);
  const [draft, yours] = [await readyDraft(context, person, year), await yourRound(context, person, year)];
  if (draft === null || yours === null) throw redirect(paths.submit.year(year));
  const version = yours.versions.length + 1;
  const today = context.clock.today();
  return { year, trust: person.trust, draftId: draft.id, name: person.name, role: person.jobTitle, version, today };
});

export const action = forTrust(async ({ context, person, params, request }) => {
  const year = yearOf(params);
  const typed = await readForm(request, form);
  const answer = await declare(context, person, year, { ...typed, agreed: typed.agreed === "yes" });
  if (answer.kind === "declared") {
    const said = answer.byColleague ? "colleague" : undefined;
    throw redirect(paths.submit.receipt(year, answer.version, said), 303);
  }
  if (answer.kind === "draft changed") throw redirect(paths.submit.check(year, { said: "changed" }), 303);
  return data({ typed, problems: answer.problems }, { status: 422 });
});

export const meta = () => pageTitle("Declare and send");

export default function Declare() {
  const { year, trust, draftId, name, role, version, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.submit.check(year)}>Check your answers</BackLink>
        <ErrorSummary problems={problems.map(({ field, message }) => ({ text: message, href: `#${field}` }))} />
        <PageHeading caption={`${trust.name}, ${formatYear(year)}`}>Declare and send</PageHeading>
        <form method="post">
          <input type="hidden" name="draftId" value={draftId} />
          {version > 1 && (
            <TextInput
              name="reason"
              label="Why are you changing your return?"
              hint="A few words, as in: referrals of two clinics had been left out. The Foundation’s staff read it."
              value={refused?.typed.reason ?? ""}
              error={problemOf("reason")}
            />
          )}
          <TextInput
            name="name"
            label="Your name"
            autoComplete="name"
            value={refused?.typed.name ?? name}
            error={problemOf("name")}
          />
          <TextInput
            name="role"
            label="Your role"
            hint="For example: information governance manager"
            autoComplete="organization-title"
            value={refused?.typed.role ?? role}
            error={problemOf("role")}
          />
          <p>
            Date: <strong>{formatDay(today)}</strong>
          </p>
          <Checkbox
            name="agreed"
            value="yes"
            label="I declare, for my trust, that these answers are right to the best of my knowledge."
            checked={refused?.typed.agreed === "yes"}
            error={problemOf("agreed")}
          />
          <Button>Declare and send</Button>
        </form>
      </div>
    </div>
  );
}
