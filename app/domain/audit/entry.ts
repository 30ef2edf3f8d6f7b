import type { ReportingYear } from "../calendar/reporting-year";
import type { Action } from "./actions";
import type { Where } from "./where";

export const OUTCOMES = ["done", "refused"] as const;
export type AuditOutcome = (typeof OUTCOMES)[number];

/**
 * What goes with an entry: a few short facts of the portal's own making, as in `{ version: 2 }`. Never a count of
 * children, a password, a token, a cell, a reason, or anything else that somebody typed.
 */
export type Detail = Readonly<Record<string, string | number | boolean | null>>;

/** One thing that was done, or refused: who did what to what, when and from where. */
export interface AuditEntry {
  readonly at: Date;
  /** The id of the person; null for the portal itself, and for a visitor. Names change, so they are looked up by it. */
  readonly by: string | null;
  /** The ODS code of the trust it was done for or, by staff, to; null where it concerns no single trust. */
  readonly trust: string | null;
  readonly did: Action;
  /** What it concerns: `2025-26 ZD01`, a year, or the id of a person. May be empty. */
  readonly about: string;
  readonly detail: Detail;
  readonly outcome: AuditOutcome;
  readonly where: Where;
}

/** An entry as it is kept: texts alone, each of which the chain covers to the last character. */
export interface WrittenEntry {
  /** ISO 8601 in UTC with milliseconds, so that texts sort as instants do. */
  readonly at: string;
  readonly by: string | null;
  readonly trust: string | null;
  readonly did: string;
  readonly about: string;
  /** JSON. */
  readonly detail: string;
  readonly outcome: string;
  readonly requestId: string;
  readonly address: string;
  readonly agent: string;
}

/** Characters that a database may cut a text at, or give back as another: an entry that held one would look changed. */
const NOT_KEPT = /[\p{Cc}\p{Cs}\uFFFD]/gu;
const LONGEST = 200;

function kept(text: string): string {
  return text.slice(0, LONGEST).replace(NOT_KEPT, "?");
}

/** Example: `{ did: "return-declared", detail: { version: 2 }, … }` has the detail `{"version":2}`. */
export function writeEntry({ at, by, trust, did, about, detail, outcome, where }: AuditEntry): WrittenEntry {
  const facts = Object.entries(detail).map(([name, fact]) => [name, typeof fact === "string" ? kept(fact) : fact]);
  return {
    at: at.toISOString(),
    by,
    trust,
    did,
    about: kept(about),
    detail: JSON.stringify(Object.fromEntries(facts)),
    outcome,
    requestId: kept(where.requestId),
    address: kept(where.address),
    agent: kept(where.agent),
  };
}

/** How entries name a trust's request: `2025-26 ZD01`. */
export function aboutRequest(year: ReportingYear, ods: string): string {
  return `${year} ${ods}`;
}
