import { dayInLondon, formatTime } from "../calendar/day";
import type { CsvCell } from "../returns/csv";
import { deedInWords } from "./actions";
import type { Link } from "./chain";

export const AUDIT_HEADINGS: readonly CsvCell[] = [
  "Entry",
  "At (UTC)",
  "Day in the UK",
  "Time in the UK",
  "Person (id)",
  "Person",
  "Trust",
  "Action",
  "What was done",
  "About",
  "About (name)",
  "Detail",
  "Outcome",
  "Request",
  "Address",
  "Browser",
  "Hash of the entry before",
  "Hash",
];

/** Names of today for the ids in an entry; null where nobody has that id any more. */
export interface EntryNames {
  readonly byName: string | null;
  readonly aboutName: string | null;
}

/**
 * An entry as a row below AUDIT_HEADINGS, with everything that the chain covers.
 * Example: entry 12 begins `12,2026-07-01T11:00:00.000Z,2026-07-01,12:00:00,…`.
 */
export function auditRow({ id, entry, previous, hash }: Link, { byName, aboutName }: EntryNames): CsvCell[] {
  const { at, by, trust, did, about, detail, outcome, requestId, address, agent } = entry;
  const instant = Date.parse(at);
  const [day, time] = Number.isNaN(instant) ? [null, null] : [dayInLondon(instant), formatTime(instant)];
  return [
    id,
    at,
    day,
    time,
    by,
    byName,
    trust,
    did,
    deedInWords(did, outcome).words,
    about,
    aboutName,
    detail,
    outcome,
    requestId,
    address,
    agent,
    previous,
    hash,
  ];
}
