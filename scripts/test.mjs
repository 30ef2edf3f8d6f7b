// `npm test`: everything the project checks, from a fresh clone, closing with one line of figures.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { findOrInstallBrowser } from "./browser.mjs";
import { build, generate, install, requireNode } from "./prepare.mjs";

const REPORTS = resolve("test-results");

requireNode();
install();
generate();

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const tally = { passed: 0, failed: 0 };

check("Formatting and lint", "biome", ["ci", "--error-on-warnings", "."]);
check("Types", "tsc", []);
build();
count("Unit, architecture, contracts, front and journeys", vitest());
count("End to end", playwright(await findOrInstallBrowser()));

console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 ? 0 : 1);

/**
 * One check that passes or fails as a whole.
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 */
function check(name, command, args) {
  console.log(`\n${name}`);
  const { status } = spawnSync("npx", ["--no-install", command, ...args], { stdio: "inherit" });
  tally[status === 0 ? "passed" : "failed"] += 1;
}

/**
 * A test run that counted its tests. One that broke off before any could run counts as a failure.
 * @param {string} name
 * @param {{ passed: number, failed: number, broke: boolean }} result
 */
function count(name, { passed, failed, broke }) {
  console.log(`${name}: ${passed} passed, ${failed} failed${broke && failed === 0 ? ", and the run broke off" : ""}`);
  tally.passed += passed;
  tally.failed += failed === 0 && broke ? 1 : failed;
}

function vitest() {
  const report = `${REPORTS}/vitest.json`;
  const args = ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { status } = spawnSync("npx", ["--no-install", ...args], { stdio: "inherit" });
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = read(report);
  return { passed, failed, broke: status !== 0 || passed === 0 };
}

/** @param {string} browser */
function playwright(browser) {
  const report = `${REPORTS}/playwright.json`;
  const { status } = spawnSync(
    "npx",
    ["--no-install", "playwright", "test", "--config=tests/e2e/playwright.config.ts"],
    {
      stdio: "inherit",
      env: { ...process.env, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    },
  );
  const { expected = 0, flaky = 0, unexpected: failed = 0 } = read(report).stats ?? {};
  if (flaky > 0) console.log(`${flaky} of them passed only when they were tried again`);
  return { passed: expected + flaky, failed, broke: status !== 0 || expected === 0 };
}

/** @param {string} path */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return {};
  }
}
