import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportingYear } from "../calendar/reporting-year";
import { type FileContext, NO_CONTEXT, UPLOAD_LIMITS } from "./file/context";
import { isStructural } from "./problem";
import { readReturnFile } from "./read-return-file";
import { writtenCells } from "./written";

const HEADER = "ODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed,Notes";
const FIRST = "ZD01,Ashencote,2025-26,0-12 months,yes,6,5,";
const SECOND = "ZD01,Ashencote,2025-26,12-24 months,yes,9,7,";
const THIRD = "ZD01,Ashencote,2025-26,24-36 months,yes,14,11,";
const ALL = "ZD01,Ashencote,2025-26,0-18 years,,2140,1675,";
const CLEAN = [HEADER, FIRST, SECOND, THIRD, ALL];
const WIDE_HEADER =
  "ODS code,Reporting year,Takes referrals 0-12 months,Children referred 0-12 months,Children accessed 0-12 months,Takes referrals 12-24 months,Children referred 12-24 months,Children accessed 12-24 months,Takes referrals 24-36 months,Children referred 24-36 months,Children accessed 24-36 months,Children referred 0-18 years,Children accessed 0-18 years";
const WIDE_ROW = "ZD01,2025-26,yes,6,5,yes,9,7,yes,14,11,2140,1675";

const CONTEXT: FileContext = {
  register: new Map([
    ["ZD01", "Ashencote"],
    ["ZD02", "Beaconhithe"],
    ["RT0", "Northgate"],
  ]),
  trust: "ZD01",
  year: reportingYear("2025-26"),
  lastYear: null,
};
const ANY_TRUST: FileContext = { ...CONTEXT, trust: null };

function read(lines: readonly string[] | string | Uint8Array, context: FileContext = CONTEXT) {
  const bytes =
    lines instanceof Uint8Array
      ? lines
      : new TextEncoder().encode(typeof lines === "string" ? lines : lines.join("\r\n"));
  return readReturnFile(bytes, context);
}
/** As "severity code cell", without notes that say nothing to the test. */
function said(lines: readonly string[] | string | Uint8Array, context: FileContext = CONTEXT) {
  return read(lines, context).problems.map(({ severity, code, cell }) => `${severity} ${code} ${cell}`);
}
const replaceIn = (lines: readonly string[], from: string, to: string) => lines.map((line) => line.replace(from, to));

test("a clean file is ready, with its figures and the raw text of every answer", () => {
  const { outcome, layout, encoding, delimiter, problems, returns } = read(CLEAN);
  expect({ outcome, layout, encoding, delimiter, problems }).toEqual({
    outcome: "ready",
    layout: "long",
    encoding: "utf-8",
    delimiter: ",",
    problems: [],
  });
  const [first] = returns;
  expect(first).toMatchObject({ ods: "ZD01", year: "2025-26", name: "Ashencote", allAgesTo17: false, remarks: [] });
  const cells = first === undefined ? [] : writtenCells(first.ods, first.written);
  expect(cells.map(({ place, raw }) => `${place.cell} ${raw}`)).toEqual([
    "E2 yes",
    "F2 6",
    "G2 5",
    "E3 yes",
    "F3 9",
    "G3 7",
    "E4 yes",
    "F4 14",
    "G4 11",
    "F5 2140",
    "G5 1675",
  ]);
});

test("bands may come in any order, trust name and notes may be absent", () => {
  const lines = [
    "ODS code,Reporting year,Age band,Takes referrals,Children referred,Children accessed",
    ...[ALL, THIRD, FIRST, SECOND].map((row) => row.replace(",Ashencote", "").replace(/,$/, "")),
  ];
  expect(read(lines)).toMatchObject({ outcome: "ready", returns: [{ figures: read(CLEAN).returns[0]?.figures }] });
});

test("the wide layout gives the same figures", () => {
  const { outcome, layout, returns } = read([WIDE_HEADER, WIDE_ROW]);
  expect({ outcome, layout }).toEqual({ outcome: "ready", layout: "wide" });
  expect(returns[0]?.figures).toEqual(read(CLEAN).returns[0]?.figures);
});

test("what Excel saves as Unicode Text, tabs in UTF-16, is read with a note", () => {
  const text = `\uFEFF${CLEAN.join("\r\n").replaceAll(",", "\t")}`;
  const units = Uint16Array.from(text, (character) => character.charCodeAt(0));
  const { outcome, encoding, delimiter, problems } = read(new Uint8Array(units.buffer));
  expect({ outcome, encoding, delimiter }).toEqual({ outcome: "ready", encoding: "utf-16le", delimiter: "\t" });
  expect(problems).toMatchObject([{ code: "encoding", severity: "note", cell: null }]);
});

describe("rows of the file keep their numbers", () => {
  const faulty = SECOND.replace(",9,", ",12.5,");
  test.each<[string, string[], string]>([
    ["title and blank rows", ["FOI 2026-0312", "", HEADER, FIRST, faulty, THIRD, ALL], "F5"],
    ["sep=", ["sep=,", HEADER, FIRST, faulty, THIRD, ALL], "F4"],
    ["a line break inside quotes", [HEADER, FIRST.replace(/,$/, ',"two\r\nlines"'), faulty, THIRD, ALL], "F3"],
    ["a blank row inside", [HEADER, FIRST, ",,,,,,,", faulty, THIRD, ALL], "F4"],
  ])("%s", (_, lines, cell) => expect(said(lines)).toContain(`must-fix decimal-value ${cell}`));
});

describe("rows that answer nothing are noted and left out", () => {
  test("footnotes and titles, with their text", () => {
    const { problems, texts, outcome } = read([
      "Figures for ZD01",
      ...CLEAN,
      "",
      "* Figures below 5 suppressed,,,,,,,",
      "Source:,RiO",
    ]);
    expect(outcome).toBe("ready");
    expect(problems.map(({ code, cell }) => `${code} ${cell}`)).toEqual([
      "ignored-row A1",
      "ignored-row A7",
      "ignored-row A8",
      "ignored-row A9",
    ]);
    expect(texts).toEqual([
      { cell: "A1", text: "Figures for ZD01" },
      { cell: "A8", text: "* Figures below 5 suppressed" },
      { cell: "A9", text: "Source: RiO" },
    ]);
  });
  test.each([
    "Total,,,,,29,23,",
    "ZD01,Ashencote,2025-26,Total,,29,23,",
    "ZD01,Ashencote,2025-26,0-2 total,,29,23,",
    ",,,,,29,23,",
    "Grand Total,,,,,2169,1698,",
  ])("the total %s adds up", (row) => expect(said([...CLEAN, row])).toEqual(["note ignored-row A6"]));
  test("a total that does not add up is pointed out", () => {
    expect(said([...CLEAN, "Total,,,,,30,23,"])).toEqual(["note ignored-row A6", "note ignored-row F6"]);
  });
  test("a word alone, though it looks like a code", () => {
    expect(said([...CLEAN, "Notes", "SOURCE,,,,,,,"])).toEqual(["note ignored-row A6", "note ignored-row A7"]);
    expect(said([WIDE_HEADER, WIDE_ROW, "Notes"])).toEqual(["note ignored-row A3"]);
  });
  test("headings said twice, and blank rows counted once", () => {
    expect(said([HEADER, FIRST, "", "", HEADER, SECOND, THIRD, ALL])).toEqual([
      "note ignored-row A3",
      "note ignored-row A5",
    ]);
  });
  test("blank rows at the end are nothing to speak of", () => expect(said([...CLEAN, "", ",,,,,,,", ""])).toEqual([]));
  test("columns of totals and columns nobody asked for", () => {
    expect(said(CLEAN.map((row, at) => `${row},${at === 0 ? "Total,Region" : "15,London"}`))).toEqual([
      "note ignored-row I1",
      "note ignored-row J1",
    ]);
  });
});

describe("a table that cannot be read is said so alone, with the template", () => {
  test.each<[string, string[]]>([
    ["no headings", CLEAN.slice(1)],
    ["a column missing", CLEAN.map((row) => row.split(",").toSpliced(4, 1).join(","))],
    [
      "headings in two rows",
      [
        "ODS code,Trust,Year,Takes referrals,,,Referred,,,,Accessed,,,",
        ",,,0-12m,12-24m,24-36m,0-12m,12-24m,24-36m,0-18,0-12m,12-24m,24-36m,0-18",
        "ZD01,A,2025-26,yes,yes,yes,1,2,3,400,1,2,3,300",
      ],
    ],
    [
      "ages under questions",
      [
        ",,,Takes referrals,,,Referred,,,,Accessed,,,",
        "ODS code,Trust,Year,0-12m,12-24m,24-36m,0-12m,12-24m,24-36m,0-18,0-12m,12-24m,24-36m,0-18",
        "ZD01,A,2025-26,yes,yes,yes,1,2,3,400,1,2,3,300",
      ],
    ],
    [
      "a table on its side",
      [
        ",0-12 months,12-24 months,24-36 months,0-18 years",
        "Takes referrals,yes,yes,yes,",
        "Children referred,6,9,14,2140",
        "Children accessed,5,7,11,1675",
      ],
    ],
    [
      "a row for every figure",
      ["ODS code,Reporting year,Age band,Measure,Value", "ZD01,2025-26,0-12 months,Referred,6"],
    ],
    ["no age at all", ["ODS code,Reporting year,Referred,Accessed", "ZD01,2025-26,6,5"]],
  ])("%s", (_, lines) => {
    const { outcome, problems, returns } = read(lines);
    expect({ outcome, returns }).toEqual({ outcome: "reject", returns: [] });
    expect(new Set(problems.map(({ code, cell }) => `${code} ${cell}`))).toEqual(new Set(["missing-column null"]));
    expect(problems[0]?.message).toContain("template");
  });
  test("the reason is named", () => {
    expect(
      read([",0-12 months,12-24 months", "Takes referrals,yes,yes", "Children referred,6,9"]).problems[0]?.message,
    ).toMatch(/on its side/);
    expect(
      read(["ODS code,Year,Age band,Measure,Value", "ZD01,2025-26,0-12 months,Referred,6"]).problems[0]?.message,
    ).toMatch(/every single figure/);
  });
  test("a heading that answers a second time", () => {
    expect(said(replaceIn(CLEAN, "Notes", "Referrals"))).toEqual(["must-fix duplicate-column H1"]);
    expect(said([WIDE_HEADER.replace("referred 12-24", "referred 0-12"), WIDE_ROW])).toEqual([
      "must-fix missing-column null",
      "must-fix duplicate-column G1",
    ]);
  });
  test("an age that is headed twice, with nothing missing, leaves its line unsettled and the rest as read", () => {
    const { problems, returns } = read([`${WIDE_HEADER},Seen 0-12m`, `${WIDE_ROW.replace(",9,", ",12.5,")},4`]);
    expect(problems.map(({ code, cell }) => `${code} ${cell}`)).toEqual(["duplicate-age-band N1", "decimal-value G2"]);
    expect(returns).toMatchObject([{ disputed: ["0-12m"], figures: { all: read(CLEAN).returns[0]?.figures.all } }]);
  });
});

describe("what is wrong with the file as a whole is said alone", () => {
  const faulty = CLEAN.map((row, at) => (at === 0 ? row : row.replace(",6,", ",12.5,").replace("ZD01", "ZD99")));
  test.each<[string, string]>([
    ["missing-column", faulty.map((row) => row.split(",").toSpliced(5, 1).join(",")).join("\n")],
    ["duplicate-column", faulty.join("\n").replace("Notes", "Referrals")],
    ["patient-level-data", `${faulty.join("\n")}943 476 5919`],
    ["unreadable-file", `${faulty.join("\n")}"open`],
    ["too-large", `${faulty.join("\n")}${"\n,".repeat(10_000)}`],
    ["empty-file", HEADER.replace("Children accessed", "Accepted")],
    ["empty-file", `${WIDE_HEADER},Children referred 36-48 months\n`],
  ])("%s", (code, text) => {
    const { problems, returns, outcome } = read(text, { ...CONTEXT, limits: UPLOAD_LIMITS });
    expect({ outcome, returns, codes: new Set(problems.map((problem) => problem.code)) }).toEqual({
      outcome: "reject",
      returns: [],
      codes: new Set([code]),
    });
    expect(problems.every(isStructural)).toBe(true);
  });
});

describe("headings that mean something else", () => {
  test.each(["Accepted", "Caseload", "Open"])("%s stands for accessed, and is asked about", (heading) => {
    expect(said(replaceIn(CLEAN, "Children accessed", heading))).toEqual(["confirm ambiguous-header G1"]);
  });
  test("beside both counts it is left out", () =>
    expect(said(replaceIn(CLEAN, "Notes", "Caseload"))).toEqual(["note ignored-row H1"]));
  test("in the wide layout too", () => {
    expect(said([WIDE_HEADER.replace("Children accessed 0-12 months", "Accepted 0-12 months"), WIDE_ROW])).toEqual([
      "confirm ambiguous-header E1",
    ]);
  });
  test("an age nobody asked for in the wide layout", () => {
    expect(said([`${WIDE_HEADER},Children referred 36-48 months`, `${WIDE_ROW},3`])).toEqual([
      "must-fix unknown-age-band N1",
    ]);
  });
});

describe("whose return it is", () => {
  test("a letter for a figure is not guessed, but asked about", () => {
    const { problems } = read(replaceIn(CLEAN, "ZD01", "RTO"), ANY_TRUST);
    expect(problems).toMatchObject([{ code: "ods-not-in-register", severity: "must-fix", cell: "A2", value: "RTO" }]);
    expect(problems[0]?.message).toContain("RT0");
  });
  test.each(["ZD0\u0406", "\u017FD01", "RV-5", "Northgate"])("%s is no code", (code) => {
    expect(said(replaceIn(CLEAN, "ZD01", code), { ...ANY_TRUST, register: null })).toEqual([
      "must-fix ods-not-in-register A2",
    ]);
  });
  test("two trusts in one file: not for one who is signed in", () => {
    const second = replaceIn(CLEAN.slice(1), "ZD01", "ZD02");
    expect(said([...CLEAN, ...second])).toEqual(["must-fix ods-not-yours A6"]);
    expect(read([...CLEAN, ...second], ANY_TRUST)).toMatchObject({
      outcome: "ready",
      returns: [{ ods: "ZD01" }, { ods: "ZD02" }],
    });
    expect(said([WIDE_HEADER, WIDE_ROW, WIDE_ROW.replace("ZD01", "ZD02")])).toEqual(["must-fix ods-not-yours A3"]);
  });
  test("rows of one trust may lie apart", () => {
    const second = replaceIn(CLEAN.slice(1), "ZD01", "ZD02");
    const mixed = [HEADER, FIRST, ...second.slice(0, 2), SECOND, THIRD, ...second.slice(2), ALL];
    expect(read(mixed, ANY_TRUST)).toMatchObject({ outcome: "ready", returns: [{ ods: "ZD01" }, { ods: "ZD02" }] });
  });
  test("a trust twice in the wide layout", () =>
    expect(said([WIDE_HEADER, WIDE_ROW, WIDE_ROW])).toEqual(["must-fix duplicate-age-band A3"]));
  test("cells left blank below a merged one", () => {
    const merged = CLEAN.map((row, at) => (at > 1 ? row.replace("ZD01,Ashencote,2025-26", ",,") : row));
    expect(said(merged)).toEqual(["must-fix ods-not-in-register A3", "must-fix year-unreadable C3"]);
  });
});

describe("the year", () => {
  test("several years in one file: said once, at the first row that is not the open year", () => {
    const earlier = replaceIn(CLEAN.slice(1), "2025-26", "2024-25");
    const earliest = replaceIn(CLEAN.slice(1), "2025-26", "2023-24");
    expect(said([...CLEAN, ...earlier, ...earliest])).toEqual(["must-fix year-not-open C6"]);
    expect(read([...CLEAN, ...earlier], NO_CONTEXT)).toMatchObject({
      outcome: "ready",
      returns: [{ year: "2025-26" }, { year: "2024-25" }],
    });
  });
  test.each(["2025", "FY26", "last year", "2024-26"])("%s is not guessed", (year) =>
    expect(said(replaceIn(CLEAN, "2025-26", year))).toEqual(["must-fix year-unreadable C2"]),
  );
  test("other spellings are noted in every row", () => {
    expect(said(replaceIn(CLEAN, "2025-26", "FY2025/26"))).toEqual(
      [2, 3, 4, 5].map((row) => `note recognised-synonym C${row}`),
    );
  });
});

describe("age bands", () => {
  test("several services without a total repeat a band", () => {
    expect(said([HEADER, FIRST, FIRST, SECOND, THIRD, ALL])).toEqual(["must-fix duplicate-age-band D3"]);
  });
  test("only a total of 0–2", () => {
    expect(said([HEADER, FIRST.replace("0-12 months", "0-2 total"), ALL])).toEqual([
      ...Array(3).fill("must-fix missing-age-band null"),
      "note ignored-row A2",
    ]);
  });
  test("an age or a question", () =>
    expect(said(replaceIn(CLEAN, "12-24 months", "1"))).toContain("must-fix unknown-age-band D3"));
  test("a spreadsheet's dates", () => {
    const eaten = [
      HEADER,
      FIRST.replace("0-12 months", "0-1"),
      SECOND.replace("12-24 months", "01-Feb"),
      THIRD.replace("24-36 months", "02-Mar"),
      ALL,
    ];
    expect(said(eaten)).toEqual([
      "confirm excel-date-band D3",
      "confirm excel-date-band D4",
      "note recognised-synonym D2",
    ]);
  });
  test("a total up to the 18th birthday is read, noted and recorded", () => {
    const { problems, returns } = read(replaceIn(CLEAN, "0-18 years", "Under 18"));
    expect(problems).toMatchObject([
      { code: "recognised-synonym", cell: "D5", message: expect.stringContaining("18th birthday") },
    ]);
    expect(returns).toMatchObject([{ allAgesTo17: true }]);
    expect(read([WIDE_HEADER.replace("referred 0-18 years", "referred under 18"), WIDE_ROW]).returns).toMatchObject([
      { allAgesTo17: true },
    ]);
  });
  test("a comma in a name that moves the row is said as that, and once a row", () => {
    expect(said([HEADER, FIRST.replace("Ashencote", "Ashen, Cote"), SECOND, THIRD, ALL])).toEqual([
      "must-fix missing-age-band null",
      "must-fix extra-cells D2",
    ]);
  });
});

describe("a form is filled from a file", () => {
  const disputed = (lines: readonly string[], context: FileContext = CONTEXT) =>
    read(lines, context).returns.map(({ ods, disputed: unsettled }) => [ods, ...unsettled].join(" "));

  test("what its own answers say stands with the return, the rest is about the file itself", () => {
    const lines = ["FOI 2026-0312", HEADER, FIRST.replace(",6,", ",12.5,"), SECOND, THIRD, ALL.replace("2140", "214O")];
    const { problems, returns } = read(lines);
    const own = returns[0]?.problems ?? [];
    expect(own.map(({ code, cell }) => `${code} ${cell}`)).toEqual(["decimal-value F3", "ambiguous-value F6"]);
    expect(problems.filter((problem) => !own.includes(problem)).map(({ code }) => code)).toEqual(["ignored-row"]);
  });
  test("each return of a file has its own", () => {
    const second = replaceIn(CLEAN.slice(1), "ZD01", "ZD02").map((row) => row.replace(",14,", ",*,"));
    const { returns } = read([...CLEAN, ...second], ANY_TRUST);
    expect(returns.map(({ ods, problems }) => `${ods} ${problems.map(({ cell }) => cell)}`)).toEqual([
      "ZD01 ",
      "ZD02 F8",
    ]);
  });

  test("a clean file disputes no line", () => {
    expect(disputed(CLEAN)).toEqual(["ZD01"]);
    expect(disputed([WIDE_HEADER, WIDE_ROW])).toEqual(["ZD01"]);
  });
  test("a band given twice is unsettled", () => {
    expect(disputed([HEADER, FIRST, SECOND, SECOND.replace(",9,", ",10,"), THIRD, ALL])).toEqual(["ZD01 12-24m"]);
  });
  test("so is every line of a trust that stands twice in the wide layout", () => {
    expect(disputed([WIDE_HEADER, WIDE_ROW, WIDE_ROW])).toEqual(["ZD01 0-12m 12-24m 24-36m all"]);
  });
  test("so is a band without a row, which an unknown band may be", () => {
    expect(disputed([HEADER, FIRST, SECOND.replace("12-24 months", "1"), THIRD])).toEqual(["ZD01 12-24m all"]);
  });
  test("a row that was moved to the right disputes the band that stands in it", () => {
    const moved = SECOND.replace("Ashencote", "Ashen, Cote");
    expect(disputed([HEADER, FIRST, moved, THIRD, ALL])).toEqual(["ZD01 12-24m"]);
    expect(disputed([HEADER, FIRST, moved, SECOND, THIRD, ALL])).toEqual(["ZD01 12-24m"]);
  });
  test("a wrong code in one row takes its line from the trust, and from nobody else", () => {
    const lines = [HEADER, FIRST, SECOND.replace("ZD01", "ZD02"), THIRD, ALL];
    expect(disputed(lines)).toEqual(["ZD01 12-24m", "ZD02 0-12m 24-36m all"]);
  });
});

describe("patient data is looked for first, and nothing of it is kept", () => {
  test.each([
    ["spaced", "patient 999 000 0000 twice", "H3"],
    ["in one piece", "9434765919", "H3"],
    ["with dashes", "nhs 943-476-5919.", "H3"],
    ["with no-break spaces", "943\u00A0476\u00A05919", "H3"],
  ])("an NHS number %s, in a note", (_, note, cell) => {
    const { outcome, problems, returns, texts } = read([
      HEADER,
      FIRST,
      SECOND + note,
      THIRD.replace(",14,", ",12.5,"),
      ALL,
    ]);
    expect({ outcome, returns, texts }).toEqual({ outcome: "reject", returns: [], texts: [] });
    expect(problems).toMatchObject([{ code: "patient-level-data", severity: "must-fix", cell, value: null }]);
    expect(JSON.stringify(problems)).not.toMatch(/\d{3}.?\d{3}.?\d{4}/);
  });
  test.each(["NHS Number", "nhs_no", "DOB", "Date of birth", "Post code", "Surname"])(
    "a column headed %s",
    (heading) => {
      expect(said(replaceIn(CLEAN, "Notes", heading))).toEqual(["must-fix patient-level-data H1"]);
    },
  );
  test("before an unclosed quotation mark and a missing column", () => {
    expect(said(["NHS Number,Referral", '999 000 0000,"x'])).toEqual(["must-fix patient-level-data A1"]);
    expect(said([HEADER, `${FIRST}"999 000 0000`])).toEqual(["must-fix patient-level-data H2"]);
  });
  test.each(["ring 0113 305 5000", "ring +44 113 305 5000", "9999999999", "FOI 2026-0312-11", "12345678901"])(
    "%s is no NHS number",
    (note) => {
      expect(said([HEADER, FIRST + note, SECOND, THIRD, ALL])).toEqual([]);
    },
  );
});

test.each(["\0", "\x01", "\x1F"])("R21: a count with %j between its figures is no count", (control) => {
  expect(said([HEADER, FIRST.replace(",6,", `,1${control}2,`), SECOND, THIRD, ALL])).toEqual([
    "must-fix error-value F2",
  ]);
});

describe("text that could run", () => {
  test("is text, and the apostrophe of our own export comes off again", () => {
    const { outcome, returns } = read([
      HEADER,
      `${FIRST}'=SUM(F2:F4)`,
      `${SECOND}"=HYPERLINK(""http://x"")"`,
      `${THIRD}'tis so`,
      ALL,
    ]);
    expect(outcome).toBe("ready");
    expect(Object.values(returns[0]?.written ?? {}).map(({ notes }) => notes)).toEqual([
      "=SUM(F2:F4)",
      '=HYPERLINK("http://x")',
      "'tis so",
      "",
    ]);
  });
  test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "a heading or a cell %s is harmless",
    (name) => {
      expect(said(CLEAN.map((row, at) => `${row},${at === 0 ? name : "x"}`))).toEqual(["note ignored-row I1"]);
      expect(said(replaceIn(CLEAN, "12-24 months", name))).toContain("must-fix unknown-age-band D3");
      expect(said(replaceIn(CLEAN, "ZD01", name))).toContain("must-fix ods-not-in-register A2");
      expect(said([HEADER, FIRST.replace("yes,6", `${name},${name}`), SECOND, THIRD, ALL])).toEqual([
        "confirm ambiguous-takes E2",
        "confirm ambiguous-value F2",
      ]);
      expect(read([`${name},${name}`, "1,2"]).outcome).toBe("reject");
    },
  );
});

describe("limits", () => {
  const limits = { bytes: 2000, rows: 5, columns: 8, charactersInCell: 300, problems: 20 };
  const within = (lines: readonly string[]) => said(lines, { ...CONTEXT, limits });
  test("a file within them is read", () => expect(within(CLEAN)).toEqual([]));
  test.each<[string, string[], string]>([
    ["bytes", [...CLEAN, "x".repeat(2000)], "null"],
    ["rows", [...CLEAN, ",", ","], "A6"],
    ["rows between quotation marks", [...CLEAN, '"x"', '"x"'], "A6"],
    ["columns", [HEADER, `${FIRST},x`, SECOND, THIRD, ALL], "I2"],
    ["a cell", [HEADER, FIRST, SECOND + "x".repeat(301), THIRD, ALL], "H3"],
  ])("%s", (_, lines, cell) => expect(within(lines)).toEqual([`must-fix too-large ${cell}`]));
  test("more to say than anyone reads is said to be that, and nothing else", () => {
    const rows = Array.from({ length: 3 }, () => FIRST.replace("6,5", "6.5,"));
    const tight = { ...CONTEXT, limits: { ...limits, problems: 3 } };
    expect(said([HEADER, ...rows], tight)).toEqual(["must-fix too-large null"]);
    expect(read([HEADER, ...rows], tight)).toMatchObject({ outcome: "reject", returns: [], texts: [] });
  });
  test("patient data behind the limit is still patient data", () => {
    expect(within([...CLEAN, '"x"', "", "", "999 000 0000"])).toEqual(["must-fix patient-level-data A9"]);
    expect(said(`${CLEAN.join("\n")}999 000 0000${'b"'.repeat(30_000)}`)).toEqual(["must-fix patient-level-data null"]);
  });
});

describe("files without figures", () => {
  test.each(["", "\uFEFF", "\n\n", HEADER, `${HEADER}\r\n,,,,,,,`, `${HEADER}\r\nSource: RiO`])("%j is empty", (text) =>
    expect(said(text)).toEqual(["must-fix empty-file null"]),
  );
});

describe("any bytes give an answer", () => {
  const clean = new TextEncoder().encode(CLEAN.join("\r\n"));
  const contexts = fc.constantFrom(NO_CONTEXT, CONTEXT, { ...CONTEXT, limits: UPLOAD_LIMITS });

  function holds(bytes: Uint8Array, context: FileContext) {
    const { outcome, problems, returns } = readReturnFile(bytes, context);
    expect(outcome === "reject").toBe(problems.some(({ severity }) => severity === "must-fix"));
    expect(outcome === "ready").toBe(problems.every(({ severity }) => severity === "note"));
    for (const { message, cell, row, column } of problems) {
      expect(message).not.toMatch(/undefined|\[object/);
      expect(cell).toBe(row === null ? null : `${column}${row}`);
    }
    if (problems.some(isStructural)) expect([problems.every(isStructural), returns]).toEqual([true, []]);
    for (const { ods } of returns) expect(ods).toMatch(/^[A-Z0-9]{3,6}$/);
  }

  test("random bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), contexts, (bytes, context) => holds(bytes, context)));
  });
  test("a good file with bytes changed, cut and put in", () => {
    const change = fc.record({
      at: fc.nat({ max: clean.length }),
      remove: fc.nat({ max: 40 }),
      insert: fc.uint8Array({ maxLength: 12 }),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), contexts, (changes, context) => {
        let bytes = clean;
        for (const { at, remove, insert } of changes)
          bytes = Uint8Array.from([...bytes.slice(0, at), ...insert, ...bytes.slice(at + remove)]);
        holds(bytes, context);
      }),
      { numRuns: 300 },
    );
  });
  test("a good table with hostile cells", () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        "__proto__",
        "constructor",
        '"',
        '""',
        '"x',
        "=1",
        "\u202E12",
        "x".repeat(50_000),
        " ".repeat(50_000),
        "9".repeat(5000),
        "1 (".repeat(90),
        "\n",
        ",",
        "Total",
        "",
      ),
      fc.string({ unit: "binary", maxLength: 30 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 8 }), hostile), { minLength: 1, maxLength: 5 }),
        contexts,
        (changes, context) => {
          const rows = CLEAN.map((line) => line.split(","));
          for (const [row, column, cell] of changes) rows[row]?.splice(column, 1, cell);
          holds(new TextEncoder().encode(rows.map((cells) => cells.join(",")).join("\n")), context);
        },
      ),
      { numRuns: 300 },
    );
  });
  test("what is not known never becomes a number on the way", () => {
    const mark = fc.constantFrom(
      "",
      "*",
      "-",
      "N/A",
      "s",
      "not held",
      "refused s12",
      "TBC",
      "[x]",
      "lots",
      "x",
      "—",
      "**",
    );
    fc.assert(
      fc.property(mark, fc.constantFrom("yes", "no", "partial", "not held", "x", ""), (text, takes) => {
        const [found] = read([
          HEADER,
          FIRST.replace("yes,6,5", `${takes},${text},${text}`),
          SECOND,
          THIRD,
          ALL,
        ]).returns;
        expect(found?.figures.bands["0-12m"].referred.kind).not.toMatch(/exact|range/);
        expect(found?.figures.bands["0-12m"].accessed.kind).not.toMatch(/exact|range/);
      }),
    );
  });
});
