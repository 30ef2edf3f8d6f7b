import { DataTable } from "~/components/data-table";
import type { Footnote } from "~/components/footnotes";
import { lineColumns, type Sortable } from "~/components/published-line";
import { sortLink } from "~/components/sort";
import type { TrustRow } from "~/domain/disclosure/release-content";
import type { View } from "./view";

interface TrustsTableProps {
  rows: readonly TrustRow[];
  notes: readonly Footnote[];
  view: View;
  link: (change: Record<string, string>) => string;
}

export function TrustsTable({ rows, notes, view, link }: TrustsTableProps) {
  const sort = (column: Sortable) => {
    const largestFirst = column !== "trust" && column !== "region";
    return sortLink(view.sort, column, (by) => link({ sort: by }), { largestFirst });
  };
  return (
    <DataTable
      caption={`${rows.length} ${rows.length === 1 ? "trust" : "trusts"}`}
      rows={rows}
      rowKey={({ ods }) => ods}
      empty="No trust fits. Choose all regions and any answer to see every trust."
      columns={lineColumns({ notes, sort })}
    />
  );
}
