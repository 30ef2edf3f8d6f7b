import { describe, expect, test } from "vitest";
import { reportingYear } from "../../app/domain/calendar/reporting-year";
import type { Count } from "../../app/domain/count/count";
import { type FileContext, UPLOAD_LIMITS } from "../../app/domain/returns/file/context";
import { readReturnFile } from "../../app/domain/returns/read-return-file";
import { AGE_BANDS, type Figures } from "../../app/domain/returns/return";

// The reference on messy files, entry by entry: what arrives, and what its "do" column asks for. Files of the same kinds
// as those of tests/fixtures/messy-returns, but none of them.

const HEADER = "ODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed,Notes";
const BANDS = ["0-12 months", "12-24 months", "24-36 months"] as const;
const ROWS = ["0-12 months,yes,6,5", "12-24 months,yes,9,7", "24-36 months,yes,14,11", "0-18 years,,2140,1675"].map(
  (answers) => `ZD01,Ashencote,2025-26,${answers},`,
);
const clean = [HEADER, ...ROWS].join("\r\n");
const AS_CLEAN = "yes 6 5, yes 9 7, yes 14 11, 2140 1675";

function wideHeader(takes: string, referred: string, accessed: string, bands: readonly string[], all: string): string {
  const answers = bands.flatMap((band) => [`${takes} ${band}`, `${referred} ${band}`, `${accessed} ${band}`]);
  return ["ODS code,Reporting year", ...answers, `${referred} ${all},${accessed} ${all}`].join(",");
}
const WIDE_HEADER = wideHeader("Takes referrals", "Children referred", "Children accessed", BANDS, "0-18 years");
const WIDE_ROW = "ZD01,2025-26,yes,6,5,yes,9,7,yes,14,11,2140,1675";

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
/** The clean file with something else throughout, in F3, in E3, in H2, or below. */
const file = (from: string, to: string) => clean.replaceAll(from, to);
const count = (text: string) => file(",9,", `,${quoted(text)},`);
const takes = (text: string) => file("12-24 months,yes", `12-24 months,${quoted(text)}`);
const note = (text: string) => file("6,5,", `6,5,${text}`);
const below = (...rows: readonly string[]) => [clean, ...rows].join("\r\n");
const rowsBut = (from: string, to: string) => ROWS.map((row) => row.replace(from, to));
const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string) =>
  Uint8Array.from([...`\uFEFF${text}`].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]));

const CONTEXT: FileContext = {
  register: new Map(["ZD01", "ZD02", "RT0"].map((ods) => [ods, ods])),
  trust: "ZD01",
  year: reportingYear("2025-26"),
  lastYear: null,
  limits: UPLOAD_LIMITS,
};

/** What is said of a file, as code and cell, with `!` before what must be fixed and `?` before what is to be confirmed. */
function check(sent: string | Uint8Array, context = CONTEXT) {
  const { problems, returns } = readReturnFile(
    typeof sent === "string" ? new TextEncoder().encode(sent) : sent,
    context,
  );
  const isNote = ({ severity }: (typeof problems)[number]) => severity === "note";
  return {
    said: problems
      .filter((problem) => !isNote(problem))
      .map(({ severity, code, cell }) => `${severity === "must-fix" ? "!" : "?"}${code} ${cell ?? "-"}`),
    notes: problems.filter(isNote).map(({ code, cell }) => `${code} ${cell ?? "-"}`),
    figures: returns[0] === undefined ? "none" : inWords(returns[0].figures),
  };
}

function inWords({ bands, all }: Figures): string {
  const lines = [...AGE_BANDS.map((band) => [bands[band].takes, bands[band]] as const), ["", all] as const];
  return lines
    .map(([answer, counts]) => `${answer} ${asText(counts.referred)} ${asText(counts.accessed)}`.trim())
    .join(", ");
}
function asText(found: Count): string {
  if (found.kind === "exact") return String(found.value);
  return found.kind === "range" ? `${found.lo}-${found.hi ?? ""}` : found.kind;
}

interface Row {
  readonly entry: number;
  readonly what: string;
  readonly sent: string | Uint8Array;
  /** All that must be fixed or confirmed, in the order in which it is said. */
  readonly said: readonly string[];
  /** Notes that must be among those made. */
  readonly notes: readonly string[];
  readonly figures: string;
}
const list = (text: string) => (text === "" ? [] : text.split("; "));
function row(entry: number, what: string, sent: Row["sent"], said = "", notes = "", figures = AS_CLEAN): Row {
  return { entry, what, sent, said: list(said), notes: list(notes), figures };
}
/** A file that is not read at all. */
const refused = (entry: number, what: string, sent: Row["sent"], said: string) =>
  row(entry, what, sent, said, "", "none");
/** Counts in F3, and what each is read as. */
function counts(entry: number, said: string, read: string, texts: readonly string[], notes = ""): Row[] {
  const figures = AS_CLEAN.replace("yes 9 7", `yes ${read} 0`);
  return texts.map((text) => row(entry, JSON.stringify(text), count(text).replace(",7,", ",0,"), said, notes, figures));
}

const MAC = bytes(clean.replace("0-12", "0\xD012").replaceAll("\r\n", "\r"));
const MIXED_ENDS = `${HEADER},,\r\n${ROWS[0]},,\n${ROWS[1]}\n${ROWS[2]}\r${ROWS[3]},,`;
const TWO_ROW_HEADER = [
  "ODS code,Year,Takes,,,Referred,,,,Accessed,,,",
  ",,0-12m,12-24m,24-36m,0-12m,12-24m,24-36m,0-18,0-12m,12-24m,24-36m,0-18",
  "ZD01,2025-26,yes,yes,yes,6,9,14,2140,5,7,11,1675",
].join("\n");
const ON_ITS_SIDE = [
  ",0-12 months,12-24 months,24-36 months,0-18 years",
  "Takes referrals,yes,yes,yes,",
  "Children referred,6,9,14,2140",
  "Children accessed,5,7,11,1675",
].join("\n");
const ALL_ZERO = [HEADER, ...BANDS.map((band) => `ZD01,A,2025-26,${band},yes,0,0,`), ROWS[3]].join("\n");
const COPIED_DOWN = clean.replace(/yes,\d+/g, "yes,12");
const NOT_READ = AS_CLEAN.replace("yes 9", "yes missing");

const ENTRIES: readonly Row[] = [
  // Bytes and file
  row(1, "a byte-order mark, and quotation marks", `\uFEFF${clean.replace("ODS code", '"ODS code"')}`),
  row(2, "UTF-16 with tabs", utf16(clean.replaceAll(",", "\t")), "", "encoding -"),
  row(3, "Windows-1252", bytes(file("0-12", "0\x9612").replaceAll("cote", "\x92s \xA3")), "", "encoding -"),
  row(4, "encoded twice", file("0-12", "0â€“12").replace("cote", "â€™s").replace(",6,", ",Â 6,"), "", "encoding -"),
  row(4, "a repair that is not clean", file("cote", "â€s"), "?encoding -"),
  row(5, "Mac Roman", MAC, "?encoding -"),
  ...[";", "\t", "|"].map((delimiter) => row(6, JSON.stringify(delimiter), clean.replaceAll(",", delimiter))),
  row(6, "sep=; is row 1", `sep=;\n${count("1.5").replaceAll(",", ";")}`, "!decimal-value F4", "", NOT_READ),
  ...["\n", "\r"].map((end) => row(7, JSON.stringify(end), clean.replaceAll("\r\n", end))),
  row(7, "mixed line ends, no final newline, empty trailing columns", MIXED_ENDS),
  row(8, "invisible characters", file(",6,", ",\u202D6\0,").replace("Age", "\u200BA\u00ADge"), "", "trimmed-spaces F2"),
  refused(
    8,
    "binary",
    Uint8Array.from({ length: 300 }, (_, at) => (at * 37) % 256),
    "!unreadable-file -",
  ),
  ...["PK\x03\x04xl/", "\xD0\xCF\x11\xE0\xA1\xB1", "%PDF-1.7", "<html><table>", "\r\n<!DOCTYPE html>"].map((start) =>
    refused(9, JSON.stringify(start), bytes(start), "!wrong-file-type -"),
  ),
  ...["PK\x03\x04 opendocument.spreadsheet", "PK\x03\x04 Index/Document.iwa", "PK\x05\x06"].map((start) =>
    refused(10, JSON.stringify(start), bytes(start), "!wrong-file-type -"),
  ),
  row(11, "quotation marks in a note and round a number", note('12" x').replace("2140", '"2,140"')),
  row(11, "doubled marks, and a comma between them", file("Ashencote", '"Ashen ""A"", Cote"')),
  row(11, "a line break inside quotes", note('"a\r\nb"').replace(",9,", ",1.5,"), "!decimal-value F3", "", NOT_READ),
  ...['"=HYPERLINK(""http://x"")"', "+44 113 305 5000", "@SUM(A1)"].map((text) => row(12, text, note(text))),
  refused(13, "a workbook, with whatever it hides", bytes("PK\x03\x04xl/worksheets/sheet2"), "!wrong-file-type -"),
  refused(14, "blank rows without end", `${clean}${"\n,,,,,,,".repeat(12_000)}`, "!too-large A10001"),
  refused(14, "16,384 columns", clean.replaceAll("\r\n", `${",".repeat(16_376)}\r\n`), "!too-large GS1"),
  ...["NHS Number", "D.O.B.", "Home postcode"].map((heading) =>
    refused(15, heading, file("Notes", heading), "!patient-level-data H1"),
  ),
  ...["seen 943 476 5919", "9434765919", "943-476-5919"].map((text) =>
    refused(15, text, note(text), "!patient-level-data H2"),
  ),

  // Layout
  row(16, "titles and blank rows", `FOI 26,,\n\n${clean}`, "", "ignored-row A1; ignored-row A2"),
  row(16, "row numbers do not shift", `FOI 26,,\n\n${count("1.5")}`, "!decimal-value F5", "", NOT_READ),
  refused(17, "a header of two rows", TWO_ROW_HEADER, "!missing-column -"),
  ...[
    "Total,,,,,29,23,",
    "ZD01,Ashencote,2025-26,Grand Total,,2169,1698,",
    "ZD01,Ashencote,2025-26,0-2 total,,29,23,",
    ",,,,,29,23,",
    "Overall,,,,,29,23,",
  ].map((total) => row(18, total, below(total), "", "ignored-row A6")),
  row(18, "a total that is not the sum", below("Total,,,,,30,23,"), "", "ignored-row F6"),
  row(18, "a column of totals", file("\r\n", ",11\r\n").replace("Notes,11", "Notes,Total"), "", "ignored-row I1"),
  refused(19, "a table on its side", ON_ITS_SIDE, "!missing-column -"),
  refused(
    20,
    "a row for every figure",
    "ODS code,Year,Age band,Type,Number\nZD01,2025-26,0-1,Seen,6",
    "!missing-column -",
  ),
  row(21, "several years", below(...rowsBut("2025-26", "2024-25")), "!year-not-open C6"),
  row(
    22,
    "several services without a total",
    below(...rowsBut("Ashencote", "South")),
    [6, 7, 8, 9].map((at) => `!duplicate-age-band D${at}`).join("; "),
  ),
  row(23, "footnotes", below("* Under 5 suppressed", "Source: RiO,,"), "", "ignored-row A6; ignored-row A7"),
  ...counts(24, "!error-value F3", "missing", ["0-12m: <5, 12-24m: 7", "6; 9; 14", "6 and 9"]),
  refused(25, "an answer in a letter", "Dear Sir or Madam,\n\nWe received 12 referrals.\n", "!missing-column -"),
  ...counts(26, "?ambiguous-value F3", "12", ["12 (3 declined)"]),
  refused(27, "a heading twice", file("Notes", "Referrals"), "!duplicate-column H1"),
  row(27, "a band twice", below(...ROWS.slice(0, 1)), "!duplicate-age-band D6"),
  row(27, "a band twice in the wide layout", `${WIDE_HEADER},Seen 0-12m\n${WIDE_ROW},5`, "!duplicate-age-band N1"),
  row(27, "two trusts", below(...rowsBut("ZD01", "ZD02")), "!ods-not-yours A6"),
  row(
    28,
    "only a total of 0–2",
    [HEADER, "ZD01,Ashencote,2025-26,0-2 total,,29,23,", ROWS[3]].join("\n"),
    BANDS.map(() => "!missing-age-band -").join("; "),
    "ignored-row A2",
    `${"missing missing missing, ".repeat(3)}2140 1675`,
  ),
  ...["0-4", "0-5", "Under 5", "0-3", "Antenatal", "36-48 months", "Age 3"].map((band) =>
    row(29, band, below(`ZD01,Ashencote,2025-26,${band},yes,3,2,`), "!unknown-age-band D6"),
  ),

  // Values
  ...counts(30, "", "9", [" 9", "9\u00A0", "\u200B9"], "trimmed-spaces F3"),
  ...counts(30, "", "9", ["9.0", "９", "9.", "+9", "09"]),
  ...counts(31, "", "1234", ["1,234", "1 234", "1\u00A0234", "1\u202F234"], "thousands-separator F3"),
  ...counts(31, "!decimal-value F3", "missing", ["1.234", "1,23", "0,9"]),
  ...counts(32, "", "0-4", ["<5", "＜5", "&lt;5", "fewer than five", "(<5)"]),
  ...counts(32, "", "1-4", ["1-4", "1–4", "1 to 4", "between 1 and 4"]),
  ...counts(33, "?ambiguous-value F3", "unclear", ["*", "s", "supp", "-", "—", "N/A", "#N/A", "redacted", "s40(2)"]),
  ...counts(34, "?blank-value F3", "missing", ["", " "]),
  row(
    34,
    "blank beside no",
    file("yes,9,7", "No,,"),
    "",
    "",
    AS_CLEAN.replace("yes 9 7", "no not-applicable not-applicable"),
  ),
  ...counts(35, "", "not-held", ["not held", "Information not held.", "s1(1)(a)"]),
  ...counts(36, "!error-value F3", "missing", ["#REF!", "#DIV/0!", "########", "=SUM(F4:F5)", "#NAME?", "+F2+F3"]),
  ...counts(37, "!percentage-value F3", "missing", ["12%", "3.2 %", "12 per cent"]),
  ...counts(37, "!decimal-value F3", "missing", ["12.5", ".5", "12½"]),
  ...counts(37, "!error-value F3", "missing", ["1.2E+3", "1e5"]),
  ...counts(38, "!negative-value F3", "missing", ["-3", "−3", "(3)", "–12", "(1,234)"]),
  ...counts(39, "!excel-date-value F3", "missing", ["04-Jan", "1-Apr", "01/04/2026", "2026-04-01", "April 1", "45748"]),
  ...counts(40, "!sentinel-value F3", "missing", ["9999999", "999", "-1", "-99"]),
  ...counts(41, "?ambiguous-value F3", "12", ["12*", "12[1]", "12¹", "12 (note 2)"]),
  ...counts(42, "?ambiguous-value F3", "20", ["approx 20", "20ish", "c.20"]),
  ...counts(42, "?ambiguous-value F3", "10-15", ["10-15"]),
  ...counts(42, "?ambiguous-value F3", "101-", [">100"]),
  ...counts(43, "?ambiguous-value F3", "missing", ["TBC", "see attached", "ditto", "to follow"]),
  row(
    44,
    "bands that exceed the total by their lower bounds",
    count("1-4").replace(",7,", ",1,").replace("2140,1675", "<21,20"),
    "!bands-exceed-total F5; ?low-total F5",
    "",
    "yes 6 5, yes 1-4 1, yes 14 11, 0-20 20",
  ),
  row(
    44,
    "bands that may fit",
    count("<5").replace(",7,", ",<5,").replace("2140,1675", "<21,20"),
    "?low-total F5",
    "",
    "yes 6 5, yes 0-4 0-4, yes 14 11, 0-20 20",
  ),
  row(
    45,
    "accessed above referred",
    file("14,11", "14,15"),
    "?accessed-over-referred G4",
    "",
    AS_CLEAN.replace("14 11", "14 15"),
  ),
  row(
    46,
    "no beside referrals",
    file("yes,9,7", "no,4,0"),
    "?takes-no-with-referrals F3",
    "",
    AS_CLEAN.replace("yes 9 7", "no 4 0"),
  ),
  row(46, "yes beside zeros", ALL_ZERO, "?all-zero -", "", "yes 0 0, yes 0 0, yes 0 0, 2140 1675"),
  row(47, "one figure copied down", COPIED_DOWN, "?same-in-all-bands -", "", AS_CLEAN.replace(/yes \d+/g, "yes 12")),
  row(47, "a total below 100", file("2140,1675", "99,80"), "?low-total F5", "", AS_CLEAN.replace("2140 1675", "99 80")),
];

describe("entry by entry", () => {
  test("every entry has a file", () => {
    expect([...new Set(ENTRIES.map(({ entry }) => entry))]).toEqual(Array.from({ length: 47 }, (_, at) => at + 1));
  });
  test("the file they are made from is clean", () => {
    expect(check(clean)).toEqual({ said: [], notes: [], figures: AS_CLEAN });
  });
  test.each(ENTRIES)("$entry: $what", ({ sent, said, notes, figures }) => {
    const found = check(sent);
    expect(found).toMatchObject({ said, figures });
    expect(found.notes).toEqual(expect.arrayContaining([...notes]));
  });
  test("47: a change of more than 50%, and at least 10 children", () => {
    const { returns } = readReturnFile(new TextEncoder().encode(file("2025-26", "2024-25")));
    const context = { ...CONTEXT, lastYear: new Map(returns.map(({ ods, figures }) => [ods, figures])) };
    expect(check(file("14,11", "24,21"), context).said).toEqual(["?big-change F4", "?big-change G4"]);
    expect(check(file("yes,9,7", "yes,18,16").replace("2140,1675", "3210,2512"), context).said).toEqual([]);
  });
});

describe("header synonyms", () => {
  const SYNONYMS = {
    "ODS code": ["ODS", "Org code", "Trust code", "Organisation code", "Provider code"],
    "Trust name": ["Trust", "Provider name", "Organisation", "Organisation name"],
    "Reporting year": ["Year", "Period", "Financial year"],
    "Age band": ["Age", "Age group", "Band"],
    "Takes referrals": ["Takes referrals?", "Accepts referrals", "Q1"],
    "Children referred": [
      "Referred",
      "Referrals",
      "Refs",
      "No. of referrals received",
      "Referrals in",
      "Number referred to service",
      "Q2",
    ],
    "Children accessed": ["Accessed", "Seen", "Attended", "1st contact", "Treated", "In service", "Q3"],
    Notes: ["Note", "Comments"],
  };
  const cases = Object.entries(SYNONYMS).flatMap(([heading, synonyms], at) =>
    synonyms.map((synonym) => [synonym, heading, `${"ABCDEFGH".charAt(at)}1`] as const),
  );
  test.each(cases)("%s is %s, with a note", (synonym, heading, cell) => {
    for (const way of [synonym, synonym.toUpperCase(), ` ${synonym}  `, synonym.replaceAll(" ", "-")]) {
      expect(check(clean.replace(heading, way))).toEqual({
        said: [],
        notes: [`recognised-synonym ${cell}`],
        figures: AS_CLEAN,
      });
    }
  });
  test.each(Object.keys(SYNONYMS))("%s in capitals, with dashes for spaces, is itself", (heading) => {
    const sent = clean.replace(heading, heading.toUpperCase().replaceAll(" ", "-"));
    expect(check(sent)).toEqual({ said: [], notes: [], figures: AS_CLEAN });
  });
  test.each(["Accepted", "Open", "Caseload"])("%s means something else, and is asked about", (heading) => {
    expect(check(file("Children accessed", heading)).said).toEqual(["?ambiguous-header G1"]);
    expect(check(file("Children referred", heading)).said).toEqual(["?ambiguous-header F1"]);
    const wide = WIDE_HEADER.replace("Children accessed 12-24 months", `${heading} 12–24m`);
    expect(check(`${wide}\n${WIDE_ROW}`).said).toEqual(["?ambiguous-header H1"]);
  });
  test.each([
    ["Accepts referrals", "Refs", "Seen"],
    ["Takes referrals?", "No. of referrals received", "1st contact"],
    ["Q1", "Q2", "Q3"],
    ["Accepts referrals", "Number referred to service", "In service"],
    ["Q1", "Referrals in", "Treated"],
    ["Takes referrals?", "Referrals", "Attended"],
    ["Accepts referrals", "Referred", "Accessed"],
  ])("the wide layout in %s, %s, %s", (...words) => {
    const found = check(`${wideHeader(...words, ["0–12m", "12-24", "24–36 months"], "Under 18")}\n${WIDE_ROW}`);
    expect(found).toEqual({
      said: [],
      notes: [..."CDEFGHIJKLM"].map((column) => `recognised-synonym ${column}1`),
      figures: AS_CLEAN,
    });
  });
});

describe("age bands", () => {
  const IN_FILE = [...BANDS, "0-18 years"];
  const SYNONYMS = [
    "0 - 12 mths|0–12m|0-12|0-11 months|0 to 1|0-1|0–1 yrs|<1|Under 1|Under one|Less than 1 year|Age 0|Infants (0-12)|0yr|(i)|1(i)|a)",
    "12–24m|12-24|12-23 months|13-24 months|1 to 2|1-2 yrs|Age 1|1 year old|One|(ii)",
    "24–36m|24-36|24-35 months|25-36 months|2 to 3|2-3 yrs|Age 2|2 years|(iii)",
    "0-18|Under 18|<18|0-17|All ages|CYP total|Total CAMHS|All referrals|Q4",
  ];
  const EATEN = ["", "Dec-24|24-Dec|45627|01/12/2024|2024-12-01|01-Feb", "02-Mar|2-Mar|03-Feb", ""];
  const cases = (tables: readonly string[]) =>
    tables.flatMap((ways, at) =>
      ways
        .split("|")
        .filter(Boolean)
        .map((way) => [way, IN_FILE[at] ?? "", `D${at + 2}`] as const),
    );

  test.each(cases(SYNONYMS))("%s is %s, with a note", (way, band, cell) => {
    for (const written of [way, way.toUpperCase()]) {
      const found = check(clean.replace(`,${band},`, `,${written},`));
      expect(found).toEqual({ said: [], notes: [`recognised-synonym ${cell}`], figures: AS_CLEAN });
    }
  });
  test.each(cases(EATEN))("%s was %s before a spreadsheet ate it: confirm", (way, band, cell) => {
    const found = check(clean.replace(`,${band},`, `,${way},`));
    expect(found).toEqual({ said: [`?excel-date-band ${cell}`], notes: [], figures: AS_CLEAN });
    expect(check(count(way)).said).toEqual(["!excel-date-value F3"]);
  });
  test.each(["Dec-24", "24-Dec", "45627"])("%s in a wide heading is 12-24 months: confirm", (way) => {
    const wide = WIDE_HEADER.replace("Children referred 12-24 months", `Children referred ${way}`);
    expect(check(`${wide}\n${WIDE_ROW}`)).toEqual({ said: ["?excel-date-band G1"], notes: [], figures: AS_CLEAN });
  });
  test("1 alone may be an age or a question", () => {
    expect(check(file("12-24 months", "1")).said).toEqual(["!missing-age-band -", "!unknown-age-band D3"]);
  });
  test.each(["0-17", "Under 18"])("%s is recorded as the trust’s own total", (way) => {
    const sent = new TextEncoder().encode(file("0-18 years", way));
    expect(readReturnFile(sent, CONTEXT).returns).toMatchObject([{ allAgesTo17: true }]);
  });
});

describe("takes referrals", () => {
  const READ_AS = {
    yes: ["Y", "TRUE", "1", "✓", "Accept from birth"],
    no: ["N", "FALSE", "0", "✗", "Not commissioned", "We accept from age 3", "Under 5s go to community paediatrics"],
    partial: ["Yes, in exceptional circumstances", "Yes via parent-infant team", "Consultation only"],
    "not-held": ["Contact Northgate NHS Trust"],
  };
  const cases = Object.entries(READ_AS).flatMap(([meaning, ways]) => ways.map((way) => [way, meaning] as const));
  test.each(cases)("%s is %s, with a note", (way, meaning) => {
    expect(check(takes(way))).toEqual({
      said: meaning === "no" ? ["?takes-no-with-referrals F3"] : [],
      notes: ["recognised-synonym E3"],
      figures: AS_CLEAN.replace("yes 9", `${meaning} 9`),
    });
  });
  test.each(["Yes", "YES", "Not held", "partial"])("%s is plain", (way) => {
    expect(check(takes(way))).toMatchObject({ said: [], notes: [] });
  });
  test.each(["x", "X"])("%s is a tick on some forms and a cross on others", (way) => {
    const figures = AS_CLEAN.replace("yes 9", "unclear 9");
    expect(check(takes(way))).toEqual({ said: ["?ambiguous-takes E3"], notes: [], figures });
  });
});

describe("trusts and years", () => {
  test.each([
    "Camden and Islington NwHS Foundation Trust",
    "“Barnet, Enfield & Haringey” Mental Health Foundation Trust",
    "Sheffield Children’s Hospital NHS Trust",
    "The St Georges",
    "SLaM",
    "",
  ])("the name %j decides nothing", (name) => {
    expect(check(file("Ashencote", quoted(name)))).toEqual({ said: [], notes: [], figures: AS_CLEAN });
  });
  test.each(["zd01", "ZD01 ", "\u00A0Zd01"])("the code %j is ZD01", (code) => {
    expect(check(file("ZD01", code))).toMatchObject({ said: [], figures: AS_CLEAN });
  });
  test.each(["RTO", "ZDO1", "ZD0l", "ZD-01", "Ashencote"])("the code %s is not guessed", (code) => {
    expect(check(file("ZD01", code)).said).toEqual(["!ods-not-in-register A2"]);
  });
  test.each(["2025/26", "25/26", "FY2025-26", "2025–2026", "Apr 2025 - Mar 2026", "01/04/2025-31/03/2026"])(
    "the year %s is 2025–26, with a note",
    (year) => {
      const { said, notes } = check(file("2025-26", year));
      expect({ said, first: notes[0] }).toEqual({ said: [], first: "recognised-synonym C2" });
    },
  );
  test.each(["2025", "FY26", "last year", "2025-27", "45748"])("the year %s is not guessed", (year) => {
    expect(check(file("2025-26", year)).said).toEqual(["!year-unreadable C2"]);
  });
});

test.each(["21/03/2024", "21-Mar-24", "21st March 2024", "21.03.24", "2024-03-21T09:30:00Z", "45372", "3/21/2024"])(
  "the date %s is no count",
  (date) => {
    expect(check(count(date)).said).toEqual(["!excel-date-value F3"]);
  },
);
