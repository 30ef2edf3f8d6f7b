import { figureInWords } from "../domain/count/in-words";
import {
  type DerivedCell,
  NOT_APPLICABLE,
  NOT_AVAILABLE,
  type PublishedCell,
  SYMBOLS,
} from "../domain/disclosure/cell";
import { shareInWords } from "../domain/statistics/in-words";

/** A count of children as the public sees it: a figure, a range, or a symbol with its words. */
export function PublishedCount({ cell }: { cell: PublishedCell }) {
  switch (cell.status) {
    case "value":
      return <>{figureInWords(cell.value)}</>;
    case "range":
      return <>{cell.hi === null ? `${figureInWords(cell.lo)} or more` : `${cell.lo}–${figureInWords(cell.hi)}`}</>;
    default:
      return <CellSymbol cell={cell} />;
  }
}

/** A share as the public sees it, as in "0.34%". */
export function PublishedShare({ cell }: { cell: DerivedCell }) {
  if (cell.status === "value") return <>{shareInWords({ lo: cell.value, hi: cell.value })}</>;
  if (cell.status === "range") return <>{shareInWords(cell)}</>;
  return <CellSymbol cell={cell} />;
}

type Symbolic = Exclude<PublishedCell | DerivedCell, { status: "value" | "range" }>;

/** Seen as `[c]`, heard as what it means here. */
function CellSymbol({ cell }: { cell: Symbolic }) {
  const words = wordsOf(cell);
  return (
    <abbr className="hidden-cell" title={words}>
      <span aria-hidden="true">{cell.status}</span>
      <span className="govuk-visually-hidden">{words}</span>
    </abbr>
  );
}

function wordsOf(cell: Symbolic): string {
  if (cell.status === "[x]") return NOT_AVAILABLE[cell.why];
  if (cell.status === "[z]") return NOT_APPLICABLE[cell.why];
  return SYMBOLS["[c]"];
}

interface SymbolLegendProps {
  rows: readonly { readonly ods: string; readonly cells: readonly (PublishedCell | DerivedCell)[] }[];
}

/** What the symbols of a table mean, and for whom: not answering, not holding and refusing stay different in print too. */
export function SymbolLegend({ rows }: SymbolLegendProps) {
  const meanings = new Map<string, { symbol: string; words: string; codes: Set<string> }>();
  for (const { ods, cells } of rows) {
    for (const cell of cells) {
      if (cell.status === "value" || cell.status === "range") continue;
      const words = wordsOf(cell);
      const known = meanings.get(words) ?? { symbol: cell.status, words, codes: new Set() };
      meanings.set(words, known);
      known.codes.add(ods);
    }
  }
  const inOrder = [...meanings.values()].sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
  return (
    <dl className="symbol-legend">
      {inOrder.map(({ symbol, words, codes }) => (
        <div key={words}>
          <dt>{symbol}</dt>
          <dd>{symbol === "[x]" ? `${words} (${[...codes].join(", ")})` : words}</dd>
        </div>
      ))}
    </dl>
  );
}
