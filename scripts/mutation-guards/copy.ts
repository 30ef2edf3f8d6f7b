import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import type { GuardTest } from "../../tests/mutation/guards";

/** What a test run found: names of tests, and, where it broke off before any could run, why. */
export interface Ran {
  readonly passed: number;
  readonly failed: readonly string[];
  readonly broke: string | null;
}

/** Neither sources nor anything that the copy cannot make itself. */
const NOT_COPIED = new Set([".git", ".cache", "node_modules", "build", "var", "test-results"]);
/** What is made of the sources, and set aside while one of them is changed. */
const MADE = ["build", ".cache", "test-results/journeys", "test-results/template"];
const LONGEST_RUN_MS = 10 * 60_000;

/** A copy of the project in a temporary folder, in which a piece of source can be changed and tests run. */
export class Copy {
  readonly folder = mkdtempSync(join(tmpdir(), "guards-"));
  private readonly aside = mkdtempSync(join(tmpdir(), "guards-aside-"));
  private readonly browser: string | null;

  constructor({ browser }: { browser: string | null }) {
    this.browser = browser;
    const project = resolve(".");
    cpSync(project, this.folder, {
      recursive: true,
      filter: (path) => !NOT_COPIED.has(relative(project, path).split("/")[0] ?? ""),
    });
    symlinkSync(resolve("node_modules"), join(this.folder, "node_modules"));
  }

  /** Builds the pages of the sources as they are; says why where that cannot be done. */
  makePages(): string | null {
    const build = `import("./scripts/prepare.mjs").then(({ build }) => build())`;
    const { status, stderr, error } = this.spawn(process.execPath, ["-e", build]);
    return status === 0 ? null : `the pages cannot be built: ${firstLineOf(stderr) || error?.message || status}`;
  }

  /** Changes a piece of source that is found once, and returns what undoes it. */
  change(file: string, piece: string, becomes: string): () => void {
    const path = join(this.folder, file);
    const before = readFileSync(path, "utf8");
    const [head, tail, ...more] = before.split(piece);
    if (head === undefined || tail === undefined || more.length > 0) {
      throw new Error(`${file} does not hold exactly one of: ${piece}`);
    }
    this.setAside();
    writeFileSync(path, head + becomes + tail);
    return () => writeFileSync(path, before);
  }

  /** Puts back the pages and databases as they were made before the change. */
  restoreMade(): void {
    for (const made of MADE) {
      rmSync(join(this.folder, made), { recursive: true, force: true });
      copyIfThere(join(this.aside, made), join(this.folder, made));
    }
  }

  run(test: GuardTest, { databasesAnew = false } = {}): Ran {
    const templates: Record<string, string> = databasesAnew ? {} : { TEST_TEMPLATES: "kept" };
    return test.file.endsWith(".spec.ts") ? this.inBrowser(test, templates) : this.withoutBrowser(test, templates);
  }

  remove(): void {
    for (const folder of [this.folder, this.aside]) rmSync(folder, { recursive: true, force: true });
  }

  private setAside(): void {
    rmSync(this.aside, { recursive: true, force: true });
    for (const made of MADE) copyIfThere(join(this.folder, made), join(this.aside, made));
  }

  private withoutBrowser({ file, named }: GuardTest, env: Record<string, string>): Ran {
    const report = "guards-vitest.json";
    const name = named === undefined ? [] : ["-t", literally(named)];
    const args = ["vitest", "run", file, ...name, "--reporter=json", `--outputFile.json=${report}`];
    const { stdout, stderr } = this.npx(args, env);
    const results = this.read<VitestReport>(report)?.testResults;
    if (results === undefined)
      return { passed: 0, failed: [], broke: `vitest broke off: ${lastLineOf(stderr) || lastLineOf(stdout)}` };
    const tests = results.flatMap(({ assertionResults }) => assertionResults);
    const failed = tests.filter(({ status }) => status === "failed").map(({ fullName }) => fullName);
    const unread = results.find(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0);
    return {
      passed: tests.filter(({ status }) => status === "passed").length,
      failed,
      broke: unread === undefined ? null : `${file} cannot be read: ${firstLineOf(unread.message ?? "")}`,
    };
  }

  private inBrowser({ file, named }: GuardTest, env: Record<string, string>): Ran {
    const report = "guards-playwright.json";
    const name = named === undefined ? [] : ["-g", literally(named)];
    const config = ["--config=tests/e2e/playwright.config.ts", "--project=with JavaScript", "--retries=0"];
    const { stderr } = this.npx(["playwright", "test", ...config, file.replace(/^.*\//, ""), ...name], {
      ...env,
      ...(this.browser === null ? {} : { CHROMIUM_PATH: this.browser }),
      PLAYWRIGHT_JSON_OUTPUT_NAME: join(this.folder, report),
    });
    const read = this.read<PlaywrightReport>(report);
    if (read === null) return { passed: 0, failed: [], broke: `playwright broke off: ${lastLineOf(stderr)}` };
    const specs = read.suites.flatMap(specsOf);
    const [error] = read.errors;
    return {
      passed: read.stats.expected,
      failed: specs.filter(({ ok }) => !ok).map(({ title }) => title),
      broke: error === undefined ? null : firstLineOf(error.message ?? "an error without words"),
    };
  }

  private npx(args: readonly string[], env: Record<string, string>) {
    return this.spawn("npx", ["--no-install", ...args], env);
  }

  private spawn(command: string, args: readonly string[], env: Record<string, string> = {}) {
    return spawnSync(command, args, {
      cwd: this.folder,
      encoding: "utf8",
      timeout: LONGEST_RUN_MS,
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, ...env },
    });
  }

  /** A report that a run has just written; whatever an earlier one wrote is gone by then. */
  private read<Report>(name: string): Report | null {
    const path = join(this.folder, name);
    try {
      return JSON.parse(readFileSync(path, "utf8"));
    } catch {
      return null;
    } finally {
      rmSync(path, { force: true });
    }
  }
}

interface VitestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}
interface PlaywrightReport {
  readonly stats: { readonly expected: number };
  readonly errors: readonly { readonly message?: string }[];
  readonly suites: readonly PlaywrightSuite[];
}
interface PlaywrightSuite {
  readonly specs: readonly { readonly title: string; readonly ok: boolean }[];
  readonly suites?: readonly PlaywrightSuite[];
}

function specsOf(suite: PlaywrightSuite): PlaywrightSuite["specs"] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}

function copyIfThere(from: string, to: string): void {
  try {
    cpSync(from, to, { recursive: true });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const firstLineOf = (text: string) => text.trim().split("\n")[0] ?? "";
const lastLineOf = (text: string) => text.trim().split("\n").at(-1) ?? "";
