import type { Problem } from "~/domain/returns/problem";
import { entryId } from "~/domain/returns/texts";
import type { RefusedField } from "./refusals";

const MOST_SUMMED_UP = 20;
const NOTHING_TYPED = "Type your answers first, or paste them. There is nothing to save yet.";

/** All that stops the form, each with a link to the field it is about, or to its line in the report. */
export function summaryOf(mustFix: readonly Problem[], refused: readonly RefusedField[], empty: boolean) {
  if (empty) return [{ text: NOTHING_TYPED, href: "#takes-0-12m" }];
  if (refused.length > 0) return refused.map(({ field, message }) => ({ text: message, href: `#${entryId(field)}` }));
  return mustFix.slice(0, MOST_SUMMED_UP).map(({ message, field }, place) => ({
    text: message,
    href: field === null ? `#must-fix-${place + 1}` : `#${entryId({ line: field.band, entry: field.question })}`,
  }));
}

export function summaryTitle(mustFix: number): string {
  if (mustFix === 0) return "There is a problem";
  return mustFix === 1 ? "One thing must be put right" : `${mustFix} things must be put right`;
}
