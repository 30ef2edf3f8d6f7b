import { AGE_BANDS, type AgeBand } from "../returns/return";
import type { PublishedCell } from "./cell";

/** One measure (referred or accessed) of one trust as the public may see it. */
export interface PublishedMeasure {
  readonly bands: Readonly<Record<AgeBand, PublishedCell>>;
  /** The three bands together: children under 36 months. */
  readonly total: PublishedCell;
  /** Children aged 0–18. */
  readonly all: PublishedCell;
}

/** The five cells of a measure. */
export const CELLS = [...AGE_BANDS, "total", "all"] as const;
export type Cell = (typeof CELLS)[number];

export function cellNamed({ bands, total, all }: PublishedMeasure, cell: Cell): PublishedCell {
  return cell === "total" ? total : cell === "all" ? all : bands[cell];
}

/** Whether every figure of children aged 0–2 is hidden, the total too: the one case in which zeros are hidden with them. */
export function isHiddenWhole({ bands, total }: PublishedMeasure): boolean {
  return total.status === "[c]" && AGE_BANDS.every((band) => ["[c]", "[x]"].includes(bands[band].status));
}
