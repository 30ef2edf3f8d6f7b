/** The column a table is sorted by, as its address says it: its name, with a minus before it for the other way round. */
export function readSort<Column extends string>(written: string | null, columns: readonly Column[]): string {
  const [first = ""] = columns;
  return columns.some((column) => written === column || written === `-${column}`) ? (written ?? first) : first;
}

/**
 * What a heading links to: the first click sorts by its column, names from A and, with `largestFirst`, figures from the
 * top; the next turns the order round.
 */
export function sortLink<Column extends string>(
  sort: string,
  column: Column,
  link: (sort: string) => string,
  { largestFirst = false }: { largestFirst?: boolean } = {},
) {
  const direction = sort === column ? "ascending" : sort === `-${column}` ? "descending" : null;
  const [first, second] = largestFirst ? [`-${column}`, column] : [column, `-${column}`];
  return { href: link(sort === first ? second : first), direction } as const;
}

/** Rows in the order of a key; rows with equal keys stay as they were, whichever way round. */
export function sortRows<Row, Column extends string>(
  rows: readonly Row[],
  sort: string,
  keys: Readonly<Record<Column, (row: Row) => string | number>>,
): Row[] {
  const turn = sort.startsWith("-") ? -1 : 1;
  const key = keys[sort.replace("-", "") as Column];
  return [...rows].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    return left < right ? -turn : left > right ? turn : 0;
  });
}
