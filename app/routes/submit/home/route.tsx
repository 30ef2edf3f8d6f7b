import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { DueDateWorking } from "~/components/due-date";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { RequestStateTag } from "~/components/request-state";
import { savedInWords } from "~/components/saved-in-words";
import { SummaryList } from "~/components/summary-list";
import { formatDay, formatDayWithWeekday } from "~/domain/calendar/day";
import { formatYear } from "~/domain/calendar/reporting-year";
import { forTrust } from "~/guards.server";
import { type YourRoundSummary, yourRounds } from "~/journeys/submit/home";
import { paths } from "~/paths";

export const loader = forTrust(async ({ context, person }) => ({
  trust: person.trust,
  reader: person.id,
  rounds: await yourRounds(context, person),
}));

export const meta = () => pageTitle("Your return");

export default function YourReturns() {
  const { trust, reader, rounds } = useLoaderData<typeof loader>();
  const open = rounds.filter(({ round }) => round.open);
  const earlier = rounds.filter(({ round }) => !round.open);
  return (
    <>
      <PageHeading caption={`${trust.ods} · ${trust.name}`}>Your return</PageHeading>
      {open.length === 0 && <p className="govuk-body-l">No round is open. When one is, your return will be here.</p>}
      {open.map((summary) => (
        <OpenRound key={summary.round.year} {...summary} reader={reader} />
      ))}
      <DataTable
        caption="Earlier years"
        rows={earlier}
        rowKey={({ round }) => round.year}
        empty="This is the first year your trust is asked."
        columns={[
          {
            key: "year",
            oneLine: true,
            header: "Reporting year",
            heads: true,
            cell: ({ round }) => <a href={paths.submit.year(round.year)}>{formatYear(round.year)}</a>,
          },
          { key: "state", header: "State", cell: ({ state }) => <RequestStateTag kind={state.kind} /> },
          {
            key: "sent",
            oneLine: true,
            header: "Answered",
            cell: ({ latest }) => (latest ? formatDay(latest.declaredOn) : "–"),
          },
          { key: "reference", oneLine: true, header: "Reference", cell: ({ latest }) => latest?.reference ?? "–" },
        ]}
      />
    </>
  );
}

function OpenRound({ round, state, latest, draft, reader }: YourRoundSummary & { reader: string }) {
  const { clock } = state;
  return (
    <section className="open-round" aria-labelledby={`round-${round.year}`}>
      <h2 className="govuk-heading-l" id={`round-${round.year}`}>
        {formatYear(round.year)}
      </h2>
      <SummaryList
        rows={[
          { key: "State", value: <RequestStateTag kind={state.kind} /> },
          ...(clock.kind === "running" ? [{ key: "Answer by", value: formatDayWithWeekday(clock.answerBy) }] : []),
          ...(latest ? [{ key: "Sent", value: `${formatDay(latest.declaredOn)}, reference ${latest.reference}` }] : []),
          ...(draft ? [{ key: "Not sent yet", value: savedInWords({ ...draft, reader }) }] : []),
        ]}
      />
      <DueDateWorking clock={clock} />
      <ButtonLink href={paths.submit.year(round.year)}>
        {draft ? "Continue your return" : latest ? "See your return" : "Start your return"}
      </ButtonLink>
    </section>
  );
}
