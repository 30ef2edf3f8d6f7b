import { type AnswerTexts, ENTRY_FIELDS, entryId, NO_TEXTS, withText } from "~/domain/returns/texts";

export const INTENTS = ["continue", "later", "paste"] as const;
export type Intent = (typeof INTENTS)[number];

export interface GridForm {
  /** The id of the draft that was on screen when the page was opened; empty where there was none. */
  readonly seen: string;
  readonly texts: AnswerTexts;
  readonly intent: Intent;
  /** A block of cells copied from a spreadsheet. */
  readonly block: string;
}

/** The grid as it was sent. Browsers send line ends as CR LF; a field keeps them as LF. */
export function readGrid(fields: ReadonlyMap<string, string>): GridForm {
  const text = (name: string) => (fields.get(name) ?? "").replace(/\r\n?/g, "\n");
  return {
    seen: text("seen"),
    texts: ENTRY_FIELDS.reduce((texts, field) => withText(texts, field, text(entryId(field))), NO_TEXTS),
    intent: INTENTS.find((known) => known === text("intent")) ?? "continue",
    block: text("block"),
  };
}
