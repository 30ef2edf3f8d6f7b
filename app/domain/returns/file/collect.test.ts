import { describe, expect, test } from "vitest";
import { reportingYear } from "../../calendar/reporting-year";
import { readReturnFile } from "../read-return-file";
import type { FileContext } from "./context";

const CONTEXT: FileContext = {
  register: new Map([
    ["ZD01", "Ashencote"],
    ["ZD02", "Beaconhithe"],
    ["RAX", "Kingsmead"],
  ]),
  trust: "ZD01",
  year: reportingYear("2025-26"),
  lastYear: null,
};
const HEADER = "ODS code,Reporting year,Age band,Takes referrals,Children referred,Children accessed";
const ROWS = [
  "ZD01,2025-26,0-12 months,yes,6,5",
  "ZD01,2025-26,12-24 months,yes,9,7",
  "ZD01,2025-26,24-36 months,yes,14,11",
  "ZD01,2025-26,0-18 years,,2140,1675",
];
const NAMED_HEADER = "ODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed";
const NAMED_ROWS = ROWS.map((row) => row.replace("ZD01,", "ZD01,Ashencote,"));
const BANDS = ["0-12 months", "12-24 months", "24-36 months"];
const WIDE_HEADER = `ODS code,Reporting year,${BANDS.map((band) => `Takes referrals ${band},Children referred ${band},Children accessed ${band}`).join(",")},Children referred 0-18 years,Children accessed 0-18 years`;
const WIDE_ROW = "ZD01,2025-26,yes,6,5,yes,9,7,yes,14,11,2140,1675";

function said(lines: readonly string[], context = CONTEXT) {
  return readReturnFile(new TextEncoder().encode(lines.join("\n")), context).problems.map(
    ({ code, cell }) => `${code} ${cell}`,
  );
}
const thirdRow = (from: string, to: string) => [
  HEADER,
  ...ROWS.map((row, at) => (at === 2 ? row.replace(from, to) : row)),
];

describe("a row with a wrong code or year is not also a missing band", () => {
  test.each([
    ["2025-26", "2024-25", "year-not-open B4"],
    ["2025-26", "2025", "year-unreadable B4"],
    ["ZD01", "ZD02", "ods-not-yours A4"],
    ["ZD01", "ZD99", "ods-not-in-register A4"],
  ])("%s written %s", (from, to, fault) => expect(said(thirdRow(from, to))).toEqual([fault]));

  test("a band that stands nowhere is still missing", () => {
    const lines = thirdRow("ZD01", "ZD02").filter((line) => !line.includes("12-24"));
    expect(said(lines)).toEqual(["missing-age-band null", "ods-not-yours A3"]);
  });
  test("so is one of a file that is of the wrong year throughout", () => {
    const lines = [HEADER, ...ROWS.slice(1)].map((line) => line.replace("2025-26", "2024-25"));
    expect(said(lines)).toEqual(["missing-age-band null", "year-not-open B2"]);
  });
});

describe("an unquoted comma inside a number", () => {
  const noted = (row: string) => [`${HEADER},Notes`, ...ROWS.map((each, at) => (at === 3 ? row : `${each},`))];
  test("leaves the rest of it among the notes, and is asked about", () => {
    const lines = noted("ZD01,2025-26,0-18 years,,2140,1,675,");
    expect(said(lines)).toEqual(["bands-exceed-total F5", "ambiguous-value G5"]);
    expect(readReturnFile(new TextEncoder().encode(lines.join("\n")), CONTEXT).returns).toMatchObject([
      { disputed: ["all"] },
    ]);
    expect(said([`${WIDE_HEADER},Notes`, `${WIDE_ROW.replace("1675", "1,675")}`])).toContain("ambiguous-value N2");
  });
  test.each(["1", "12", "3 declined", "675 were in 2024", "FOI 675"])("the note %s is none", (note) =>
    expect(said(noted(`${ROWS[3]},${note}`))).toEqual([]),
  );
});

describe("a footnote in two cells is left out", () => {
  test.each(["Source,RiO 1 May", "Notes,Figures below 5", "Key,* is hidden", "Date,01/05/2026"])("%s", (note) => {
    expect(said([NAMED_HEADER, ...NAMED_ROWS, note])).toEqual(["ignored-row A6"]);
    expect(said([HEADER, ...ROWS, note])).toEqual(["ignored-row A6"]);
    expect(said([WIDE_HEADER, WIDE_ROW, note])).toEqual(["ignored-row A3"]);
  });
  test("a code of the register is none, and neither is a row with a year", () => {
    expect(said([WIDE_HEADER, WIDE_ROW, "RAX,x"])).toContain("ods-not-yours A3");
    expect(said([WIDE_HEADER, WIDE_ROW, "RTO,2025-26"])).toContain("ods-not-in-register A3");
  });
});
