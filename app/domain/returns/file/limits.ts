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
    return problemOf("too-large", { place: placeAt(row, 0), fact: `it has more than ${limits.rows} rows` });
  }
  if (cells.length > limits.columns) {
    return problemOf("too-large", {
      place: placeAt(row, limits.columns),
      fact: `row ${row + 1} has more than ${limits.columns} columns`,
    });
  }
  for (let column = 0; column < cells.length; column++) {
    if ((cells[column]?.length ?? 0) <= limits.charactersInCell) continue;
    const place = placeAt(row, column);
    return problemOf("too-large", {
      place,
      fact: `${place.cell} holds more than ${limits.charactersInCell} characters`,
    });
  }
  return null;
}
