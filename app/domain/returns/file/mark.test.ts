import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportingYear } from "../../calendar/reporting-year";
import { isStructural } from "../problem";
import { type FileReading, readReturnFile } from "../read-return-file";
import type { FileContext } from "./context";
import { markProblems } from "./mark";

const FOLDER = "tests/fixtures/messy-returns";
const CONTEXT: FileContext = {
  register: new Map(["ZD01", "ZD02", "ZD03", "ZD51"].map((ods) => [ods, ods])),
  trust: "ZD01",
  year: reportingYear("2025-26"),
  lastYear: null,
};
const HEADER = "ODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed,Notes";
const ROWS = [
  "ZD01,Ashencote,2025-26,0-12 months,yes,6,5,",
  "ZD01,Ashencote,2025-26,12-24 months,yes,9,7,",
  "ZD01,Ashencote,2025-26,24-36 months,yes,14,11,",
  "ZD01,Ashencote,2025-26,0-18 years,,2140,1675,",
];
const bytesOf = (text: string) => new TextEncoder().encode(text);

function mark(bytes: Uint8Array, context = CONTEXT): string {
  return markProblems(bytes, readReturnFile(bytes, context).problems) ?? "not a table";
}
function markLines(lines: readonly string[], context = CONTEXT): string[] {
  return mark(bytesOf(lines.join("\n")), context)
    .slice(1)
    .split("\r\n")
    .slice(0, -1);
}
const HEADINGS = "What is wrong (Zero to Two),What to write (Zero to Two)";

test("their file, and two columns more: what is wrong and what to write, each beginning with its cell", () => {
  const lines = ["FOI 2026-0312", "", HEADER, ...ROWS, "Source: RiO"];
  const faulty = lines.map((line) => line.replace("yes,9,7", "yes,12.5,-3"));
  expect(markLines(faulty)).toEqual([
    "FOI 2026-0312",
    "",
    `${HEADER},${HEADINGS}`,
    ROWS[0],
    'ZD01,Ashencote,2025-26,12-24 months,yes,12.5,\'-3,,"F5 (children referred, 12–24 months) says “12.5”. A count of children must be a whole number, not an average. G5 (children accessed, 12–24 months) says “-3”, which is below zero or a number in brackets.","F5: Write how many children it was in the whole year, as a whole number, without a decimal point or comma. G5: Write how many children it was in the whole year, as a whole number, 0 if there were none."',
    ROWS[2],
    ROWS[3],
    "Source: RiO",
  ]);
});

test("what is about no row of figures stands below the table, in our columns only", () => {
  const lines = [HEADER.replace("Children accessed", "Caseload"), ROWS[0] ?? "", ROWS[2] ?? "", ROWS[3] ?? ""];
  expect(markLines(lines).slice(4)).toEqual([
    ',,,,,,,,"ZD01, 2025-26 has no row for 12–24 months.","Add it; write “not held” where you cannot say."',
    ',,,,,,,,"G1 is headed “Caseload”, which can mean something else. We read it as “Children accessed”.","G1: Confirm that these are that count, or replace the figures."',
  ]);
});

test("their delimiter, a line sep=, wide rows, quotation marks and line breaks are kept", () => {
  const [header = "", ...rows] = [HEADER, ...ROWS].map((line) => line.replaceAll(",", ";"));
  const notes = ['"two\nlines"', '12" x', "=1+1", '"a;b, ""so"""'];
  const lines = ["sep=;", `${header};`, ...rows.map((row, at) => row + notes[at]), ";;;;;;;;;;", ""];
  expect(mark(bytesOf(lines.join("\n"))).split("\r\n")).toEqual([
    "\uFEFFsep=;",
    `${header};;;;${HEADINGS.replace(",", ";")}`,
    `${rows[0]}"two\nlines"`,
    `${rows[1]}"12"" x"`,
    `${rows[2]}'=1+1`,
    `${rows[3]}"a;b, ""so"""`,
    ";;;;;;;;;;",
    "",
  ]);
});

test("a file that is no table is not given back", () => {
  expect(markProblems(bytesOf("PK\u0003\u0004"), [])).toBeNull();
  expect(mark(bytesOf(`${HEADER}\nZD01,943 476 5919`))).toBe("not a table");
  expect(markProblems(bytesOf(`${HEADER}\n`), readReturnFile(bytesOf(`${HEADER}\n`), CONTEXT).problems)).toBeNull();
});

describe("a marked file that is sent again", () => {
  const faulty = [HEADER, ...ROWS].map((line) => line.replace("yes,9,7", "yes,12.5,-3"));
  const marked = mark(bytesOf(faulty.join("\n")));

  test("is ready once its cells are put right in place", () => {
    const right = marked.replace("12.5,'-3", "9,7");
    const { outcome, problems } = readReturnFile(bytesOf(right), CONTEXT);
    expect({ outcome, problems }).toEqual({ outcome: "ready", problems: [] });
  });
  test("has its marks replaced, and loses them once nothing is wrong", () => {
    expect(mark(bytesOf(marked))).toBe(marked);
    expect(mark(bytesOf(marked.replace("12.5,'-3", "9,7")))).toBe(
      `\uFEFF${[`${HEADER},${HEADINGS}`, ROWS[0], ROWS[1], ROWS[2], ROWS[3], ""].join("\r\n")}`,
    );
  });
  test("what stood below the table goes, and blank rows that a spreadsheet added there", () => {
    const lines = [HEADER, ...ROWS.slice(1), ""];
    const [short = "", ...rest] = markLines(lines);
    expect(rest).toHaveLength(4);
    expect(markLines([short, ...rest, ",,,,,,,,,", ""])).toEqual([short, ...rest]);
  });
  test("may have its columns moved, one of them deleted, and their headings in capitals", () => {
    const moved = markLines(faulty).map((line, row) => `${row === 0 ? HEADINGS.toUpperCase() : "943,x"},${line}`);
    const { problems } = readReturnFile(
      bytesOf(moved.map((line) => line.split(`,${HEADINGS}`)[0]).join("\n")),
      CONTEXT,
    );
    expect(problems.map(({ code, cell }) => `${code} ${cell}`)).toEqual(["decimal-value H3", "negative-value I3"]);
    const one = faulty.map((line, row) => (row === 0 ? `${MARKED_ONCE},${line}` : `,${line}`));
    expect(markLines(one)[0]).toBe(`${MARKED_ONCE},${HEADER},What is wrong (Zero to Two)`);
  });
  test("is still looked through for patient data, which our own words are not", () => {
    const [header = "", ...rows] = markLines([HEADER, ...ROWS.map((row) => row.replace("9,7", "12345678901,7"))]);
    const ours = [header, ...rows.map((row) => row.replace("“12345678901”", "“9434765919”"))];
    expect(readReturnFile(bytesOf(ours.join("\n")), CONTEXT).problems.map(({ code }) => code)).not.toContain(
      "patient-level-data",
    );
    const theirs = [header, ...rows.map((row) => row.replace("Ashencote", "9434765919"))];
    expect(readReturnFile(bytesOf(theirs.join("\n")), CONTEXT).problems[0]?.code).toBe("patient-level-data");
  });
});
const MARKED_ONCE = "What to write (Zero to Two)";

/** What must come back the same: the returns with their places and texts, and every problem but those of encoding. */
function essence({ returns, problems, layout, texts }: FileReading) {
  const told = problems
    .filter(({ code }) => code !== "encoding")
    .map(({ code, severity, cell, value, message }) => ({ code, severity, cell, value, message }));
  return { returns: returns.map(({ problems: own, ...rest }) => ({ ...rest, own: own.length })), told, layout, texts };
}

function comesBackTheSame(bytes: Uint8Array, context: FileContext) {
  const before = readReturnFile(bytes, context);
  const marked = markProblems(bytes, before.problems);
  expect(marked === null).toBe(before.problems.some(isStructural));
  if (marked === null) return;
  const after = readReturnFile(bytesOf(marked), context);
  expect(essence(after)).toEqual(essence(before));
  expect(markProblems(bytesOf(marked), before.problems)).toBe(marked);
}

describe("a marked file says the same as before", () => {
  const files = readdirSync(FOLDER).filter((name) => /^\d\d_.*\.csv$/.test(name));
  const trustOf = (bytes: Uint8Array) => /ZD\d\d/i.exec(new TextDecoder().decode(bytes))?.[0].toUpperCase() ?? "ZD01";

  test.each(files)("%s", (name) => {
    const bytes = readFileSync(`${FOLDER}/${name}`);
    comesBackTheSame(bytes, { ...CONTEXT, trust: trustOf(bytes) });
    comesBackTheSame(bytes, CONTEXT);
  });

  const cell = fc.oneof(
    fc.constantFrom("", "12", "*", "-", "=1+1", "'=1", "''-3", "'12", "-3", "+44 20", "@x", "12.5", "x", "Total"),
    fc.constantFrom("yes", "no", "0-12 months", "1", "Dec-24", "0-4", "All ages", "2025-26", "2024-25", "ZD02", "RTO"),
    fc.constantFrom('12" x', '"', "a,b", "a;b", "a\nb", "a\r\nb", " 12 ", "\u200B5", "Children referred", "Caseload"),
    fc.constantFrom("Ü–", "É’", "â€™", "Ã©", "\uFFFD", "–", "Source: RiO", "<5", "1,234", "NHS", "Ashen, Cote"),
    fc.string({ unit: "binary", maxLength: 12 }),
  );
  const place = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }));
  const change = fc.oneof(
    fc.record({ kind: fc.constant("write" as const), place, cell }),
    fc.record({ kind: fc.constant("insert" as const), place, cell }),
    fc.record({ kind: fc.constant("delete" as const), place, cell }),
    fc.record({ kind: fc.constant("row" as const), place, cell }),
    fc.record({ kind: fc.constant("drop" as const), place, cell }),
  );
  const written = fc.record({
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
    quotes: fc.boolean(),
    separator: fc.boolean(),
    end: fc.constantFrom("", "\n", "\n\n\n"),
  });
  const tables = files
    .filter((name) => !/binary|not_a_csv|cp1252/.test(name))
    .map((name) => readFileSync(`${FOLDER}/${name}`, "utf8").trimEnd())
    .map((text) => text.split(/\r?\n/).map((line) => line.split(/,(?! )/)));

  test("whatever was changed in it, and however it is written", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...tables),
        fc.array(change, { maxLength: 5 }),
        written,
        fc.constantFrom<FileContext>(CONTEXT, { ...CONTEXT, trust: null }, { ...CONTEXT, register: null, year: null }),
        (table, changes, { delimiter, lineEnd, quotes, separator, end }, context) => {
          const rows = table.map((cells) => [...cells]);
          for (const {
            kind,
            place: [row, column],
            cell: text,
          } of changes) {
            if (kind === "write") rows[row]?.splice(column, 1, text);
            if (kind === "insert") rows[row]?.splice(column, 0, text);
            if (kind === "delete") rows[row]?.splice(column, 1);
            if (kind === "row") rows.splice(row, 0, column > 5 ? [] : [text]);
            if (kind === "drop") rows.splice(row, 1);
          }
          const inFile = (text: string) =>
            quotes && /["\n\r,;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
          const lines = rows.map((cells) => cells.map(inFile).join(delimiter));
          const text = [...(separator ? [`sep=${delimiter}`] : []), ...lines].join(lineEnd) + end;
          comesBackTheSame(bytesOf(text), context);
        },
      ),
      { numRuns: 300 },
    );
  });
});
