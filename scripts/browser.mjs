// Finds a Chromium for the browser tests, and installs one where there is none.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const USUAL_PLACES = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const WAYS = [
  { said: "Debian's package", command: "apt-get", args: ["install", "-y", "-q", "chromium"], before: ["update", "-q"] },
  { said: "Playwright's download", command: "npx", args: ["playwright", "install", "--with-deps", "chromium"] },
];

/** The path of a Chromium, or `"playwright"` for the one that Playwright keeps itself. */
export async function findOrInstallBrowser() {
  const found = (await inUsualPlaces()) ?? (await ownedByPlaywright());
  if (found) return found;
  for (const way of WAYS) {
    console.log(`No Chromium found; installing one by ${way.said} …`);
    if (way.before) spawnSync(way.command, way.before, { stdio: "ignore" });
    spawnSync(way.command, way.args, { stdio: "ignore" });
    const now = (await inUsualPlaces()) ?? (await ownedByPlaywright());
    if (now) return now;
  }
  throw new Error(
    "The browser tests need Chromium. Install it, or set CHROMIUM_PATH to where it is, and run npm test again.",
  );
}

async function inUsualPlaces() {
  return USUAL_PLACES.find((path) => path && existsSync(path));
}

async function ownedByPlaywright() {
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}
