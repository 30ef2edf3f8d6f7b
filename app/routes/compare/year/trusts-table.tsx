import { DataTable } from "~/components/data-table";
import { PublishedCount, PublishedShare } from "~/components/published-cell";
import { sortLink } from "~/components/sort";
import { ANSWER_STATES, type TrustRow } from "~/domain/disclosure/release-content";
import { AGE_BAND_TEXT, AGE_BANDS } from "~/domain/returns/return";
import type { Category } from "~/domain/statistics/acceptance";
import type { Sort, View } from "./view";

const CATEGORY_WORDS: Readonly<Record<Category, string>> = {
  any: "Yes",
  partial: "In part",
  none: "No",
  unknown: "Not known",
};

interface TrustsTableProps {
  rows: readonly TrustRow[];
  view: View;
  link: (change: Record<string, string>) => string;
}

export function TrustsTable({ rows, view, link }: TrustsTableProps) {
  const sort = (column: Sort) => {
    const largestFirst = column !== "trust" && column !== "region";
    return sortLink(view.sort, column, (by) => link({ sort: by }), { largestFirst });
  };
  return (
    <DataTable
      caption={`${rows.length} ${rows.length === 1 ? "trust" : "trusts"}`}
      rows={rows}
      rowKey={({ ods }) => ods}
      empty="No trust fits. Choose all regions and any answer to see every trust."
      columns={[
        {
          key: "trust",
          header: "Trust",
          heads: true,
          sort: sort("trust"),
          cell: ({ name, ods }) => (
            <>
              {name} <span className="code">{ods}</span>
            </>
          ),
        },
        { key: "region", header: "Region", sort: sort("region"), cell: ({ region }) => region },
        {
          key: "state",
          header: "Answer",
          cell: ({ state, transferredTo }) =>
            transferredTo === null ? ANSWER_STATES[state] : `${ANSWER_STATES[state]} (${transferredTo})`,
        },
        {
          key: "takes",
          header: "Takes 0–2s",
          cell: ({ category }) => (category === null ? "–" : CATEGORY_WORDS[category]),
        },
        ...AGE_BANDS.map((band) => ({
          key: band,
          header: `Referred, ${AGE_BAND_TEXT[band].label}`,
          numeric: true,
          cell: ({ referred }: TrustRow) => <PublishedCount cell={referred.bands[band]} />,
        })),
        {
          key: "referred",
          header: "Referred, 0–2",
          numeric: true,
          sort: sort("referred"),
          cell: ({ referred }) => <PublishedCount cell={referred.total} />,
        },
        {
          key: "accessed",
          header: "Accessed, 0–2",
          numeric: true,
          sort: sort("accessed"),
          cell: ({ accessed }) => <PublishedCount cell={accessed.total} />,
        },
        {
          key: "all",
          header: "Referred, 0–18",
          numeric: true,
          sort: sort("all"),
          cell: ({ referred }) => <PublishedCount cell={referred.all} />,
        },
        {
          key: "share",
          header: "0–2s of all referred",
          numeric: true,
          cell: ({ share }) => <PublishedShare cell={share} />,
        },
      ]}
    />
  );
}

/** The published cells that a row shows. */
export function publishedCells({ ods, referred, accessed, share }: TrustRow) {
  const bands = AGE_BANDS.map((band) => referred.bands[band]);
  return { ods, cells: [...bands, referred.total, accessed.total, referred.all, share] };
}
