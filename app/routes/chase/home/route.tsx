import { useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { roundColumns } from "~/components/round-columns";
import { Tag } from "~/components/tag";
import { formatDay } from "~/domain/calendar/day";
import { forStaff } from "~/guards.server";
import { type RoundSummary, rounds } from "~/journeys/chase/rounds";
import { paths } from "~/paths";

export const loader = forStaff(async ({ context }) => ({ rounds: await rounds(context) }));

export const meta = () => pageTitle("Chase");

export default function Rounds() {
  const { rounds } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading lead="Each round is one reporting year, asked of every trust. Open one to see who has not answered.">
        Rounds
      </PageHeading>
      <DataTable
        caption="Rounds, newest first"
        hideCaption
        rows={rounds}
        rowKey={({ round }) => round.year}
        empty="There is no round yet."
        columns={[
          ...roundColumns<RoundSummary>(({ round }) => paths.chase.tracker(round.year)),
          { key: "issued", oneLine: true, header: "Sent", cell: ({ round }) => formatDay(round.issuedOn) },
          {
            key: "open",
            header: "Returns",
            cell: ({ round }) => (round.open ? <Tag tone="accent">Open</Tag> : "Closed"),
          },
        ]}
      />
    </>
  );
}
