import type { TrustRow } from "../domain/disclosure/release-content";

export interface Footnote {
  /** From 1, in the order of the rows. */
  readonly number: number;
  readonly ods: string;
  readonly name: string;
  readonly text: string;
}

/** The footnotes of the trusts that are shown, numbered as they come. */
export function footnotesOf(rows: readonly Pick<TrustRow, "ods" | "name" | "footnotes">[]): readonly Footnote[] {
  return rows
    .flatMap(({ ods, name, footnotes }) => footnotes.map((text) => ({ ods, name, text })))
    .map((note, before) => ({ number: before + 1, ...note }));
}

/** Beside a trust's figures: a link to each of its notes. */
export function FootnoteLinks({ notes, ods }: { notes: readonly Footnote[]; ods: string }) {
  return notes
    .filter((note) => note.ods === ods)
    .map(({ number }) => (
      <span key={number}>
        {", "}
        <a id={`to-note-${number}`} href={`#note-${number}`} className="note-link">
          note {number}
        </a>
      </span>
    ));
}

interface FootnotesProps {
  notes: readonly Footnote[];
  /** Whether the rows are above, and lead to their notes and back. */
  linked?: boolean;
}

/** What stands under a table of trusts: their notes, in words of their own. */
export function Footnotes({ notes, linked }: FootnotesProps) {
  if (notes.length === 0) return null;
  return (
    <section className="footnotes" aria-labelledby="notes">
      <h2 className="govuk-heading-s" id="notes">
        Notes
      </h2>
      <ol className="govuk-list govuk-list--number">
        {notes.map(({ number, ods, name, text }) => (
          <li key={number} id={`note-${number}`}>
            {name} <span className="code">{ods}</span>: {text}
            {linked && (
              <a className="footnotes__back" href={`#to-note-${number}`}>
                Back to the row<span className="govuk-visually-hidden"> of note {number}</span>
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
