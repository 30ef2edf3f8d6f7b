import { readFileSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { CATALOGUE } from "../../app/domain/returns/catalogue";
import { readCount } from "../../app/domain/returns/cells/count-text";
import { validate } from "../../scripts/returns/validate";

// The files and tokens of tests/fixtures are a contract: how to compare stands in messy-returns/README.md.

const FOLDER = "tests/fixtures/messy-returns";

const count = z.object({ kind: z.string(), lo: z.number().nullable(), hi: z.number().nullable() });
const counts = z.object({ referred: count, accessed: count });
const problem = z.object({
  severity: z.enum(["must-fix", "confirm", "note"]),
  cell: z.string().nullable(),
  about: z.string(),
});
const expectations = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      problem: z.string(),
      layout: z.enum(["long", "wide", "none"]),
      context: z.object({ signedInTrust: z.string(), openYear: z.string(), lastYearFile: z.string().optional() }),
      outcome: z.enum(["ready", "confirm", "reject"]),
      problems: z.array(problem),
      values: z.object({ bands: z.record(z.string(), counts.extend({ takes: z.string() })), total: counts }).nullable(),
    }),
  ),
});
const answer = z.object({
  file: z.string(),
  outcome: z.enum(["ready", "confirm", "reject"]),
  layout: z.enum(["long", "wide", "none"]),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  returns: z.array(
    z.object({
      ods: z.string(),
      year: z.string(),
      bands: z.record(z.string(), counts.extend({ takes: z.string() })),
      all: counts,
    }),
  ),
  problems: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(["must-fix", "confirm", "note"]),
      cell: z.string().nullable(),
      row: z.number().nullable(),
      column: z.string().nullable(),
      value: z.string().nullable(),
      message: z.string(),
    }),
  ),
});

const { files } = expectations.parse(JSON.parse(readFileSync(`${FOLDER}/expected.json`, "utf8")));
/** Where a file lists one of these, further must-fix problems are fine. */
const STRUCTURAL = new Set([
  "wrong-file-type",
  "unreadable-file",
  "empty-file",
  "patient-level-data",
  "missing-column",
]);
const BAND = { "0-12 months": "0-12m", "12-24 months": "12-24m", "24-36 months": "24-36m" } as const;
const KIND: ReadonlyMap<string, string> = new Map([
  ["exact", "exact"],
  ["annotated", "exact"],
  ["interval", "range"],
  ["suppressed", "unclear"],
  ["ambiguous", "unclear"],
  ["flag", "unclear"],
  ["missing", "missing"],
  ["not_applicable", "not-applicable"],
  ["not_held", "not-held"],
  ["refused", "refused"],
]);

async function run(args: readonly string[]) {
  const { json, exitCode } = await validate(args);
  return { ...answer.parse(json), exitCode };
}

describe.each(files)("$file: $problem", ({ file, layout, context, outcome, problems, values }) => {
  const args = [`${FOLDER}/${file}`, "--register", `${FOLDER}/register.csv`, "--trust", context.signedInTrust];
  const lastYear = context.lastYearFile === undefined ? [] : ["--last-year", `${FOLDER}/${context.lastYearFile}`];
  const answered = run([...args, "--year", context.openYear, ...lastYear]);

  test(`is ${outcome}, in the ${layout} layout`, async () => {
    const { file: name, outcome: found, layout: foundLayout, exitCode } = await answered;
    expect({ name, found, foundLayout, exitCode }).toEqual({
      name: file,
      found: outcome,
      foundLayout: layout,
      exitCode: outcome === "ready" ? 0 : 1,
    });
  });

  test("says what must be fixed and confirmed, and no more", async () => {
    const { problems: found } = await answered;
    const hard = (severity: "must-fix" | "confirm") =>
      problems.filter((each) => each.severity === severity).map(({ about, cell }) => `${about} ${cell}`);
    const said = (severity: "must-fix" | "confirm") =>
      new Set(found.filter((each) => each.severity === severity).map(({ code, cell }) => `${code} ${cell}`));
    expect(said("confirm")).toEqual(new Set(hard("confirm")));
    if (problems.some(({ about }) => STRUCTURAL.has(about)))
      expect([...said("must-fix")]).toEqual(expect.arrayContaining(hard("must-fix")));
    else expect(said("must-fix")).toEqual(new Set(hard("must-fix")));
  });

  test("notes what was read as meant, each at its cell", async () => {
    const { problems: found } = await answered;
    const notes = found.filter(({ severity }) => severity === "note").map(({ code, cell }) => `${code} ${cell}`);
    const listed = problems.filter(({ severity }) => severity === "note").map(({ about, cell }) => `${about} ${cell}`);
    expect(notes).toEqual(expect.arrayContaining(listed));
  });

  test("reads the figures", async () => {
    const { returns } = await answered;
    if (values === null) {
      expect(returns).toEqual([]);
      return;
    }
    const asCommand = (expected: z.infer<typeof count>) => {
      const kind = KIND.get(expected.kind);
      const known = kind === "exact" || kind === "range";
      return { kind, lo: known ? expected.lo : null, hi: known ? expected.hi : null };
    };
    const both = (expected: z.infer<typeof counts>) => ({
      referred: asCommand(expected.referred),
      accessed: asCommand(expected.accessed),
    });
    const bands = Object.entries(BAND).map(([long, short]) => {
      const expected = values.bands[long];
      if (expected === undefined) throw new Error(`${file} expects nothing of ${long}.`);
      return [short, { takes: expected.takes.replace("_", "-"), ...both(expected) }];
    });
    const expected = {
      ods: context.signedInTrust,
      year: context.openYear,
      bands: Object.fromEntries(bands),
      all: both(values.total),
    };
    expect(returns).toEqual([expected]);
  });
});

const tokenGroups = z
  .array(
    z.object({
      tokens: z.array(z.string()),
      kind: z.string(),
      lo: z.number().nullable(),
      hi: z.number().nullable(),
      confirm: z.boolean(),
    }),
  )
  .parse(JSON.parse(readFileSync("tests/fixtures/count-tokens.json", "utf8")));
const NEVER_COUNTS = new Set(["sentinel", "error", "wrong_unit", "wrong_type"]);

describe("count-tokens.json", () => {
  const tokens = tokenGroups.flatMap(({ tokens: written, ...meaning }) =>
    written.map((token) => ({ token, ...meaning })),
  );

  test.each(tokens)("$token is $kind $lo $hi, asked: $confirm", ({ token, kind, lo, hi, confirm }) => {
    const { count: read, problem: situation } = readCount(token);
    const severity = situation === null ? null : CATALOGUE[situation].severity;
    if (NEVER_COUNTS.has(kind)) {
      expect(severity).toBe("must-fix");
      return;
    }
    const bounds =
      read.kind === "exact" ? [read.value, read.value] : read.kind === "range" ? [read.lo, read.hi] : [null, null];
    expect([read.kind, ...bounds]).toEqual([KIND.get(kind), lo, hi]);
    // Whether a blank is asked about depends on the answer beside it: see the files above.
    if (token.trim() !== "") expect(severity).toBe(confirm ? "confirm" : null);
  });
});

describe("the command", () => {
  const clean = `${FOLDER}/20_clean_long.csv`;

  test("without a trust takes a file of several trusts and years", async () => {
    const folder = await mkdtemp(join(tmpdir(), "returns-"));
    const one = readFileSync(clean, "utf8");
    const rows = one.split("\r\n").slice(1);
    const file = join(folder, "two.csv");
    await writeFile(
      file,
      one + rows.map((row) => row.replace("ZD01", "ZD02").replace("2025-26", "2024-25")).join("\r\n"),
    );
    const { outcome, returns } = await run([file, "--register", `${FOLDER}/register.csv`]);
    expect(outcome).toBe("ready");
    expect(returns.map(({ ods, year }) => `${ods} ${year}`)).toEqual(["ZD01 2025-26", "ZD02 2024-25"]);
  });

  test("says encoding and delimiter", async () => {
    const { encoding, delimiter } = await run([`${FOLDER}/02_cp1252_endash_semicolon.csv`]);
    expect({ encoding, delimiter }).toEqual({ encoding: "windows-1252", delimiter: ";" });
  });

  test("a problem carries row, column and what was written", async () => {
    const { problems } = await run([`${FOLDER}/26_decimal.csv`]);
    expect(problems[0]).toMatchObject({ code: "decimal-value", cell: "F3", row: 3, column: "F", value: "12.5" });
  });

  test.each([
    ["no file", []],
    ["a file that is not there", ["nowhere.csv"]],
    ["a folder", [FOLDER]],
    ["two files", [clean, clean]],
    ["an option it does not have", [clean, "--colour", "red"]],
    ["an option without its value", [clean, "--trust"]],
    ["an option twice", [clean, "--trust", "ZD01", "--trust", "ZD02"]],
    ["a trust that is no code", [clean, "--trust", "Z!"]],
    ["a year that may be two", [clean, "--year", "2025"]],
    ["a register that is none", [clean, "--register", clean]],
    ["last year’s file that must be fixed", [clean, "--last-year", `${FOLDER}/47_binary.csv`]],
  ])("given %s it ends with 2", async (_, args) => {
    const { exitCode, json } = await validate(args);
    expect(exitCode).toBe(2);
    expect(json).toEqual({ error: expect.stringMatching(/\w/) });
  });

  test("in words it lists what must be fixed before what is asked", async () => {
    const { text } = await validate([`${FOLDER}/13_sum_mismatch.csv`]);
    expect(text).toMatch(/^13_sum_mismatch\.csv: cannot be taken.*Must be fixed:\nF5 .*To confirm:\nG2 /s);
  });
});
