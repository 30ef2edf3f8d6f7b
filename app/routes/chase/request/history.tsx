import { DataTable } from "~/components/data-table";
import { formatDay } from "~/domain/calendar/day";
import { EVENT_LABELS, type RequestEvent } from "~/domain/requests/event";

/** All that happened to a request. Nothing in it is ever changed or taken away. */
export function History({ events }: { events: readonly RequestEvent[] }) {
  const rows = events.map((event, place) => ({ ...event, place }));
  return (
    <DataTable
      caption="What happened"
      rows={rows}
      rowKey={({ place }) => String(place)}
      columns={[
        { key: "on", oneLine: true, header: "Day", cell: ({ on }) => (on === null ? "Day not known" : formatDay(on)) },
        { key: "kind", header: "Event", heads: true, cell: ({ kind }) => EVENT_LABELS[kind] },
        {
          key: "detail",
          header: "Detail",
          cell: ({ detail, transfersTo }) =>
            transfersTo === null ? detail : `${transfersTo} holds the data. ${detail}`,
        },
      ]}
    />
  );
}
