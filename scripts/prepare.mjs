// What both `npm start` and `npm test` need first. Plain JavaScript on Node alone: nothing is installed yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const STAMPS = ".cache";

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Zero to Two needs Node 20.19 or newer. This is Node ${process.versions.node}.`);
  process.exit(1);
}

export function install() {
  whenChanged("installed", ["package.json", "package-lock.json"], ["node_modules"], "Installing packages", () =>
    // With NODE_ENV=production npm would leave out what builds the pages.
    run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]),
  );
}

export function generate() {
  const sources = ["prisma/schema.prisma", "package-lock.json"];
  whenChanged("generated", sources, ["app/db/generated/client.ts"], "Generating the database client", () =>
    // Generating opens no database, but the schema names where one would be.
    run(process.execPath, ["node_modules/prisma/build/index.js", "generate", "--no-hints"], {
      DATABASE_URL: "file:var/unused.db",
    }),
  );
}

export function build() {
  buildPages();
  buildPortal();
}

export function buildPages() {
  const sources = ["app", "public", "package-lock.json", "vite.config.ts", "remix.config.js", "tsconfig.json"];
  whenChanged("built", sources, ["build/server/index.js", "build/client"], "Building the pages", () =>
    run(process.execPath, ["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "--logLevel", "warn"], {
      NODE_ENV: "production",
    }),
  );
}

export function buildPortal() {
  const sources = ["app", "scripts", "prisma/seed", "package-lock.json", "vite.portal.config.ts", "tsconfig.json"];
  whenChanged("built-portal", sources, ["build/portal/serve.js"], "Building the portal", () =>
    run(process.execPath, ["node_modules/vite/bin/vite.js", "build", "--config", "vite.portal.config.ts"], {
      NODE_ENV: "production",
    }),
  );
}

/**
 * Does the work when a source differs from the last time, or when a result is missing.
 * @param {string} name
 * @param {string[]} sources
 * @param {string[]} results
 * @param {string} sentence
 * @param {() => void} work
 */
function whenChanged(name, sources, results, sentence, work) {
  const stamp = join(STAMPS, name);
  const digest = digestOf(sources);
  if (results.every((path) => existsSync(path)) && existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  console.log(`${sentence} …`);
  work();
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stamp, digest);
}

/** @param {string[]} paths */
function digestOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesUnder)) hash.update(path).update(readFileSync(path));
  return hash.digest("hex");
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return path.endsWith(".test.ts") ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
function run(command, args, env = {}) {
  const done = spawnSync(command, args, { env: { ...process.env, ...env }, encoding: "utf8" });
  if (done.status === 0) return;
  console.error(`${done.stdout ?? ""}${done.stderr ?? ""}${done.error ?? ""}`);
  console.error(`This step failed: ${command} ${args.join(" ")}`);
  process.exit(1);
}
