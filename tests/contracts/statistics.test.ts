import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { statistics } from "../../scripts/returns/statistics";

const DEMO = "prisma/data/demo";
const YEARS = ["2021-22", "2022-23", "2023-24", "2024-25"];
const files = YEARS.map((year) => `${DEMO}/returns-${year}.csv`);
const collection = ["--register", `${DEMO}/register.csv`, "--requests", `${DEMO}/requests.csv`];
const expected: unknown = JSON.parse(readFileSync("tests/fixtures/expected-statistics.json", "utf8"));

const folder = mkdtempSync(join(tmpdir(), "statistics-"));
afterAll(() => rmSync(folder, { recursive: true }));
function fileWith(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** Every place where two values differ: in keys or their order, in kind, or in a number by more than 1e-12. */
function differences(found: unknown, wanted: unknown, path = ""): string[] {
  if (typeof found === "number" && typeof wanted === "number") {
    return Math.abs(found - wanted) <= 1e-12 ? [] : [`${path}: ${found}, not ${wanted}`];
  }
  if (!isObject(found) || !isObject(wanted)) return found === wanted ? [] : [`${path}: ${found}, not ${wanted}`];
  const [keys, wantedKeys] = [Object.keys(found), Object.keys(wanted)];
  if (keys.join() !== wantedKeys.join()) return [`${path}: keys ${keys.join()}, not ${wantedKeys.join()}`];
  return keys.flatMap((key) => differences(found[key], wanted[key], `${path}/${key}`));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

test("the demonstration collection gives the figures expected of it, key by key, to 1e-12", async () => {
  const { json, exitCode } = await statistics([...collection, ...files]);
  expect(exitCode).toBe(0);
  expect(differences(json, expected)).toEqual([]);
});

test("files may come in any order, and several years in one", async () => {
  const texts = files.map((path) => readFileSync(path, "utf8").trimEnd());
  const [header = ""] = texts[0]?.split("\n") ?? [];
  const [first, second, ...others] = texts.map((text) => text.split("\n").slice(1).join("\n"));
  const early = fileWith("early.csv", [header, second, first].join("\n"));
  const late = fileWith("late.csv", [header, ...others].join("\n"));
  const { json } = await statistics([late, ...collection, early]);
  expect(differences(json, expected)).toEqual([]);
});

test("a year whose answers are not among the files is left out, and the years given are compared", async () => {
  const { json } = await statistics([...collection, ...files.filter((path) => !path.includes("2022-23"))]);
  expect(json).toMatchObject({
    likeForLike: [
      { from: "2021-22", to: "2023-24" },
      { from: "2023-24", to: "2024-25" },
    ],
  });
});

test("a round that nobody has answered is described: anything is possible", async () => {
  const requests = `${readFileSync(`${DEMO}/requests.csv`, "utf8").trimEnd()}\n2025-26,ZD01,2027-03-20,sent,\n`;
  const asked = fileWith("requests.csv", requests);
  const { json } = await statistics(["--register", `${DEMO}/register.csv`, "--requests", asked, ...files]);
  expect(json).toMatchObject({
    years: {
      "2025-26": {
        inScope: 1,
        responded: 0,
        outstanding: ["ZD01"],
        acceptance: { shareAny: null, bounds: [0, 1] },
        trusts: {},
      },
    },
  });
});

test("the words say what a journalist would quote", async () => {
  const { text } = await statistics([...collection, ...files]);
  expect(text).toContain("2022–23: 45 of 47 (96%) trusts answered.");
  expect(text).toContain("36 of 45 (80%) take referrals of children aged 0–2 at one age or more");
  expect(text).toContain("19 of 36 (53%) of these had 0 to 10 such referrals.");
});

test.each([
  ["no arguments", [], /^Give a register, the requests and at least one file of returns/],
  ["an option that does not exist", [...collection, "--years", "x", ...files], /^There is no option --years/],
  ["an option without its file", ["--register", "--requests", "x", ...files], /^Give a file after --register/],
  ["an option twice", [...collection, ...collection, ...files], /^Give --register once/],
  ["a file that is not there", [...collection, "nowhere.csv"], /^The file nowhere.csv cannot be read/],
  [
    "one return in two files",
    [...collection, files[0] ?? "", files[0] ?? ""],
    /^The return of ZD01 in 2021–22 is in .* and in /,
  ],
  [
    "a register that is none",
    ["--register", `${DEMO}/requests.csv`, "--requests", `${DEMO}/requests.csv`, ...files],
    /has no column name/,
  ],
  [
    "requests that are none",
    ["--register", `${DEMO}/register.csv`, "--requests", `${DEMO}/register.csv`, ...files],
    /cannot be used/,
  ],
])("%s cannot be used", async (_, args, message) => {
  const { exitCode, text } = await statistics(args);
  expect(exitCode).toBe(2);
  expect(text).toMatch(message);
});

test("returns with something to fix are named, with the cell", async () => {
  const text = readFileSync(files[0] ?? "", "utf8").replace("ZD01,", "ZD99,");
  const { exitCode, text: said } = await statistics([...collection, fileWith("wrong.csv", text)]);
  expect(exitCode).toBe(2);
  expect(said).toMatch(/wrong\.csv cannot be used/);
  expect(said).toMatch(/A2 says .*ZD99/);
});
