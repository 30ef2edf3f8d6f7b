import { DataTable } from "~/components/data-table";
import { RequestStateTag } from "~/components/request-state";
import { sortLink } from "~/components/sort";
import { formatShortDay } from "~/domain/calendar/day";
import type { ReportingYear } from "~/domain/calendar/reporting-year";
import { EVENT_LABELS } from "~/domain/requests/event";
import { STEPS } from "~/domain/requests/next-step";
import type { TrackedRequest } from "~/journeys/chase/tracker";
import { paths } from "~/paths";
import { type Sort, type View, workingDaysLate } from "./view";

interface TrackerTableProps {
  year: ReportingYear;
  requests: readonly TrackedRequest[];
  view: View;
  link: (change: Partial<View>) => string;
}

export function TrackerTable({ year, requests, view, link }: TrackerTableProps) {
  const sort = (column: Sort) =>
    sortLink(view.sort, column, (by) => link({ sort: by }), { largestFirst: column === "late" });
  return (
    <DataTable
      caption={`${requests.length} ${requests.length === 1 ? "request" : "requests"}`}
      rows={requests}
      rowKey={({ trust }) => trust.ods}
      empty={
        <>
          No trust fits{view.q !== "" && ` “${view.q}”`}. <a href={link({ q: "", state: "" })}>Show every request</a>
        </>
      }
      columns={[
        {
          key: "trust",
          header: "Trust",
          heads: true,
          sort: sort("trust"),
          cell: ({ trust }) => (
            <>
              <a href={paths.chase.request(year, trust.ods)}>{trust.name}</a> <span className="code">{trust.ods}</span>
            </>
          ),
        },
        {
          key: "state",
          header: "State",
          sort: sort("state"),
          cell: ({ state }) => <RequestStateTag kind={state.kind} />,
        },
        {
          key: "due",
          header: "Due",
          oneLine: true,
          sort: sort("due"),
          cell: ({ due, state }) => (due === null || state.kind === "outcome-not-recorded" ? "–" : formatShortDay(due)),
        },
        {
          key: "late",
          header: "Working days late",
          numeric: true,
          sort: sort("late"),
          cell: ({ state }) => workingDaysLate(state) ?? "–",
        },
        {
          key: "contact",
          header: "We last wrote",
          cell: ({ lastContact }) => (lastContact === null ? "–" : EVENT_LABELS[lastContact.kind]),
        },
        {
          key: "contacted",
          header: "On",
          oneLine: true,
          cell: ({ lastContact }) => (lastContact?.on ? formatShortDay(lastContact.on) : "–"),
        },
        {
          key: "next",
          header: "Next step",
          cell: ({ nextStep }) => {
            if (nextStep === null) return "–";
            if (nextStep.now || nextStep.from === null) return <strong>{STEPS[nextStep.step]}</strong>;
            return `${STEPS[nextStep.step]} from ${formatShortDay(nextStep.from)}`;
          },
        },
      ]}
    />
  );
}
