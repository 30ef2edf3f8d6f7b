import { day } from "../calendar/day";
import { EVENT_KINDS, type RequestEvent } from "./event";

/**
 * A request's history for tests, told in lines of an event, its day and, for `not-held`, the holder:
 * `history("sent 2024-03-21", "not-held 2024-04-22 ZD51")`. An event whose day is not known has no day, or `?` before a holder.
 */
export function history(...lines: string[]): RequestEvent[] {
  return lines.map((line) => {
    const [name, on, transfersTo = null] = line.split(" ");
    const kind = EVENT_KINDS.find((known) => known === name);
    if (kind === undefined) throw new Error(`There is no event ${JSON.stringify(name)}.`);
    return { kind, on: on === undefined || on === "?" ? null : day(on), detail: "", transfersTo };
  });
}
