import { readSort, sortRows } from "~/components/sort";
import { STANDINGS, type Standing } from "~/domain/people/account";
import type { Listed } from "~/journeys/manage/people";

/** What the address of the list asks to see. */
export interface View {
  /** The code of a trust, `foundation`, or empty for everybody. */
  readonly trust: string;
  /** A standing, or empty for all. */
  readonly state: string;
  /** Part of a name or an address, or empty. */
  readonly q: string;
  /** A column, with a minus before it for the other way round. */
  readonly sort: string;
}

/** In lower case, so that it is no trust's code. */
export const FOUNDATION = "foundation";

const SORTS = ["name", "role", "state", "seen"] as const;
export type Sort = (typeof SORTS)[number];

export function readView(query: URLSearchParams): View {
  const state = query.get("state") ?? "";
  return {
    trust: (query.get("trust") ?? "").slice(0, 20),
    state: Object.hasOwn(STANDINGS, state) ? state : "",
    q: (query.get("q") ?? "").trim().slice(0, 100),
    sort: readSort(query.get("sort"), SORTS),
  };
}

const STATE_ORDER = Object.keys(STANDINGS);

const KEYS: Readonly<Record<Sort, (person: Listed) => string | number>> = {
  name: ({ name }) => name.toLowerCase(),
  role: ({ foundationRole, places }) => foundationRole ?? `trust ${places[0]?.name ?? ""}`,
  state: ({ standing }) => STATE_ORDER.indexOf(standing),
  seen: ({ lastSignInAt }) => lastSignInAt?.getTime() ?? 0,
};

/** Those whom the trust and the words of a view find, whatever their state. */
export function found(people: readonly Listed[], { trust, q }: View): Listed[] {
  const wanted = q.toLowerCase();
  return people.filter(
    (person) => isOf(person, trust) && `${person.name} ${person.email}`.toLowerCase().includes(wanted),
  );
}

function isOf({ foundationRole, places }: Listed, trust: string): boolean {
  if (trust === "") return true;
  return trust === FOUNDATION ? foundationRole !== null : places.some(({ ods }) => ods === trust);
}

/** Of those found, the ones in the state that a view asks for, in its order. */
export function arrange(people: readonly Listed[], { state, sort }: View): Listed[] {
  const wanted = people.filter(({ standing }) => state === "" || standing === state);
  return sortRows(wanted, sort, KEYS);
}

/** The states that there are, with how many people are in each. */
export function countStates(people: readonly Listed[]): { state: Standing; count: number }[] {
  return (Object.keys(STANDINGS) as Standing[])
    .map((state) => ({ state, count: people.filter(({ standing }) => standing === state).length }))
    .filter(({ count }) => count > 0);
}
