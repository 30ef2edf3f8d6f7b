import { useLoaderData } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { PageHeading } from "~/components/page-heading";
import { pageTitle } from "~/components/page-title";
import { roundColumns } from "~/components/round-columns";
import { formatDay } from "~/domain/calendar/day";
import { forStaff } from "~/guards.server";
import { type ReleasableRound, releasableRounds } from "~/journeys/publish/rounds";
import { paths } from "~/paths";

export const loader = forStaff(async ({ context }) => ({ rounds: await releasableRounds(context) }));

export const meta = () => pageTitle("Publish");

export default function Releases() {
  const { rounds } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeading lead="Public pages show releases and nothing else. A release is never changed: a correction is a new one.">
        Publish
      </PageHeading>
      <DataTable
        caption="Rounds, newest first"
        hideCaption
        rows={rounds}
        rowKey={({ round }) => round.year}
        empty="There is no round yet."
        columns={[
          ...roundColumns<ReleasableRound>((row) =>
            givesTotalsOnly(row) ? null : paths.publish.round(row.round.year),
          ),
          { key: "released", header: "Newest release", cell: releaseOf },
        ]}
      />
    </>
  );
}

function givesTotalsOnly({ tally }: ReleasableRound): boolean {
  return tally.outcomeNotRecorded.length > 0;
}

function releaseOf(row: ReleasableRound): string {
  if (row.released !== null) return `Release ${row.released.number}, ${formatDay(row.released.releasedOn)}`;
  return givesTotalsOnly(row) ? "Cannot be released: its source gives totals only" : "Not released";
}
