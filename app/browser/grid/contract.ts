import type { Figures } from "../../domain/returns/return";

/** What the page hands to the script of its grid, as JSON in `data-grid`. */
export interface GridFacts {
  readonly ods: string;
  /** What the trust declared for the year before; null where it did not. */
  readonly lastYear: Figures | null;
  /** Where what is typed is kept. */
  readonly keep: string;
  /**
   * How the texts in the fields stand to the draft: `saved` as it is; `not saved`, since something in them stops that;
   * `to decide`, since a colleague's stand and only the officer's own word may replace them.
   */
  readonly standing: "saved" | "not saved" | "to decide";
}

/** What the script is told after it has sent what was typed. */
export interface KeptAnswer {
  /** The draft as it now is, to be sent with whatever follows; absent where nothing was saved. */
  readonly draftId?: string;
  /** To be shown, without its full stop. */
  readonly says: string;
}
