import { readSort, sortRows } from "~/components/sort";
import { REQUEST_STATES, type RequestState } from "~/domain/requests/state";
import type { TrackedRequest } from "~/journeys/chase/tracker";

/** What a tracker's address asks to see. A view that was saved as a link still works next year. */
export interface View {
  /** A state, or empty for all. */
  readonly state: string;
  /** Part of a trust's name or code, or empty. */
  readonly q: string;
  /** A column, with a minus before it for the other way round. */
  readonly sort: string;
}

const SORTS = ["trust", "state", "due", "late"] as const;
export type Sort = (typeof SORTS)[number];

export function readView(query: URLSearchParams): View {
  const state = query.get("state") ?? "";
  return {
    state: Object.hasOwn(REQUEST_STATES, state) ? state : "",
    q: (query.get("q") ?? "").trim().slice(0, 100),
    sort: readSort(query.get("sort"), SORTS),
  };
}

const STATE_ORDER = Object.keys(REQUEST_STATES);

const KEYS: Readonly<Record<Sort, (request: TrackedRequest) => string | number>> = {
  trust: ({ trust }) => trust.name,
  state: ({ state }) => STATE_ORDER.indexOf(state.kind),
  due: ({ due }) => due ?? "9999",
  late: ({ state }) => workingDaysLate(state) ?? -1,
};

/** The requests that a view asks for, in its order; equal ones stay in the order of their names. */
export function arrange(requests: readonly TrackedRequest[], { state, q, sort }: View): TrackedRequest[] {
  const wanted = q.toLowerCase();
  const found = requests.filter(
    (request) =>
      (state === "" || request.state.kind === state) &&
      `${request.trust.name} ${request.trust.ods}`.toLowerCase().includes(wanted),
  );
  return sortRows(found, sort, KEYS);
}

/** Working days by which a request is, or was answered, late; null where it is not. */
export function workingDaysLate(state: RequestState): number | null {
  if (state.kind === "overdue") return state.workingDaysLate;
  if (!("timeliness" in state) || state.timeliness.kind !== "late") return null;
  return state.timeliness.workingDays;
}
