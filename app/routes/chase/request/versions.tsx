import { DataTable } from "~/components/data-table";
import type { StoredReturn } from "~/db/returns";
import { formatDay } from "~/domain/calendar/day";

export function Versions({ versions }: { versions: readonly StoredReturn[] }) {
  return (
    <DataTable
      caption="Versions"
      rows={versions}
      rowKey={({ id }) => id}
      columns={[
        { key: "version", header: "Version", heads: true, cell: ({ version }) => version },
        { key: "reference", header: "Reference", cell: ({ reference }) => reference },
        {
          key: "declared",
          header: "Declared",
          cell: ({ declaredOn, declaredName, declaredRole }) =>
            `${formatDay(declaredOn)} by ${declaredName}, ${declaredRole}`,
        },
        { key: "file", header: "File", cell: ({ fileName }) => fileName },
        { key: "accepted", header: "Accepted", cell: ({ accepted }) => (accepted ? "Yes" : "Not yet") },
      ]}
    />
  );
}
