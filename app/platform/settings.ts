import { existsSync } from "node:fs";
import { z } from "zod";
import type { Help } from "../domain/people/help";
import { withKeptSecrets } from "./kept-secrets";
import { HOW_TO_MAKE_A_SECRET, type Keys, readKeys } from "./keys";

const flag = z.enum(["0", "1"]).transform((text) => text === "1");

const hostNames = z
  .string()
  .transform((text) => text.split(",").map((name) => name.trim().toLowerCase()))
  .pipe(z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, "write host names, separated by commas")));

/** Beside the secrets, which `keys.ts` reads. */
const environment = z.object({
  PORT: z.string().regex(/^\d+$/, "write a port number").default("3000").transform(Number).pipe(z.int().max(65535)),
  DEMO: flag.optional(),
  DATABASE_URL: z.string().min(1).optional(),
  PUBLIC_ORIGIN: z.url().optional(),
  SMTP_URL: z.url().optional(),
  MAIL_FOLDER: z.string().min(1).default("var/mail"),
  MAIL_FROM: z.email().default("portal@zero-to-two.example"),
  HELP_EMAIL: z.email().default("help@zero-to-two.example"),
  HELP_PHONE: z
    .string()
    .regex(/^[0-9+() -]{5,30}$/, "write a telephone number")
    .optional(),
  DEMO_PASSWORD: z.string().min(12).optional(),
  DEMO_TOTP_SEED: z
    .string()
    .regex(/^[A-Z2-7]{16,64}$/i, "write 16 to 64 letters and digits from 2 to 7 (base32)")
    .optional(),
  PROXY_HOPS: z
    .string()
    .regex(/^[0-5]$/, "write how many proxies stand in front, 0 to 5")
    .default("0")
    .transform(Number),
  HOSTS: hostNames.optional(),
  AUDIT_HEADS_FILE: z.string().min(1).optional(),
  DEPLOYMENT: z.enum(["production", "trial"]).optional(),
  NODE_ENV: z.enum(["development", "production", "test"]).optional(),
});

export interface Settings {
  readonly port: number;
  /** Fictional trusts and figures, said so on every page. */
  readonly demonstration: boolean;
  readonly databaseUrl: string;
  /** Where people reach the portal: scheme, host and port. */
  readonly publicOrigin: string;
  /** Where letters go; null writes them to a folder instead. */
  readonly smtpUrl: string | null;
  readonly mailFolder: string;
  readonly mailFrom: string;
  readonly help: Help;
  readonly demoPassword: string | null;
  /** In base32: what the authenticators of the demonstration's people share; null makes one at the first start. */
  readonly demoTotpSeed: string | null;
  /** How many proxies in front of the portal add to `X-Forwarded-For`; with 0 nobody's word is taken for an address. */
  readonly proxyHops: number;
  /** Host names that are answered to beside the public origin's. */
  readonly hosts: readonly string[];
  /** Where the heads of the audit log are kept, outside the database. */
  readonly auditHeadsFile: string;
  readonly keys: Keys;
  /** Real people's data: nothing that is missing is made up. */
  readonly production: boolean;
  /** Pages are made anew as their source changes. */
  readonly development: boolean;
}

const LIVE_DATABASE = "var/portal.db";
const DEMONSTRATION_DATABASE = "var/demonstration.db";

/**
 * Reads the settings once, at start; wrong ones stop the start with a sentence that names them all, and none of their
 * values. `DEMO` defaults to 1 until there is a database of England here (`DEMO=0 npm start` makes it). A trial makes
 * the secrets it was not given, and keeps them in a file; production has to be given its own, and all that people rely on.
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  secretsFile = env.SECRETS_FILE || "var/secrets.json",
): Settings {
  const production = (env.DEPLOYMENT ?? env.NODE_ENV) === "production";
  const parsed = environment.safeParse(env);
  const needed = production ? neededInProduction(env) : [];
  const secrets = readKeys(production ? env : withKeptSecrets(env, secretsFile));
  if (!parsed.success || needed.length > 0 || "faults" in secrets) {
    const faults = (parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    faults.push(...needed);
    if ("faults" in secrets) faults.push(...secrets.faults);
    const remedy =
      "faults" in secrets ? ` Make each secret with ${HOW_TO_MAKE_A_SECRET} and write SEALING_KEYS as id:secret.` : "";
    throw new Error(`The settings cannot be used. ${faults.join("; ")}.${remedy}`);
  }
  const { data } = parsed;
  const demonstration = data.DEMO ?? !existsSync(LIVE_DATABASE);
  const databaseUrl = data.DATABASE_URL ?? `file:${demonstration ? DEMONSTRATION_DATABASE : LIVE_DATABASE}`;
  return {
    port: data.PORT,
    demonstration,
    databaseUrl,
    publicOrigin:
      data.PUBLIC_ORIGIN === undefined ? `http://localhost:${data.PORT}` : new URL(data.PUBLIC_ORIGIN).origin,
    smtpUrl: data.SMTP_URL ?? null,
    mailFolder: data.MAIL_FOLDER,
    mailFrom: data.MAIL_FROM,
    help: { email: data.HELP_EMAIL, phone: data.HELP_PHONE ?? null },
    demoPassword: data.DEMO_PASSWORD ?? null,
    demoTotpSeed: data.DEMO_TOTP_SEED?.toUpperCase() ?? null,
    proxyHops: data.PROXY_HOPS,
    hosts: data.HOSTS ?? [],
    auditHeadsFile: data.AUDIT_HEADS_FILE ?? headsFileOf(databaseUrl),
    keys: secrets.keys,
    production,
    development: data.NODE_ENV === "development",
  };
}

/** What a trial does without, or has made up for it, and real people's data must not: a sentence for each that is missing. */
function neededInProduction(env: Readonly<Record<string, string | undefined>>): string[] {
  const needed: readonly (readonly [boolean, string])[] = [
    [isHttps(env.PUBLIC_ORIGIN), "PUBLIC_ORIGIN: write where people reach the portal, beginning with https://"],
    [env.DEMO === "0", "DEMO: write 0, since the people of a demonstration share a password"],
    [env.NODE_ENV !== "development", "NODE_ENV: leave out development, which serves pages that are not built"],
    [isSmtp(env.SMTP_URL), "SMTP_URL: write where mail is sent, beginning with smtps:// or smtp://"],
    [Boolean(env.MAIL_FROM), "MAIL_FROM: write the address that mail comes from"],
    [Boolean(env.HELP_EMAIL), "HELP_EMAIL: write the address at which people get help"],
  ];
  return needed.filter(([isThere]) => !isThere).map(([, sentence]) => sentence);
}

/** Beside a database that is a file, as in `var/portal-audit-heads.jsonl`: each log has heads of its own. */
function headsFileOf(databaseUrl: string): string {
  const [, file] = /^file:(?:\/\/)?([^?]+)/.exec(databaseUrl) ?? [];
  return file === undefined ? "var/audit-heads.jsonl" : `${file.replace(/\.db$/, "")}-audit-heads.jsonl`;
}

function isHttps(origin = ""): boolean {
  return URL.canParse(origin) && new URL(origin).protocol === "https:";
}

function isSmtp(url = ""): boolean {
  return URL.canParse(url) && /^smtps?:$/.test(new URL(url).protocol);
}
