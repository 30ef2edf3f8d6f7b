import { ANSWER_STATES, type TrustRow } from "../domain/disclosure/release-content";
import { AGE_BAND_TEXT, AGE_BANDS } from "../domain/returns/return";
import type { Category } from "../domain/statistics/acceptance";
import type { Column } from "./data-table";
import { type Footnote, FootnoteLinks } from "./footnotes";
import { PublishedCount, PublishedShare } from "./published-cell";

const CATEGORY_WORDS: Readonly<Record<Category, string>> = {
  any: "Yes",
  partial: "In part",
  none: "No",
  unknown: "Not known",
};

export const SORTABLE = ["trust", "region", "referred", "accessed", "all"] as const;
export type Sortable = (typeof SORTABLE)[number];

interface LineColumns {
  readonly notes?: readonly Footnote[];
  /** How a column is sorted; none where there is but one line. */
  readonly sort?: (column: Sortable) => Column<TrustRow>["sort"];
}

/** One trust's line as the public sees it: the same columns wherever it stands. */
export function lineColumns({ notes = [], sort = () => undefined }: LineColumns = {}): Column<TrustRow>[] {
  const sorted = (column: Sortable) => {
    const by = sort(column);
    return by === undefined ? {} : { sort: by };
  };
  return [
    {
      key: "trust",
      header: "Trust",
      heads: true,
      ...sorted("trust"),
      cell: ({ name, ods }) => (
        <>
          {name} <span className="code">{ods}</span>
        </>
      ),
    },
    { key: "region", header: "Region", ...sorted("region"), cell: ({ region }) => region },
    {
      key: "state",
      header: "Answer",
      cell: ({ ods, state, transferredTo }) => (
        <>
          {transferredTo === null ? ANSWER_STATES[state] : `${ANSWER_STATES[state]} (${transferredTo})`}
          <FootnoteLinks notes={notes} ods={ods} />
        </>
      ),
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
      ...sorted("referred"),
      cell: ({ referred }) => <PublishedCount cell={referred.total} />,
    },
    {
      key: "accessed",
      header: "Accessed, 0–2",
      numeric: true,
      ...sorted("accessed"),
      cell: ({ accessed }) => <PublishedCount cell={accessed.total} />,
    },
    {
      key: "all",
      header: "Referred, 0–18",
      numeric: true,
      ...sorted("all"),
      cell: ({ referred }) => <PublishedCount cell={referred.all} />,
    },
    {
      key: "share",
      header: "0–2s of all referred",
      numeric: true,
      cell: ({ share }) => <PublishedShare cell={share} />,
    },
  ];
}

/** The published cells that a row shows. */
export function publishedCells({ ods, referred, accessed, share }: TrustRow) {
  const bands = AGE_BANDS.map((band) => referred.bands[band]);
  return { ods, cells: [...bands, referred.total, accessed.total, referred.all, share] };
}
