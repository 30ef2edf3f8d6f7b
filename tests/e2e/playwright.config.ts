import { defineConfig, devices } from "@playwright/test";
import type { Options } from "./support/test";

const { defaultBrowserType: _, ...desktop } = devices["Desktop Chrome"];

/**
 * Pages whose only script is the warning before a session ends. They are walked once, with the portal's scripts kept away:
 * so they work as without JavaScript, and axe, which is a script itself, still looks at them.
 */
const PLAIN = ["account-own.spec.ts", "chase.spec.ts", "compare.spec.ts", "manage-*.spec.ts", "publish.spec.ts"];
/** What is asked without a browser, and what only a script does. */
const ONCE = [
  "account-script.spec.ts",
  "canaries.spec.ts",
  "front.spec.ts",
  "grid.spec.ts",
  "hostile.spec.ts",
  "upload-script.spec.ts",
];

export default defineConfig<Options>({
  testDir: ".",
  outputDir: "../../test-results/e2e",
  fullyParallel: false,
  workers: 2,
  // On a machine that is busy with other things a test may fail for that alone; `npm test` says how many did.
  retries: 1,
  timeout: 60_000,
  // What a script does is not waited for as a page is; and the first file that a portal checks takes some seconds.
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : "list",
  globalSetup: "./support/template-database.ts",
  use: {
    ...desktop,
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "with JavaScript", testIgnore: PLAIN, use: { javaScriptEnabled: true } },
    { name: "without JavaScript", testIgnore: [...PLAIN, ...ONCE], use: { javaScriptEnabled: false } },
    { name: "without our scripts", testMatch: PLAIN, use: { javaScriptEnabled: true, ownScripts: false } },
  ],
});
