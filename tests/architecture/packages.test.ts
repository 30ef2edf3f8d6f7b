import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// What the portal stands on is at its end of life or moves fast, so what is installed is held to a floor.

interface Installed {
  readonly packages: Readonly<Record<string, { readonly version?: string }>>;
}

const lock: Installed = JSON.parse(readFileSync("package-lock.json", "utf8"));
const installed = Object.entries(lock.packages)
  .filter(([path]) => path.includes("node_modules/"))
  .map(([path, { version = "" }]) => ({ name: path.slice(path.lastIndexOf("node_modules/") + 13), version }));

const versionsOf = (name: string) => installed.filter((one) => one.name === name).map(({ version }) => version);
const numbers = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number);

/** Whether a version is at least another: 10.0.0 is, of 9.1.0. */
function isAtLeast(version: string, floor: string): boolean {
  const [have, need] = [numbers(version), numbers(floor)];
  const differs = need.findIndex((number, place) => (have[place] ?? 0) !== number);
  return differs === -1 || (have[differs] ?? 0) > (need[differs] ?? 0);
}

test("the comparison of versions tells higher from lower", () => {
  expect(isAtLeast("10.0.0", "9.1.0")).toBe(true);
  expect(isAtLeast("4.22.3", "4.22.0")).toBe(true);
  expect(isAtLeast("4.21.9", "4.22.0")).toBe(false);
  expect(isAtLeast("2.17.4", "2.17.5")).toBe(false);
});

test.each([
  ["@remix-run/node", "2.17.5"],
  ["@remix-run/server-runtime", "2.17.5"],
  ["@remix-run/react", "2.17.5"],
  ["react-router", "6.30.6"],
  ["react-router-dom", "6.30.6"],
  ["@remix-run/router", "1.23.4"],
  ["vite", "6.4.3"],
  ["express", "4.22.0"],
  ["nodemailer", "9.1.0"],
  ["lucia", "3.2.2"],
  ["@libsql/client", "0.18.0"],
])("every copy of %s is at least %s", (name, floor) => {
  const versions = versionsOf(name);
  expect(versions.length).toBeGreaterThan(0);
  expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
});

test("Express stays below 5, whose paths and queries are read differently", () => {
  expect(versionsOf("express").filter((version) => isAtLeast(version, "5.0.0"))).toEqual([]);
});

test("packages that cannot be used safely here are not installed", () => {
  const banned = ["multer", "xlsx", "exceljs", "busboy", "body-parser-xml"];
  expect(installed.filter(({ name }) => banned.includes(name)).map(({ name }) => name)).toEqual([]);
});

test("sessions are never kept in files by the framework", () => {
  const sources = ["app/platform/sessions.ts", "app/server.ts", "app/guards.server.ts"];
  for (const source of sources) expect(readFileSync(source, "utf8")).not.toContain("createFileSessionStorage");
});
