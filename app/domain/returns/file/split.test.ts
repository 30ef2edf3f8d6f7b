import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guarded } from "../csv";
import { type Cells, split } from "./split";

function rowsOf(text: string): Cells[] {
  const rows: Cells[] = [];
  split(text).forEachRow((cells, row) => {
    expect(row).toBe(rows.length);
    rows.push(cells);
    return true;
  });
  return rows;
}

function quotesOf(text: string) {
  return split(text).problems;
}

const HEADINGS = ["ODS code", "Reporting year", "Age band", "Takes referrals", "Children referred"];

test.each([",", ";", "\t", "|"])("the delimiter %j is found by the headings", (delimiter) => {
  const text = `FOI 12, 13; and 14\n${HEADINGS.join(delimiter)}\nZD01`;
  expect(split(text).delimiter).toBe(delimiter);
});

test("sep=; names the delimiter and is row 1", () => {
  const { delimiter, first } = split("sep=;\r\na,b;c");
  expect({ delimiter, first, rows: rowsOf("sep=;\r\na,b;c") }).toEqual({
    delimiter: ";",
    first: 1,
    rows: [
      ["sep=", ""],
      ["a,b", "c"],
    ],
  });
});

describe("line ends", () => {
  test.each(["\n", "\r\n", "\r"])("%j", (end) => {
    expect(rowsOf(["a,b", "", "c,d", ""].join(end))).toEqual([["a", "b"], [""], ["c", "d"]]);
  });
  test("mixed, and none at the end", () =>
    expect(rowsOf("a,1\r\nb,2\rc,3\nd,4")).toEqual([
      ["a", "1"],
      ["b", "2"],
      ["c", "3"],
      ["d", "4"],
    ]));
  test("inside quotation marks a line end begins no row", () => {
    expect(rowsOf('a,"two\r\nlines"\r\nb,"x"')).toEqual([
      ["a", "two\r\nlines"],
      ["b", "x"],
    ]);
  });
});

describe("quotation marks", () => {
  test.each([
    ['a,12" notes,c', ["a", '12" notes', "c"]],
    ['a,"12" notes",c', ["a", '12" notes', "c"]],
    ['a,"says ""5""",c', ["a", 'says "5"', "c"]],
    ['"1,234",b,c', ["1,234", "b", "c"]],
  ])("%s is read without a word", (text, cells) => {
    expect(quotesOf(text)).toEqual([]);
    expect(rowsOf(text)).toEqual([cells]);
  });
  test("an unclosed one is found where it opens", () => {
    expect(quotesOf('a,b\nc,"d\ne,f\n')).toMatchObject([{ code: "unreadable-file", severity: "must-fix", cell: "B2" }]);
  });
  test("one that swallows rows until another is found where it opens", () => {
    expect(quotesOf('a,b\nc,"d\ne,"f"\ng,h')).toMatchObject([{ code: "unreadable-file", cell: "B2" }]);
  });
  test("a file full of stray ones is refused whole", () => {
    expect(quotesOf(`a,"${'b"'.repeat(30_000)}`)).toMatchObject([{ code: "unreadable-file", cell: null }]);
  });
});

test("rows after the last that is wanted are not split", () => {
  let seen = 0;
  split("a\n".repeat(200_000)).forEachRow(() => ++seen < 10);
  expect(seen).toBe(10);
});

describe("over many batches", () => {
  const filler = `${"x".repeat(100)},y\n`.repeat(6000);
  test("an unclosed mark is found where it opens", () => {
    expect(quotesOf(`${filler}a,"b\n${filler}`)).toMatchObject([{ code: "unreadable-file", cell: "B6001" }]);
  });
  test("a cell may go on from one to the next", () => {
    const rows = rowsOf(`${filler}a,"${"long ".repeat(200_000)}\n""end"""\nb,c`);
    expect(rows.length).toBe(6002);
    expect(rows[6000]?.[1]).toBe(`${"long ".repeat(200_000)}\n"end"`);
    expect(rows[6001]).toEqual(["b", "c"]);
  });
  test("a mark that swallows rows is said once", () => {
    expect(quotesOf(`${filler}a,"b\n${filler}c,"d"\n${filler}`)).toMatchObject([{ cell: "B6001" }]);
  });
});

test("a line sep= names the delimiter, even where a spreadsheet has filled it up", () => {
  for (const line of ["sep=;", '"sep=;"', "SEP=;", "sep=;;;;"]) {
    expect(split(`${line}\na;b,c`)).toMatchObject({ delimiter: ";", first: 1, top: [{}, ["a", "b,c"]] });
  }
});

test("the apostrophe of our own files is taken off, once, wherever it stands and however often the rows are shown", () => {
  for (const text of ["'=1,''-2,'tis\n'@x,'\n", "\"'=1\",''-2,'tis\n'@x,'\n"]) {
    const { forEachRow } = split(text);
    const rows: Cells[] = [];
    for (let times = 0; times < 2; times++) forEachRow((cells) => rows.push(cells) > 0);
    expect(rows).toEqual([
      ...[
        ["=1", "'-2", "'tis"],
        ["@x", "'"],
      ],
      ...[
        ["=1", "'-2", "'tis"],
        ["@x", "'"],
      ],
    ]);
  }
});

test("ten thousand rows may each end in a quoted cell", () => {
  expect(quotesOf('a,"b"\r\n'.repeat(12_000))).toEqual([]);
});

test("cells come out as they went in, over many batches", () => {
  const cell = fc.string({ maxLength: 12 }).map((text) => text.replace(/[",;|\t\r\n]/g, ""));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }),
      fc.constantFrom("\n", "\r\n", "\r"),
      (rows, end) => {
        const many = Array.from({ length: 2000 }, () => rows).flat();
        expect(rowsOf(`${many.map((cells) => `x,${cells.map(guarded).join(",")}`).join(end)}${end}`)).toEqual(
          many.map((cells) => ["x", ...cells]),
        );
      },
    ),
    { numRuns: 10 },
  );
});
