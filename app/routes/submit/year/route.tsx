import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { DueDateWorking } from "~/components/due-date";
import { ForSignatories } from "~/components/for-signatories";
import { Messages } from "~/components/messages";
import { Notification } from "~/components/notification";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { savedInWords } from "~/components/saved-in-words";
import { WhatHappensNext } from "~/components/what-happens-next";
import { WriteForm } from "~/components/write-form";
import { formatYear } from "~/domain/calendar/reporting-year";
import { isSignatory } from "~/domain/people/person";
import { newFormId } from "~/form-id.server";
import { forTrust, yearOf } from "~/guards.server";
import { whoMayDeclare } from "~/journeys/submit/ask-to-declare";
import { currentDraft } from "~/journeys/submit/draft";
import { waitingFile } from "~/journeys/submit/upload";
import { yourRound } from "~/journeys/submit/your-round";
import { openedFor, paths } from "~/paths";
import { dueSentence } from "./due-sentence";
import { Questions } from "./questions";
import { Sent } from "./sent";
import { Steps } from "./steps";
import { WaysIn } from "./ways-in";

export const loader = forTrust(async ({ context, person, params, url }) => {
  const year = yearOf(params);
  const yours = await yourRound(context, person, year);
  if (yours === null) throw new Response("Your trust was not asked for that year.", { status: 404 });
  const draft = await currentDraft(context, person, year);
  return {
    ...yours,
    trust: person.trust,
    draft: draft && { standing: draft.standing, saved: savedInWords({ ...draft, reader: person.id }) },
    waits: (await waitingFile(context, person, year))?.fileName ?? null,
    formId: newFormId(),
    signatories: isSignatory(person) ? null : await whoMayDeclare(context, person),
    said: url.searchParams.get("said"),
  };
});

export const meta = () => pageTitle("Return");

const SAID: Readonly<Record<string, string>> = {
  asked: "Your question was sent. The clock has stopped; an email confirms it.",
  replied: "Your answer was sent to the Foundation.",
  told: "The signatories of your trust are told by email that the answers are ready to be declared.",
  saved: "Your answers are saved. Come back to them whenever you like.",
  "kept-theirs": "The saved answers stand as they were. Your file was let go.",
};

export default function ReturnPage() {
  const { round, trust, state, versions, canSend, messages, draft, waits, formId, signatories, said } =
    useLoaderData<typeof loader>();
  const { year } = round;
  const latest = versions.at(-1);
  const notice = said !== null && Object.hasOwn(SAID, said) ? SAID[said] : undefined;
  return (
    <>
      <BackLink href={paths.submit.home()}>Your return</BackLink>
      {notice !== undefined && (
        <Notification kind="success">
          <p className="govuk-notification-banner__heading">{notice}</p>
        </Notification>
      )}
      {waits !== null && canSend && (
        <Notification kind="important">
          <p className="govuk-notification-banner__heading">
            Your file {waits} waits: other answers were saved while you uploaded it.{" "}
            <a className="govuk-notification-banner__link" href={paths.submit.waiting(year)}>
              Say which are to stand
            </a>
          </p>
        </Notification>
      )}
      <PageHeading caption={trust.name} lead={dueSentence(state, canSend)}>
        Return for {formatYear(year)}
      </PageHeading>
      <DueDateWorking clock={state.clock} />
      <Messages messages={messages} />
      {state.kind === "queried" && canSend && signatories !== null && (
        <ForSignatories what="answer the Foundation’s question" signatories={signatories} />
      )}
      {state.kind === "queried" && canSend && signatories === null && (
        <WriteForm
          action={openedFor(trust.ods, paths.submit.reply(year))}
          formId={formId}
          label="Your answer to the Foundation"
          hint="If your figures have to change, say so here and change them below. Please name no child and no case."
          submit="Send the answer"
        />
      )}
      {canSend && draft !== null && (
        <Steps year={year} standing={draft.standing} saved={draft.saved} amending={latest !== undefined} />
      )}
      {canSend && draft === null && latest === undefined && <WaysIn year={year} />}
      {latest && <Sent year={year} ods={trust.ods} versions={versions} canAmend={canSend && draft === null} />}
      {!canSend && !("answer" in state) && state.kind !== "outcome-not-recorded" ? (
        <p>The round is closed, so no return can be sent for it here any more.</p>
      ) : (
        <WhatHappensNext state={state.kind} />
      )}
      <Questions questions={round.questions} />
    </>
  );
}
