import { countInWords } from "../domain/count/in-words";
import {
  AGE_BAND_TEXT,
  AGE_BANDS,
  ALL_AGES_TEXT,
  type BandAnswer,
  type Figures,
  type Takes,
} from "../domain/returns/return";
import { DataTable } from "./data-table";

const TAKES_WORDS: Readonly<Record<Takes, string>> = {
  yes: "Yes",
  no: "No",
  partial: "In part",
  "not-held": "Not held",
  missing: "Not answered",
  unclear: "Not clear",
};

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
        { key: "takes", header: "Takes referrals", cell: ({ takes, takesWords }) => takesText(takes, takesWords) },
        { key: "referred", header: "Children referred", numeric: true, cell: ({ referred }) => countInWords(referred) },
        { key: "accessed", header: "Children accessed", numeric: true, cell: ({ accessed }) => countInWords(accessed) },
      ]}
    />
  );
}

function takesText(takes: BandAnswer["takes"] | null, words: string | null): string {
  if (takes === null) return "not asked";
  return words === null ? TAKES_WORDS[takes] : `${TAKES_WORDS[takes]}: “${words}”`;
}
