import { figureInWords } from "../../count/in-words";
import { problemOf } from "../catalogue";
import { placeAt } from "../place";
import type { Problem } from "../problem";
import type { FileLimits } from "./context";
import type { Cells } from "./split";

/** Says that a file is larger than is accepted; null where it is not, or where no limit is set. */
export function tooManyBytes(bytes: Uint8Array, limits: FileLimits | undefined): Problem | null {
  if (limits === undefined || bytes.length <= limits.bytes) return null;
  return problemOf("too-large", { fact: `at most ${Math.round(limits.bytes / 1024 / 1024)} MB are read` });
}

/** As `tooManyBytes`, for one row of the file, counted from 0. */
export function tooManyCells(cells: Cells, row: number, limits: FileLimits): Problem | null {
  if (row >= limits.rows) {
    return problemOf("too-large", {
      place: placeAt(row, 0),
      fact: `it has more than ${figureInWords(limits.rows)} rows`,
    });
  }
  if (cells.length > limits.columns) return tooManyColumns(row, limits);
  const column = cells.findIndex((cell) => cell.length > limits.charactersInCell);
  return column === -1 ? null : tooManyCharacters(row, column, limits);
}

/** For a row that runs on past the last column there may be. */
export function tooManyColumns(row: number, { columns }: FileLimits): Problem {
  const fact = `row ${row + 1} has more than ${figureInWords(columns)} columns`;
  return problemOf("too-large", { place: placeAt(row, columns), fact });
}

export function tooManyCharacters(row: number, column: number, { charactersInCell }: FileLimits): Problem {
  const place = placeAt(row, column);
  const fact = `${place.cell} holds more than ${figureInWords(charactersInCell)} characters`;
  return problemOf("too-large", { place, fact });
}

/** As `tooManyBytes`, for how much there is to say: a list that nobody reads, and that would fill the memory. */
export function tooMuchToSay(problems: readonly Problem[], limits: FileLimits | undefined): Problem | null {
  if (limits === undefined || problems.length <= limits.problems) return null;
  return problemOf("too-large", { fact: `there are ${figureInWords(problems.length)} things to say about it` });
}
