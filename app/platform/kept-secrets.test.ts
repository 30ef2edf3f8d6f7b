import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { withKeptSecrets } from "./kept-secrets";
import { readKeys } from "./keys";

const folder = () => mkdtempSync(join(tmpdir(), "secrets-"));

test("R34: a trial makes the secrets it was not given, for its owner alone, and reads them again later", () => {
  const file = join(folder(), "var", "secrets.json");
  const first = withKeptSecrets({}, file);
  expect(readKeys(first)).toHaveProperty("keys");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(withKeptSecrets({}, file)).toEqual(first);
});

test("R34: what was given stands, and only what is missing comes from the file", () => {
  const file = join(folder(), "secrets.json");
  const kept = withKeptSecrets({}, file);
  expect(withKeptSecrets({ AUDIT_KEY: "given", LOOKUP_KEY: "" }, file)).toEqual({ ...kept, AUDIT_KEY: "given" });
});

test("R34: where everything is given no file is made", () => {
  const empty = folder();
  withKeptSecrets({ SEALING_KEYS: "a", AUDIT_KEY: "b", LOOKUP_KEY: "c" }, join(empty, "secrets.json"));
  expect(readdirSync(empty)).toEqual([]);
});

test("R34: processes that start at once end with the same secrets, and leave nothing else behind", async () => {
  const shared = folder();
  const script = `
    import { withKeptSecrets } from "./app/platform/kept-secrets.ts";
    process.stdin.once("data", () => {
      process.stdout.write(JSON.stringify(withKeptSecrets({}, ${JSON.stringify(join(shared, "secrets.json"))})));
      process.exit();
    });
    process.stderr.write("ready");`;
  const starting = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script]),
  );
  await Promise.all(starting.map((one) => once(one.stderr, "data")));
  for (const one of starting) one.stdin.write("go");
  const ended = await Promise.all(starting.map((one) => text(one.stdout)));
  expect(ended).toEqual(Array(4).fill(JSON.stringify(withKeptSecrets({}, join(shared, "secrets.json")))));
  expect(readdirSync(shared)).toEqual(["secrets.json"]);
});

test("R30: a file that cannot be read is neither overwritten nor quoted", () => {
  const file = join(folder(), "secrets.json");
  for (const content of ['{"AUDIT_KEY": "canary', '{"AUDIT_KEY": "canary"}', "canary"]) {
    writeFileSync(file, content);
    let thrown: unknown;
    try {
      withKeptSecrets({}, file);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Error);
    expect(String(thrown)).toContain(`The secrets in ${file} cannot be read.`);
    expect(JSON.stringify(thrown, Object.getOwnPropertyNames(thrown))).not.toContain("canary");
    expect(readFileSync(file, "utf8")).toBe(content);
  }
});
