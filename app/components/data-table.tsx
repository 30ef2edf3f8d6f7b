import { type ReactNode, useId } from "react";

export interface Column<Row> {
  /** Unique in the table. */
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Figures: right-aligned, every digit equally wide. */
  numeric?: boolean;
  /** Dates and other short words that are worse broken than scrolled to. */
  oneLine?: boolean;
  /** What the row is about, as the name of a trust: read out before each of its cells. */
  heads?: boolean;
  sort?: { href: string; direction: "ascending" | "descending" | null };
}

interface DataTableProps<Row> {
  caption: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The caption is kept for screen readers where a heading just above says the same. */
  hideCaption?: boolean;
  /** What to say instead of an empty table. */
  empty?: ReactNode;
}

// Reachable by keyboard, so that a table wider than the screen can be scrolled with the arrow keys.
const scrollable = (labelledBy: string) => ({ role: "region", tabIndex: 0, "aria-labelledby": labelledBy });

export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  hideCaption,
  empty = "Nothing to show.",
}: DataTableProps<Row>) {
  const captionId = useId();
  if (rows.length === 0) return <p className="nothing">{empty}</p>;
  return (
    <div className="table-region" {...scrollable(captionId)}>
      <table className="govuk-table">
        <caption
          id={captionId}
          className={hideCaption ? "govuk-visually-hidden" : "govuk-table__caption govuk-table__caption--m"}
        >
          <span className="caption-words">{caption}</span>
        </caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {columns.map((column) => (
              <Header key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {rows.map((row) => (
            <tr className="govuk-table__row" key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Header<Row>({ column: { header, numeric, sort } }: { column: Column<Row> }) {
  return (
    <th
      scope="col"
      className={numeric ? "govuk-table__header govuk-table__header--numeric" : "govuk-table__header"}
      aria-sort={sort && (sort.direction ?? "none")}
    >
      {sort ? <SortLink {...sort}>{header}</SortLink> : header}
    </th>
  );
}

function SortLink({ href, direction, children }: { href: string; direction: Direction | null; children: ReactNode }) {
  return (
    <a className="sort-link" href={href}>
      {children}
      <svg className="sort-link__arrows" viewBox="0 0 8 12" width="8" height="12" aria-hidden="true">
        <path d="M4 0l4 5H0z" fillOpacity={direction === "descending" ? 0 : direction === null ? 0.4 : 1} />
        <path d="M4 12L0 7h8z" fillOpacity={direction === "ascending" ? 0 : direction === null ? 0.4 : 1} />
      </svg>
    </a>
  );
}
type Direction = "ascending" | "descending";

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { cell, heads, numeric, oneLine } = column;
  if (heads) {
    return (
      <th scope="row" className={oneLine ? "govuk-table__header one-line" : "govuk-table__header"}>
        {cell(row)}
      </th>
    );
  }
  const classes = ["govuk-table__cell", numeric && "govuk-table__cell--numeric", oneLine && "one-line"];
  return <td className={classes.filter(Boolean).join(" ")}>{cell(row)}</td>;
}
