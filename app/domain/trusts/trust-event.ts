import { type Day, day } from "../calendar/day";
import { type ReportingYear, yearOf } from "../calendar/reporting-year";
import { type Register, registerOf } from "./register";
import type { Trust } from "./trust";

/** Something that happened to trusts, as its source gives it. `on` is `2024-11-01`, or shortened to `2019-10` or `2026`. */
export interface TrustEvent {
  readonly on: string;
  /** As in `merger (new code)`, `acquisition+rename`, `service move`, `ICB boundary`. */
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly toName: string;
}

/**
 * Completes a register by what is known to have happened. A successor without a row of its own gets one, named by the
 * event that made it. A service that moved without any code ending breaks comparability on both trusts; so does an
 * organisation taken over that the register does not hold, since its earlier figures cannot be added. An event known
 * by its year alone breaks both reporting years it may lie in. Source: reference on statistics, section 6.
 *
 * Example: Isle of Wight's service moved to RW1 on 1 May 2024: RW1 is not comparable from 2024–25 on.
 */
export function withEvents(register: Register, events: readonly TrustEvent[]): Register {
  const founded = foundedBy(register, events);
  const trusts = [...register.trusts.values(), ...founded].map((trust): Trust => {
    const breaks = events
      .filter((event) => isBreak(register, event) && (event.from === trust.ods || event.to === trust.ods))
      .flatMap(yearsOf);
    return { ...trust, breaks: [...new Set([...trust.breaks, ...breaks])].sort() };
  });
  return registerOf(trusts, register.aliases);
}

function foundedBy(register: Register, events: readonly TrustEvent[]): Trust[] {
  const unlisted = new Map<string, Trust>();
  for (const { successor, region } of register.trusts.values()) {
    if (successor === null || register.trusts.has(successor) || unlisted.has(successor)) continue;
    const [first] = events.filter(({ to, type }) => to === successor && type.startsWith("merger")).sort(earlier);
    if (first === undefined) continue;
    const opened = span(first.on)[0];
    unlisted.set(successor, {
      ods: successor,
      name: first.toName,
      region,
      opened,
      closed: null,
      successor: null,
      breaks: [],
    });
  }
  return [...unlisted.values()];
}

function isBreak(register: Register, { type, from, to }: TrustEvent): boolean {
  if (from === to) return false;
  return type.includes("service move") || (type.startsWith("acquisition") && !register.trusts.has(from));
}

function yearsOf({ on }: TrustEvent): ReportingYear[] {
  return [...new Set(span(on).map(yearOf))];
}

/** The first and last day a shortened date can mean. */
function span(on: string): [Day, Day] {
  const [year = "", month = "", date] = on.split("-");
  if (date !== undefined) return [day(on), day(on)];
  // No reporting year begins within a month, so its 28th stands for its end.
  return month === "" ? [day(`${year}-01-01`), day(`${year}-12-31`)] : [day(`${on}-01`), day(`${on}-28`)];
}

function earlier(a: TrustEvent, b: TrustEvent): number {
  return a.on < b.on ? -1 : 1;
}
