import { SORTABLE, type Sortable } from "~/components/published-line";
import { readSort, sortRows } from "~/components/sort";
import type { PublishedCell } from "~/domain/disclosure/cell";
import type { TrustRow } from "~/domain/disclosure/release-content";

/** What the address asks to see. */
export interface View {
  readonly region: string;
  readonly takes: string;
  /** A column, with a minus before it for the other way round. */
  readonly sort: string;
}

export const TAKES_CHOICES = [
  { value: "", text: "Any answer" },
  { value: "any", text: "Yes, at one age or more" },
  { value: "partial", text: "Only in part" },
  { value: "none", text: "No" },
  { value: "unknown", text: "Not known" },
] as const;

export function readView(query: URLSearchParams): View {
  const takes = query.get("takes") ?? "";
  return {
    region: (query.get("region") ?? "").slice(0, 60),
    takes: TAKES_CHOICES.some(({ value }) => value === takes) ? takes : "",
    sort: readSort(query.get("sort"), SORTABLE),
  };
}

/**
 * Rows by what is published of them, so that the order says no more than the cells do: ranges by their lower end, all
 * hidden cells together below the figures, and what is not available below those.
 */
function published(cell: PublishedCell): number {
  if (cell.status === "value") return cell.value;
  if (cell.status === "range") return cell.lo;
  return cell.status === "[c]" ? -1 : -2;
}

const KEYS: Readonly<Record<Sortable, (row: TrustRow) => string | number>> = {
  trust: ({ name }) => name,
  region: ({ region }) => region,
  referred: ({ referred }) => published(referred.total),
  accessed: ({ accessed }) => published(accessed.total),
  all: ({ referred }) => published(referred.all),
};

export function arrange(rows: readonly TrustRow[], { region, takes, sort }: View): TrustRow[] {
  const inView = rows.filter(
    (row) => (region === "" || row.region === region) && (takes === "" || (row.category ?? "unknown") === takes),
  );
  return sortRows(sortRows(inView, "trust", KEYS), sort, KEYS);
}
