import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { ButtonLink } from "~/components/button";
import { DueDateWorking } from "~/components/due-date";
import { FiguresTable } from "~/components/figures-table";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { TaskList } from "~/components/task-list";
import { formatDay, formatDayWithWeekday } from "~/domain/calendar/day";
import { formatYear } from "~/domain/calendar/reporting-year";
import type { RequestState } from "~/domain/requests/state";
import { forTrust, yearOf } from "~/guards.server";
import { currentDraft } from "~/journeys/submit/draft";
import { yourRound } from "~/journeys/submit/your-round";
import { paths } from "~/paths";
import { Questions } from "./questions";
import { nextStepOf, stepsOf } from "./steps";

export const loader = forTrust(async ({ context, person, params }) => {
  const year = yearOf(params);
  const yours = await yourRound(context, person, year);
  if (yours === null) throw new Response("Your trust was not asked for that year.", { status: 404 });
  const draft = await currentDraft(context, person, year);
  return { ...yours, trust: person.trust, standing: draft?.standing ?? null };
});

export const meta = () => pageTitle("Return");

export default function ReturnPage() {
  const { round, trust, state, versions, canSend, standing } = useLoaderData<typeof loader>();
  const latest = versions.at(-1);
  const next = nextStepOf(round.year, standing);
  return (
    <>
      <BackLink href={paths.submit.home()}>Your return</BackLink>
      <PageHeading caption={trust.name} lead={dueSentence(state, canSend)}>
        Return for {formatYear(round.year)}
      </PageHeading>
      <DueDateWorking clock={state.clock} />
      {latest && (
        <>
          <FiguresTable figures={latest.figures} caption={`Sent on ${formatDay(latest.declaredOn)}`} />
          <ButtonLink href={paths.submit.receipt(round.year)}>See the receipt</ButtonLink>
        </>
      )}
      {canSend && (
        <>
          <h2 className="govuk-heading-m">Four steps</h2>
          <TaskList tasks={stepsOf(round.year, standing)} />
          <p>
            <a href={paths.submit.template(round.year)}>Download your file to fill in (CSV)</a>: it opens in Excel, with
            your trust and the year filled in.
          </p>
          <ButtonLink href={next.href}>{next.text}</ButtonLink>
        </>
      )}
      {!canSend && !("answer" in state) && state.kind !== "outcome-not-recorded" && (
        <p>The round is closed, so no return can be sent for it here any more.</p>
      )}
      <Questions questions={round.questions} />
    </>
  );
}

/** When an answer is due, in one sentence. */
function dueSentence(state: RequestState, canSend: boolean): string {
  if ("answer" in state) return "Your trust has answered. Thank you.";
  if (state.kind === "outcome-not-recorded") return "The portal does not know whether your trust answered.";
  if (state.kind === "fee-notice") return "You have asked for a fee. The clock stops until it reaches you.";
  if (state.kind === "clarification-asked") {
    return "You have asked us a question. The clock stops until our answer reaches you.";
  }
  if (state.clock.kind !== "running") return "There is no due date yet.";
  const by = formatDayWithWeekday(state.clock.answerBy);
  if (state.kind !== "overdue") return `Please answer by ${by}.`;
  return canSend
    ? `Your answer was due by ${by}. It is late, and still wanted: please send it as soon as you can.`
    : `Your answer was due by ${by}, and the portal has none.`;
}
