import { Radios } from "~/components/fields/radios";
import { COUNT_MEANINGS, TAKES_MEANINGS } from "~/domain/returns/meanings";
import type { AmbiguousMark } from "~/domain/returns/state-meaning";
import { cellInWords } from "~/domain/returns/written";

interface MarkQuestionProps {
  mark: AmbiguousMark;
  place: number;
  value: string | undefined;
  error: string | undefined;
}

/** Asks once what a mark stands for, wherever it stands in the file. */
export function MarkQuestion({ mark: { asks, mark, cells }, place, value, error }: MarkQuestionProps) {
  const meanings = asks === "takes" ? TAKES_MEANINGS : COUNT_MEANINGS;
  return (
    <>
      <input type="hidden" name={`mark-asks-${place}`} value={asks} />
      <input type="hidden" name={`mark-is-${place}`} value={mark} />
      <Radios
        name={`mark-${place}`}
        legend={mark === "" ? "What do the blank cells stand for?" : `What does “${mark}” stand for?`}
        hint={`In ${listed(cells.map(cellInWords))}`}
        value={value}
        error={error}
        options={Object.entries(meanings).map(([key, { words }]) => ({ value: key, label: words }))}
      />
    </>
  );
}

function listed(cells: readonly string[]): string {
  return cells.length < 2 ? (cells[0] ?? "your answers") : `${cells.slice(0, -1).join("; ")} and ${cells.at(-1)}`;
}
