import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { ErrorSummary } from "~/components/error-summary";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { formatYear } from "~/domain/calendar/reporting-year";
import { forTrust, yearOf } from "~/guards.server";
import { confirm } from "~/journeys/submit/confirm";
import type { Confirmations } from "~/journeys/submit/confirmations";
import { currentDraft } from "~/journeys/submit/draft";
import { type StatementToConfirm, toConfirm } from "~/journeys/submit/to-confirm";
import { openedFor, paths } from "~/paths";
import { textFields } from "~/read-form.server";
import { MarkQuestion } from "./mark-question";
import { readAnswers } from "./read-answers";
import { Statement } from "./statement";

export const loader = forTrust(async ({ context, person, params }) => {
  const year = yearOf(params);
  const draft = await currentDraft(context, person, year);
  if (draft === null || draft.answers === null) throw redirect(paths.submit.form(year));
  const asked = toConfirm(draft.answers, draft.said.marks);
  if (asked.marks.length + asked.statements.length === 0) throw redirect(paths.submit.check(year));
  return { year, trust: person.trust, draftId: draft.id, said: draft.said, asked };
});

export const action = forTrust(async ({ context, person, params, request }) => {
  const year = yearOf(params);
  const form = readAnswers(await textFields(request));
  const answer = await confirm(context, person, year, form);
  if (answer.kind === "confirmed") throw redirect(paths.submit.check(year), 303);
  if (answer.kind === "draft changed") throw redirect(paths.submit.year(year), 303);
  return data({ form, problems: answer.problems, asked: answer.asked }, { status: 422 });
});

export const meta = () => pageTitle("Confirm what is unusual");

export default function Confirm() {
  const { year, trust, draftId, said, asked } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { marks, statements } = refused?.asked ?? asked;
  const problems = refused?.problems ?? [];
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink href={paths.submit.year(year)}>Return for {formatYear(year)}</BackLink>
        <ErrorSummary problems={problems.map(({ field, message }) => ({ text: message, href: `#${field}` }))} />
        <PageHeading
          caption={`${trust.name}, ${formatYear(year)}`}
          lead="Your answers can be taken. A few are unusual, or could be read in two ways: say of each whether it is right."
        >
          Confirm what is unusual
        </PageHeading>
        <form method="post" action={openedFor(trust.ods, paths.submit.confirm(year))}>
          <input type="hidden" name="draftId" value={draftId} />
          {marks.map((mark, place) => (
            <MarkQuestion
              key={`${mark.asks} ${mark.mark}`}
              mark={mark}
              place={place}
              value={[...(refused?.form.stated ?? []), ...said.marks].find(isAbout(mark))?.means}
              error={problemOf(`mark-${place}`)}
            />
          ))}
          {statements.map((problem, place) => (
            <Statement
              key={problem.id}
              year={year}
              problem={problem}
              place={place}
              answer={refused?.form.confirmed.find(({ id }) => id === problem.id) ?? confirmedBefore(said, problem)}
              problemOf={problemOf}
            />
          ))}
          <Button>Continue</Button>
        </form>
        <p>
          If one of these is a mistake, <a href={paths.submit.form(year)}>change your answers</a> or{" "}
          <a href={paths.submit.upload(year)}>upload your file again</a>.
        </p>
      </div>
    </div>
  );
}

function isAbout({ asks, mark }: { asks: string; mark: string }) {
  return (stated: { asks: string; mark: string }) => stated.asks === asks && stated.mark === mark;
}

/** What was confirmed of the same figure in the same words stays confirmed. */
function confirmedBefore({ confirmed }: Confirmations, { code, message }: StatementToConfirm) {
  const before = confirmed.find((one) => one.code === code && one.message === message);
  return before && { ticked: true, reason: before.reason };
}
