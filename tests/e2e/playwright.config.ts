import { defineConfig, devices } from "@playwright/test";

const { defaultBrowserType: _, ...desktop } = devices["Desktop Chrome"];

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/e2e",
  fullyParallel: false,
  workers: 2,
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
    { name: "with JavaScript", use: { javaScriptEnabled: true } },
    // What is asked without a browser, and what only a script does, is asked once.
    {
      name: "without JavaScript",
      testIgnore: [
        "front.spec.ts",
        "canaries.spec.ts",
        "hostile.spec.ts",
        "grid.spec.ts",
        "upload-script.spec.ts",
        "account-script.spec.ts",
      ],
      use: { javaScriptEnabled: false },
    },
  ],
});
