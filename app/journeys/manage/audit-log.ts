import { type AuditFilter, type AuditPlace, countEntries, entriesPage } from "../../db/audit";
import { peopleNames } from "../../db/people";
import { trustNames } from "../../db/trusts";
import type { EntryNames } from "../../domain/audit/audit-file";
import type { Link } from "../../domain/audit/chain";
import type { AuditSearch } from "../../domain/audit/search";
import { addDays, beginningInLondon, type Day } from "../../domain/calendar/day";
import type { Context } from "../context";
import { type AuditState, auditState } from "./audit-state";

export type NamedEntry = Link & EntryNames;

export interface AuditLog {
  readonly entries: readonly NamedEntry[];
  /** How many the search finds in all. */
  readonly found: number;
  /** Whether there are entries above and below those shown. */
  readonly newer: boolean;
  readonly older: boolean;
  readonly state: AuditState;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly trusts: readonly { readonly ods: string; readonly name: string }[];
}

const PER_PAGE = 50;

/** A page of the audit log, newest first. Keyset by id, so a page stays as it is while entries are added. */
export async function auditLog(context: Context, search: AuditSearch, place: AuditPlace): Promise<AuditLog> {
  const { db } = context;
  const filter = filterOf(search);
  const [people, trusts, found, state, page] = await Promise.all([
    peopleNames(db),
    trustNames(db),
    countEntries(db, filter),
    auditState(context),
    entriesPage(db, filter, place, PER_PAGE),
  ]);
  const [newest, oldest] = [page.at(0), page.at(-1)];
  const [newer, older] = await Promise.all([
    newest === undefined ? [] : entriesPage(db, filter, { above: newest.id }, 1),
    oldest === undefined ? [] : entriesPage(db, filter, { below: oldest.id }, 1),
  ]);
  const nameOf = namesIn(people);
  return {
    entries: page.map((link) => ({ ...link, ...nameOf(link) })),
    found,
    newer: newer.length > 0,
    older: older.length > 0,
    state,
    people,
    trusts,
  };
}

/** How the names of whom an entry names by id are found. */
export function namesIn(people: readonly { readonly id: string; readonly name: string }[]) {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return ({ entry: { by, about } }: Link): EntryNames => ({
    byName: by === null ? null : (names.get(by) ?? null),
    aboutName: names.get(about) ?? null,
  });
}

/** A day counts from its midnight in London to the next. */
export function filterOf({ person, trust, did, outcome, from, to }: AuditSearch): AuditFilter {
  const beginning = (day: Day) => new Date(beginningInLondon(day)).toISOString();
  return {
    by: person || null,
    trust: trust || null,
    did: did || null,
    outcome: outcome || null,
    from: from === "" ? null : beginning(from),
    until: to === "" ? null : beginning(addDays(to, 1)),
  };
}
