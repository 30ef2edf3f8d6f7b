import type { Day } from "../calendar/day";
import { lastDay, type ReportingYear } from "../calendar/reporting-year";
import type { Register } from "./register";
import type { Trust } from "./trust";

/**
 * The latest successor of a trust: the one unit under which its figures are compared in every year, those before a
 * merger included. A trust without successor is its own unit, and so is a code that the register does not know. Where
 * successors go in a circle, every trust of the circle has the same unit: the first of its codes.
 *
 * Example: TAF and RRP became G6V2S on 1 November 2024 and RNK joined on 1 April 2026; the unit of all four is G6V2S.
 */
export function unitOf(register: Register, ods: string): string {
  const chain = chainFrom(register, ods);
  const last = chain.at(-1) ?? ods;
  const next = register.trusts.get(last)?.successor ?? null;
  if (next === null) return last;
  const [first = last] = chain.slice(chain.indexOf(next)).sort();
  return first;
}

/** The trust, its successor, and so on, each once. */
function chainFrom(register: Register, ods: string): string[] {
  const chain = [ods];
  for (let next = successorOf(register, ods); next !== null && !chain.includes(next); ) {
    chain.push(next);
    next = successorOf(register, next);
  }
  return chain;
}

function successorOf(register: Register, ods: string): string | null {
  return register.trusts.get(ods)?.successor ?? null;
}

/** The codes whose successors lead back to themselves; a register in order has none. */
export function successorsCircle(register: Register): readonly string[] {
  return [...register.trusts.keys()].filter((ods) => {
    const last = chainFrom(register, ods).at(-1) ?? ods;
    return successorOf(register, last) === ods;
  });
}

/** Every trust that is or became this unit, whenever it existed, in the order of the register. */
export function membersOf(register: Register, unit: string): readonly Trust[] {
  return [...register.trusts.values()].filter(({ ods }) => unitOf(register, ods) === unit);
}

/** Whether a trust existed on a day. Both its first and its last day count. */
export function isOpenOn(trust: Trust, on: Day): boolean {
  return (trust.opened === null || trust.opened <= on) && (trust.closed === null || on <= trust.closed);
}

/**
 * The trusts a unit consisted of in a reporting year: those that were open on its last day, 31 March. They had the
 * year's records, so the unit's figure needs the answer of each. For G6V2S, 2022–23 gives TAF, RRP and RNK, and 2024–25
 * gives G6V2S and RNK.
 */
export function membersIn(register: Register, unit: string, year: ReportingYear): readonly Trust[] {
  return membersOf(register, unit).filter((trust) => isOpenOn(trust, lastDay(year)));
}

/**
 * The reporting years, after `from` and up to `to`, in which the figures of any trust of the unit stopped being
 * comparable with earlier ones. A service that moved during 2024–25 breaks 2023–24 → 2024–25, not 2024–25 → 2025–26.
 */
export function breaksBetween(
  register: Register,
  unit: string,
  from: ReportingYear,
  to: ReportingYear,
): readonly ReportingYear[] {
  const breaks = membersOf(register, unit).flatMap((trust) => trust.breaks);
  return [...new Set(breaks)].filter((year) => from < year && year <= to).sort();
}
