import { useLoaderData } from "@remix-run/react";
import { BackLink } from "~/components/back-link";
import { Button } from "~/components/button";
import { TextInput } from "~/components/fields/text-input";
import { KeyFigures } from "~/components/key-figures";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { ViewLinks } from "~/components/view-links";
import { formatDay } from "~/domain/calendar/day";
import { formatYear } from "~/domain/calendar/reporting-year";
import { REQUEST_STATES } from "~/domain/requests/state";
import { forStaff, yearOf } from "~/guards.server";
import { tracker } from "~/journeys/chase/tracker";
import { paths } from "~/paths";
import { PublishedOutcome } from "./published-outcome";
import { TrackerTable } from "./tracker-table";
import { arrange, readView } from "./view";

export const loader = forStaff(async ({ context, params, url }) => {
  const found = await tracker(context, yearOf(params));
  if (found === null) throw new Response("There is no round for that year.", { status: 404 });
  const view = readView(url.searchParams);
  const { requests, ...round } = found;
  return { ...round, view, requests: arrange(requests, view), inRound: requests.length };
});

export const meta = () => pageTitle("Tracker");

export default function TrackerPage() {
  const { round, tally, states, requests, view, inRound, published } = useLoaderData<typeof loader>();
  const link = (change: Partial<typeof view>) => paths.chase.tracker(round.year, { ...view, ...change });
  const notRecorded = tally.outcomeNotRecorded.length;
  return (
    <>
      <BackLink href={paths.chase.home()}>All rounds</BackLink>
      <PageHeading
        caption={`Requests sent on ${formatDay(round.issuedOn)}`}
        lead={`${tally.asked.length} asked, ${tally.transferred.length} transferred, ${tally.added.length} added: ${tally.inScope.length} trusts in scope.`}
      >
        Tracker {formatYear(round.year)}
      </PageHeading>
      <KeyFigures
        figures={[
          { value: tally.inScope.length, label: "in scope" },
          ...(notRecorded > 0
            ? [{ value: notRecorded, label: "outcome not recorded" }]
            : [
                { value: tally.answered.length, label: "answered" },
                { value: tally.outstanding.length, label: "outstanding" },
              ]),
        ]}
      />
      {notRecorded > 0 && <PublishedOutcome figures={published} />}
      <ViewLinks
        label="Requests by state"
        views={[
          { href: link({ state: "" }), text: "All", count: inRound, current: view.state === "" },
          ...states.map(({ kind, count }) => ({
            href: link({ state: kind }),
            text: REQUEST_STATES[kind],
            count,
            current: view.state === kind,
          })),
        ]}
      />
      <form method="get" className="search">
        <TextInput name="q" label="Find a trust by name or code" value={view.q} type="search" width={20} />
        <input type="hidden" name="state" value={view.state} />
        <input type="hidden" name="sort" value={view.sort} />
        <Button variant="secondary">Find</Button>
      </form>
      <TrackerTable year={round.year} requests={requests} view={view} link={link} />
    </>
  );
}
