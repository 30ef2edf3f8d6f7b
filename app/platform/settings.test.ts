import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSettings } from "./settings";

const secret = () => randomBytes(32).toString("base64url");
const GIVEN = { SEALING_KEYS: `2026:${secret()}`, AUDIT_KEY: secret(), LOOKUP_KEY: secret() };
const REAL = {
  PUBLIC_ORIGIN: "https://portal.trust.example",
  DEMO: "0",
  SMTP_URL: "smtps://mail.trust.example",
  MAIL_FROM: "portal@trust.example",
  HELP_EMAIL: "help@trust.example",
};
const PRODUCTION = { ...GIVEN, ...REAL, DEPLOYMENT: "production" };

/** For settings that need no file, a place where none may come to be. */
const NOWHERE = join(mkdtempSync(join(tmpdir(), "settings-")), "secrets.json");
const read = (env: Record<string, string>) => readSettings({ ...GIVEN, ...env }, NOWHERE);

function refusal(env: Record<string, string>): string {
  try {
    readSettings(env, NOWHERE);
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error("It was not refused.");
}

test("what is not said has a default", () => {
  expect(read({})).toMatchObject({
    production: false,
    proxyHops: 0,
    hosts: [],
    demoTotpSeed: null,
  });
});

test("the heads of the audit log are kept beside a database that is a file, each log’s in a file of its own", () => {
  const fileFor = (env: Record<string, string>) => read(env).auditHeadsFile;
  expect(fileFor({ DEMO: "0" })).toBe("var/portal-audit-heads.jsonl");
  expect(fileFor({ DEMO: "1" })).toBe("var/demonstration-audit-heads.jsonl");
  expect(fileFor({ DATABASE_URL: "file:/data/one.db" })).toBe("/data/one-audit-heads.jsonl");
  expect(fileFor({ DATABASE_URL: "libsql://db.trust.example" })).toBe("var/audit-heads.jsonl");
});

test("what is said is read", () => {
  const said = {
    PROXY_HOPS: "2",
    HOSTS: "portal.internal, Portal-2.Trust.example",
    AUDIT_HEADS_FILE: "/mnt/heads.jsonl",
    DEMO_TOTP_SEED: "jbswy3dpehpk3pxp",
  };
  expect(read(said)).toMatchObject({
    proxyHops: 2,
    hosts: ["portal.internal", "portal-2.trust.example"],
    auditHeadsFile: "/mnt/heads.jsonl",
    demoTotpSeed: "JBSWY3DPEHPK3PXP",
  });
});

test.each([
  ["PROXY_HOPS", "6"],
  ["PROXY_HOPS", "-1"],
  ["PROXY_HOPS", "all"],
  ["HOSTS", "https://portal.example"],
  ["HOSTS", "portal.example,"],
  ["HOSTS", "*.example"],
  ["DEMO_TOTP_SEED", "JBSWY3DPEHPK3PX"],
  ["DEMO_TOTP_SEED", "JBSWY3DPEHPK3PX0"],
  ["DEPLOYMENT", "Production"],
  ["DEPLOYMENT", ""],
])("%s=%s stops the start and is named, but not repeated", (name, value) => {
  const said = refusal({ ...GIVEN, [name]: value });
  expect(said).toMatch(new RegExp(`^The settings cannot be used\\. ${name}`));
  if (value.length > 5 && name !== "DEPLOYMENT") expect(said).not.toContain(value);
});

test("R34: production is what DEPLOYMENT says, and else what NODE_ENV was set to", () => {
  expect(read({ ...REAL, DEPLOYMENT: "production" }).production).toBe(true);
  expect(read({ ...REAL, NODE_ENV: "production" }).production).toBe(true);
  expect(read({ ...REAL, DEPLOYMENT: "trial", NODE_ENV: "production" }).production).toBe(false);
  expect(read({ ...REAL, DEPLOYMENT: "production", NODE_ENV: "test" }).production).toBe(true);
  expect(read({ ...REAL, NODE_ENV: "development" }).production).toBe(false);
});

test("R34: production with all it needs starts, and makes no secret of its own", () => {
  const settings = readSettings(PRODUCTION, NOWHERE);
  expect(settings.publicOrigin).toBe("https://portal.trust.example");
  expect(Buffer.from(settings.keys.audit).toString("base64url")).toBe(GIVEN.AUDIT_KEY);
  expect(existsSync(NOWHERE)).toBe(false);
});

test("R34: production names everything that is missing, short or an example at once, and how to make a secret", () => {
  const short = randomBytes(16).toString("base64url");
  const said = refusal({
    DEPLOYMENT: "production",
    PORT: "eighty",
    AUDIT_KEY: short,
    LOOKUP_KEY: "changeme".repeat(6),
    PUBLIC_ORIGIN: "http://portal.trust.example",
  });
  expect(said).toBe(
    "The settings cannot be used. PORT: write a port number; PUBLIC_ORIGIN: write where people reach the portal, beginning with https://; DEMO: write 0, since the people of a demonstration share a password; SMTP_URL: write where mail is sent, beginning with smtps:// or smtp://; MAIL_FROM: write the address that mail comes from; HELP_EMAIL: write the address at which people get help; AUDIT_KEY: too short, 16 bytes where 32 are needed; LOOKUP_KEY: an example, not a secret; SEALING_KEYS: missing. Make each secret with node -e \"console.log(require('node:crypto').randomBytes(32).toString('base64url'))\" and write SEALING_KEYS as id:secret.",
  );
  expect(existsSync(NOWHERE)).toBe(false);
});

test("R34: production needs a public origin, over HTTPS", () => {
  const { PUBLIC_ORIGIN: _, ...without } = PRODUCTION;
  for (const env of [without, { ...without, PUBLIC_ORIGIN: "http://portal.trust.example" }]) {
    expect(refusal(env)).toBe(
      "The settings cannot be used. PUBLIC_ORIGIN: write where people reach the portal, beginning with https://.",
    );
  }
});

test("R34: production is no demonstration, sends its letters, and serves what was built", () => {
  const wrong: readonly (readonly [Record<string, string>, string])[] = [
    [{ DEMO: "1" }, "DEMO: write 0, since the people of a demonstration share a password"],
    [{ DEMO: "" }, "DEMO"],
    [
      { SMTP_URL: "https://mail.trust.example" },
      "SMTP_URL: write where mail is sent, beginning with smtps:// or smtp://",
    ],
    [{ NODE_ENV: "development" }, "NODE_ENV: leave out development, which serves pages that are not built"],
  ];
  for (const [env, said] of wrong) expect(refusal({ ...PRODUCTION, ...env })).toContain(said);
  for (const name of ["DEMO", "SMTP_URL", "MAIL_FROM", "HELP_EMAIL"] as const) {
    const { [name]: _, ...without } = PRODUCTION;
    expect(refusal(without)).toMatch(new RegExp(`^The settings cannot be used\\. ${name}: write`));
  }
});

test("R34: a secret that a trial is given must be a good one too", () => {
  expect(refusal({ ...GIVEN, AUDIT_KEY: "0".repeat(64) })).toContain("AUDIT_KEY: not random");
});

test("R34: a trial without secrets makes them once and keeps them where it was told", () => {
  const SECRETS_FILE = join(mkdtempSync(join(tmpdir(), "settings-")), "kept.json");
  const first = readSettings({ SECRETS_FILE });
  expect(existsSync(SECRETS_FILE)).toBe(true);
  expect(readSettings({ SECRETS_FILE }).keys).toEqual(first.keys);
});
