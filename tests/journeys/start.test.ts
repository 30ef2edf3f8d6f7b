import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { givePassword } from "../../app/journeys/account/sign-in";
import { readSettings } from "../../app/platform/settings";
import { seed } from "../../prisma/seed/seed";
import { demonstration, FOLDER, open, PASSWORD, SEED } from "../support/database";

const SECRETS_FILE = join(FOLDER, "secrets.json");
const settingsFor = (url: string, password: string, demo = "1") =>
  readSettings({ DEMO: demo, DATABASE_URL: url, DEMO_PASSWORD: password, DEMO_TOTP_SEED: SEED, SECRETS_FILE });
const silently = () => {};

test("a later start changes nothing, and the password it prints is the one that signs in", async () => {
  const { context, db, url } = await demonstration();
  const before = [await db.return.count(), await db.release.count(), await db.requestEvent.count()];
  const told = await seed(context, settingsFor(url, "another-password"), silently);
  expect(told).toContain("with the password another-password");
  expect([await db.return.count(), await db.release.count(), await db.requestEvent.count()]).toEqual(before);
  const credentials = { email: "officer@demo.example", password: "another-password" };
  expect((await givePassword(context, credentials, null)).ok).toBe(true);
  expect((await givePassword(context, { ...credentials, password: PASSWORD }, null)).ok).toBe(false);
});

test("the demonstration and England never share a database", async () => {
  const { context, url } = await demonstration();
  await expect(seed(context, settingsFor(url, "a-password-for-tests", "0"), silently)).rejects.toThrow(
    /holds demonstration/,
  );
  const england = await open("england");
  await expect(seed(england.context, settingsFor(england.url, "a-password-for-tests"), silently)).rejects.toThrow(
    /holds england/,
  );
});

test("a start that was broken off leaves nothing behind, so it can be made again", async () => {
  const { context, db, url } = await demonstration();
  // As at the very first start, with something in the way of its last step.
  await db.installation.delete({ where: { id: 1 } });
  await expect(seed(context, settingsFor(url, "a-password-for-tests"), silently)).rejects.toThrow();
  expect(await db.installation.count()).toBe(0);
});

const SERVE = ["--import", "tsx", "scripts/serve.ts"];
/** What `npm start` does once everything is installed and built. */
const START = ["--eval", 'import("./scripts/run-portal.mjs").then((m) => m.runPortal({ developing: false }))'];

/** Starts the real process where it must refuse, with no setting of this one's. */
function refusedStart(args: string[], env: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), "refused-"));
  const own = {
    PATH: process.env.PATH ?? "",
    DATABASE_URL: `file:${join(folder, "portal.db")}`,
    SECRETS_FILE: join(folder, "secrets.json"),
    PORT: "0",
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    // Whether NODE_ENV is set is what is tried here, and types say it always is.
    env: { ...own, ...env } as Record<string, string> as NodeJS.ProcessEnv,
    encoding: "utf8",
    timeout: 25_000,
  });
  return { status, said: stdout + stderr, made: readdirSync(folder) };
}

test("R34: in production a start without secrets ends at once, names each, and makes none", () => {
  const { status, said, made } = refusedStart(SERVE, { DEPLOYMENT: "production" });
  expect(status).toBe(1);
  expect(said).toMatch(/^\s*The portal could not start\. The settings cannot be used\./);
  for (const name of ["SEALING_KEYS", "AUDIT_KEY", "LOOKUP_KEY", "PUBLIC_ORIGIN"]) expect(said).toContain(`${name}: `);
  expect(said).toContain("randomBytes(32)");
  expect(made).toEqual([]);
});

test("R34: whoever starts with NODE_ENV=production means it, and no value they gave is repeated", () => {
  const canary = randomBytes(20).toString("base64url");
  const { status, said, made } = refusedStart(START, {
    NODE_ENV: "production",
    PUBLIC_ORIGIN: "https://portal.trust.example",
    SEALING_KEYS: `2026:${canary}`,
    AUDIT_KEY: canary,
    LOOKUP_KEY: "changeme-changeme-changeme-changeme-changeme",
  });
  expect(status).toBe(1);
  expect(said).toContain("SEALING_KEYS: too short, 20 bytes where 32 are needed");
  expect(said).toContain("AUDIT_KEY: too short, 20 bytes where 32 are needed");
  expect(said).toContain("LOOKUP_KEY: an example, not a secret");
  expect(said).not.toContain(canary);
  expect(said).not.toContain("changeme-changeme");
  expect(made).toEqual([]);
});

test("R34: a start without a word about production is a trial, which makes what it needs", () => {
  const { said, made } = refusedStart(START, { PROXY_HOPS: "many" });
  expect(said).toMatch(/The settings cannot be used\. PROXY_HOPS: [^;]*\.\n$/);
  expect(made).toEqual(["secrets.json"]);
});

test("R34: npm start leaves DEPLOYMENT as it was set", () => {
  const { said, made } = refusedStart(START, { DEPLOYMENT: "production" });
  expect(said).toContain("AUDIT_KEY: missing");
  expect(made).toEqual([]);
});
