import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reportingYear } from "../../app/domain/calendar/reporting-year";
import { type FileContext, UPLOAD_LIMITS } from "../../app/domain/returns/file/context";
import { readReturnFile } from "../../app/domain/returns/read-return-file";
import { upload } from "../../app/journeys/submit/upload";
import { CHECK_LIMITS, openChecker } from "../../app/platform/checker";
import { type Log, logTo, silentLog } from "../../app/platform/log";
import { demonstration } from "../support/database";

// The checker as the portal has it: a process of its own, killed where it takes too long or too much.

const YEAR = reportingYear("2025-26");
const CONTEXT: FileContext = {
  register: new Map([["ZD01", "Ashencote"]]),
  trust: "ZD01",
  year: YEAR,
  lastYear: null,
  limits: UPLOAD_LIMITS,
};
const HEADER = "ODS code,Trust name,Reporting year,Age band,Takes referrals,Children referred,Children accessed,Notes";
const GOOD = [
  HEADER,
  "ZD01,,2025-26,0-12 months,yes,6,5,",
  "ZD01,,2025-26,12-24 months,yes,<5,<5,",
  "ZD01,,2025-26,24-36 months,yes,9.5,8,",
  "ZD01,,2025-26,0-18 years,,3400,2500,",
].join("\r\n");
const bytesOf = (text: string) => new TextEncoder().encode(text);
const checker = openChecker(silentLog);

/** Five megabytes of one thing over and over, behind what stands at the beginning. */
function full(unit: string | readonly number[], beginning = ""): Uint8Array {
  const [start, each] = [bytesOf(beginning), typeof unit === "string" ? bytesOf(unit) : Uint8Array.from(unit)];
  const bytes = new Uint8Array(
    start.length + each.length * Math.floor((UPLOAD_LIMITS.bytes - start.length) / each.length),
  );
  bytes.set(start);
  for (let at = start.length; at < bytes.length; at += each.length) bytes.set(each, at);
  return bytes;
}
const rows = (row: (place: number) => string, count = 9_999) =>
  bytesOf([HEADER, ...Array.from({ length: count }, (_, place) => row(place))].join("\n"));
/** A code that no register holds. */
const codeOf = (place: number) => `Z${place.toString(36).toUpperCase().padStart(4, "0")}`;
const NOTE = "n".repeat(400);

test("what it says of a file is what the reader says of it", async () => {
  const reading = await checker.read(bytesOf(GOOD), CONTEXT);
  expect(reading).toEqual(readReturnFile(bytesOf(GOOD), CONTEXT));
  // What is said of a return is found among what is said of the file by being the same.
  const own = reading.returns[0]?.problems ?? [];
  expect(own.length).toBeGreaterThan(0);
  expect(own.filter((problem) => !reading.problems.includes(problem))).toEqual([]);
});

test("any bytes get an answer, and the reader’s own", async () => {
  const changed = fc
    .record({ at: fc.nat({ max: GOOD.length }), remove: fc.nat({ max: 40 }), insert: fc.uint8Array({ maxLength: 12 }) })
    .map(({ at, remove, insert }) => {
      const clean = bytesOf(GOOD);
      return Uint8Array.from([...clean.slice(0, at), ...insert, ...clean.slice(at + remove)]);
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 600 }), changed), async (bytes) => {
      expect(await checker.read(bytes, CONTEXT)).toEqual(readReturnFile(bytes, CONTEXT));
    }),
  );
});

describe("R20: the heaviest files there can be are read, in time and within half the memory", () => {
  const half = openChecker(silentLog, { ...CHECK_LIMITS, heapMb: CHECK_LIMITS.heapMb / 2 });
  test.each<[string, () => Uint8Array, string]>([
    ["quotation marks", () => full('"'), "too-large"],
    ["quotation marks, each closed", () => full('""\n'), "missing-column"],
    ["quotation marks in quotation marks", () => full(`"${'""'.repeat(2000)}",\n`, `${HEADER}\n`), "empty-file"],
    ["the same in characters of two bytes", () => full(`"${'""'.repeat(2000)}",\n`, `–\n${HEADER}\n`), "empty-file"],
    ["quotation marks across lines", () => full('"\nx"', `${HEADER}\n`), "too-large"],
    ["stray quotation marks", () => full(',"x', `${HEADER}\n"`), "unreadable-file"],
    ["commas", () => full(","), "too-large"],
    ["commas under headings", () => full(",", `${HEADER}\n`), "too-large"],
    ["all delimiters", () => full(",;\t|"), "too-large"],
    ["line ends", () => full("\r\n"), "empty-file"],
    ["one line", () => full("x"), "too-large"],
    ["one column", () => full("ZD01\n"), "missing-column"],
    ["cells of two letters", () => full(`${Array(200).fill("ab").join(",")}\n`, `${HEADER}\n`), "too-large"],
    ["cells in quotation marks", () => full(`${Array(200).fill('"ab"').join(",")}\n`, `${HEADER}\n`), "too-large"],
    ["dashes of Windows", () => full([0x96]), "too-large"],
    ["control characters of Windows", () => full([0x81]), "unreadable-file"],
    ["text encoded twice", () => full("â€“\n"), "missing-column"],
    ["an NHS number behind a million rows", () => full("a,b\n", "943 476 5919\n"), "patient-level-data"],
    ["headings", () => full(`${Array(190).fill("Children referred 0-12 months").join(",")}\n`), "missing-column"],
    [
      "10,000 rows of faults",
      () => rows((place) => `ZD01,,2025-26,age ${place},p${place},1${place}.5,=A1,${NOTE}`),
      "too-large",
    ],
    [
      "10,000 trusts",
      () => rows((place) => `${codeOf(place)},,2025-26,0-12 months,p${place},1${place}.5,=A1,${NOTE}`),
      "too-large",
    ],
    [
      "10,000 years",
      () => rows((place) => `ZD01,,${1000 + place},0-12 months,p${place},1${place}.5,=A1,${NOTE}`),
      "too-large",
    ],
    ["10,000 footnotes", () => rows((place) => `Note ${place} ${NOTE}`), "empty-file"],
    ["10,000 totals", () => rows((place) => `Total,,,,,${place},${place},${NOTE}`), "empty-file"],
    [
      "marks and words that take long to read",
      () =>
        rows(
          (place) =>
            `${codeOf(place)},,2025-26,0-12 months,${"under 5 ".repeat(16)}${place},${"(".repeat(140)}${place},${"1,".repeat(80)}${place}`,
        ),
      "too-large",
    ],
  ])("%s", async (_, make, code) => {
    const bytes = make();
    expect(bytes.length).toBeLessThanOrEqual(UPLOAD_LIMITS.bytes);
    const { outcome, problems } = await half.read(bytes, CONTEXT);
    expect(outcome).toBe("reject");
    expect(problems[0]?.code).toBe(code);
    expect(problems.filter(({ message }) => message.includes("could not check"))).toEqual([]);
  });
});

test("R20: everything else goes on while a file is checked", async () => {
  let [turns, checked] = [0, false];
  const reading = checker.read(full(`${Array(200).fill('"ab"').join(",")}\n`, `${HEADER}\n`), CONTEXT);
  const done = reading.then(() => {
    checked = true;
  });
  while (!checked) {
    await new Promise(setImmediate);
    turns += 1;
  }
  await done;
  expect(turns).toBeGreaterThan(1000);
});

describe("R20: a check that is given up", () => {
  const heavy = () => rows((place) => `${codeOf(place)},,2025-26,0-12 months,p${place},1.5,=A1,secret cell`);
  function written(): { log: Log; said: string[] } {
    const said: string[] = [];
    return { log: logTo((line) => void said.push(line)), said };
  }

  test("for its time says so, and what to do", async () => {
    const { log, said } = written();
    const hasty = openChecker(log, { ...CHECK_LIMITS, ms: 1 });
    const { outcome, problems, returns } = await hasty.read(heavy(), CONTEXT);
    expect({ outcome, returns }).toEqual({ outcome: "reject", returns: [] });
    expect(problems).toMatchObject([{ code: "unreadable-file", severity: "must-fix" }]);
    expect(problems[0]?.message).toMatch(/takes longer to read than any return does.*Download the template/);
    expect(said).toEqual([
      expect.stringMatching(
        /^\{"at":"[^"]+","level":"error","event":"file not checked","bytes":\d+,"trust":"ZD01","kind":"time"\}$/,
      ),
    ]);
  });

  test("for its memory says so, ends nothing but the check, and the next file is read", async () => {
    const { log, said } = written();
    const small = openChecker(log, { ...CHECK_LIMITS, heapMb: 24 });
    const first = await small.read(heavy(), CONTEXT);
    expect(first.problems[0]?.message).toMatch(/takes more memory to read than any return does.*Download the template/);
    expect(await small.read(bytesOf(GOOD), CONTEXT)).toEqual(readReturnFile(bytesOf(GOOD), CONTEXT));
    expect(said).toEqual([expect.stringMatching(/"kind":"memory"\}$/)]);
  });

  test("keeps nothing of the file", async () => {
    const { context, db, officer } = await demonstration();
    const hasty = { ...context, checker: openChecker(silentLog, { ...CHECK_LIMITS, ms: 1 }) };
    const file = { name: "return.csv", bytes: bytesOf(GOOD), seen: "" };
    expect(await upload(hasty, officer, YEAR, file)).toMatchObject({
      kind: "not kept",
      problems: [{ code: "unreadable-file" }],
    });
    expect(await db.draft.count()).toBe(0);
    expect(await upload(context, officer, YEAR, file)).toMatchObject({ kind: "kept" });
  });
});
