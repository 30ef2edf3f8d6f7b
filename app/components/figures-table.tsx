import { countInWords } from "../domain/count/in-words";
import { AGE_BAND_TEXT, AGE_BANDS, ALL_AGES_TEXT, type Figures } from "../domain/returns/return";
import { takesInWords } from "../domain/returns/takes-in-words";
import { DataTable } from "./data-table";

/** What a return states, as the trust stated it: for the trust and for staff, never for the public. */
export function FiguresTable({ figures, caption }: { figures: Figures; caption: string }) {
  const bands = AGE_BANDS.map((band) => ({ ...AGE_BAND_TEXT[band], key: band as string, ...figures.bands[band] }));
  const all = { ...ALL_AGES_TEXT, key: "all", takes: null, takesWords: null, ...figures.all };
  return (
    <DataTable
      caption={caption}
      rows={[...bands, all]}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "band",
          header: "Age",
          heads: true,
          cell: ({ label, reading }) => (
            <>
              {label} <span className="reading">{reading}</span>
            </>
          ),
        },
        {
          key: "takes",
          header: "Takes referrals",
          cell: ({ takes, takesWords }) => (takes === null ? "not asked" : takesInWords(takes, takesWords)),
        },
        { key: "referred", header: "Children referred", numeric: true, cell: ({ referred }) => countInWords(referred) },
        { key: "accessed", header: "Children accessed", numeric: true, cell: ({ accessed }) => countInWords(accessed) },
      ]}
    />
  );
}
