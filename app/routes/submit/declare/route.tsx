import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { BackLink } from "~/components/back-link";
import { ErrorSummary } from "~/components/error-summary";
import { Narrow } from "~/components/narrow";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { formatYear } from "~/domain/calendar/reporting-year";
import { isSignatory } from "~/domain/people/person";
import { forSignatory, forTrust, yearOf } from "~/guards.server";
import { whoMayDeclare } from "~/journeys/submit/ask-to-declare";
import { declare } from "~/journeys/submit/declare";
import { readyDraft } from "~/journeys/submit/draft";
import { yourRound } from "~/journeys/submit/your-round";
import { openedFor, paths } from "~/paths";
import { readForm } from "~/read-form.server";
import { DeclareForm } from "./declare-form";
import { NotSignatory } from "./not-signatory";

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
  return {
    year,
    trust: person.trust,
    draftId: draft.id,
    name: person.name,
    role: person.jobTitle,
    version: yours.versions.length + 1,
    today: context.clock.today(),
    /** Who may declare, for whoever may not. */
    signatories: isSignatory(person) ? null : await whoMayDeclare(context, person),
  };
});

export const action = forSignatory(async ({ context, person, params, request }) => {
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
  const { year, trust, signatories, ...shown } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const problems = refused?.problems ?? [];
  return (
    <Narrow>
      <BackLink href={paths.submit.check(year)}>Check your answers</BackLink>
      <ErrorSummary problems={problems.map(({ field, message }) => ({ text: message, href: `#${field}` }))} />
      <PageHeading caption={`${trust.name}, ${formatYear(year)}`}>Declare and send</PageHeading>
      {signatories === null ? (
        <DeclareForm
          {...shown}
          action={openedFor(trust.ods, paths.submit.declare(year))}
          typed={refused?.typed}
          problems={problems}
        />
      ) : (
        <NotSignatory
          action={openedFor(trust.ods, paths.submit.askToDeclare(year))}
          draftId={shown.draftId}
          signatories={signatories}
        />
      )}
    </Narrow>
  );
}
