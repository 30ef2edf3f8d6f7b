import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Column, DataTable } from "./data-table";

interface Row {
  name: string;
  referred: number;
}
const columns: Column<Row>[] = [
  { key: "name", header: "Trust", heads: true, cell: (row) => row.name, sort: { href: "?sort=name", direction: null } },
  {
    key: "referred",
    header: "Referred",
    numeric: true,
    cell: (row) => row.referred,
    sort: { href: "?sort=referred", direction: "descending" },
  },
];
const rendered = (rows: Row[]) =>
  renderToStaticMarkup(
    createElement(DataTable<Row>, {
      caption: "Referrals",
      columns,
      rows,
      rowKey: (row) => row.name,
      empty: "No trust.",
    }),
  );
const table = rendered([{ name: "Northmoor", referred: 12 }]);

test("a table wider than the screen can be reached and scrolled by keyboard, and is named by its caption", () => {
  const [, id] = /role="region" tabindex="0" aria-labelledby="([^"]+)"/.exec(table) ?? [];
  expect(table).toContain(`<caption id="${id}"`);
});

test("the sorted column says so, and the others say that they can be", () => {
  expect(table).toMatch(/aria-sort="none"><a class="sort-link" href="\?sort=name">Trust/);
  expect(table).toMatch(/aria-sort="descending"><a class="sort-link" href="\?sort=referred">Referred/);
});

test("the name of a row heads it, and figures line up", () => {
  expect(table).toContain('<th scope="row" class="govuk-table__header">Northmoor</th>');
  expect(table).toContain('<td class="govuk-table__cell govuk-table__cell--numeric">12</td>');
});

test("an empty table is a sentence", () => {
  expect(rendered([])).toBe('<p class="nothing">No trust.</p>');
});
