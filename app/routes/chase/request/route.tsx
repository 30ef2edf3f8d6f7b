import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { DueDateWorking } from "~/components/due-date";
import { Messages } from "~/components/messages";
import { Notification } from "~/components/notification";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { formatYear } from "~/domain/calendar/reporting-year";
import { newFormId } from "~/form-id.server";
import { forStaff, yearOf } from "~/guards.server";
import { requestFile } from "~/journeys/chase/request";
import { paths } from "~/paths";
import { Declared } from "./declared";
import { Facts } from "./facts";
import { History } from "./history";
import { WriteToTrust } from "./write-to-trust";

export const loader = forStaff(async ({ context, params, url }) => {
  const found = await requestFile(context, yearOf(params), params.ods ?? "");
  if (found === null) throw new Response("There is no request to that trust in that round.", { status: 404 });
  return { ...found, formId: newFormId(), done: url.searchParams.get("said") };
});

export const meta = () => pageTitle("Request");

const DONE: Readonly<Record<string, { kind: "success" | "important"; words: string }>> = {
  accepted: { kind: "success", words: "The return is accepted and will be in the next release." },
  newer: {
    kind: "important",
    words: "Nothing was accepted: the trust has sent a newer version. It is shown below.",
  },
  written: {
    kind: "success",
    words: "It was sent, and stands below. The trust is told by email where its address is known.",
  },
  "not-now": {
    kind: "important",
    words: "Nothing was sent: the request is no longer as it was on screen. See below how it stands now.",
  },
};

export default function RequestPage() {
  const request = useLoaderData<typeof loader>();
  const { trust, round, state, events, messages, versions, formId, done } = request;
  const notice = done !== null && Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  const latest = versions.at(-1);
  return (
    <>
      <BackLink href={paths.chase.tracker(round.year)}>Tracker {formatYear(round.year)}</BackLink>
      {notice !== undefined && (done !== "accepted" || latest?.accepted) && (
        <Notification kind={notice.kind}>
          <p className="govuk-notification-banner__heading">{notice.words}</p>
        </Notification>
      )}
      <PageHeading caption={`${trust.ods} · ${trust.region} · ${formatYear(round.year)}`}>{trust.name}</PageHeading>
      <Facts {...request} />
      {state.kind !== "outcome-not-recorded" && <DueDateWorking clock={state.clock} />}
      <Messages messages={messages} />
      <WriteToTrust year={round.year} ods={trust.ods} state={state.kind} formId={formId} />
      {latest && <Declared {...request} latest={latest} />}
      <History events={events} />
    </>
  );
}
