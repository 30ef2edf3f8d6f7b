import { formatMoment } from "../../../domain/calendar/day";
import { knownBrowser } from "../../../domain/people/browser-in-words";
import type { Context } from "../../context";

/** A paragraph with a line for each fact; what is not known has none. Example: `Account: …` above `When: …`. */
export function facts(lines: Readonly<Record<string, string | null>>): string {
  return Object.entries(lines)
    .flatMap(([name, fact]) => (fact === null ? [] : [`${name}: ${fact}`]))
    .join("\n");
}

/** When something is done, in London. */
export function when({ clock }: Pick<Context, "clock">) {
  return { When: formatMoment(clock.now().getTime()) };
}

/** When something is done, and in which browser: only for whoever may be its owner. */
export function whenAndWhere(context: Pick<Context, "clock" | "where">) {
  return { ...when(context), Browser: knownBrowser(context.where.agent) };
}
