import { existsSync } from "node:fs";
import { z } from "zod";

const flag = z.enum(["0", "1"]).transform((text) => text === "1");

const environment = z.object({
  PORT: z.string().regex(/^\d+$/, "write a port number").default("3000").transform(Number).pipe(z.int().max(65535)),
  DEMO: flag.optional(),
  DATABASE_URL: z.string().min(1).optional(),
  PUBLIC_ORIGIN: z.url().optional(),
  SMTP_URL: z.url().optional(),
  MAIL_FOLDER: z.string().min(1).default("var/mail"),
  MAIL_FROM: z.email().default("portal@zero-to-two.example"),
  DEMO_PASSWORD: z.string().min(12).optional(),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
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
  readonly demoPassword: string | null;
  readonly development: boolean;
}

const LIVE_DATABASE = "var/portal.db";
const DEMONSTRATION_DATABASE = "var/demonstration.db";

/**
 * Reads the settings once, at start; a wrong one stops the start with a sentence that names it.
 * `DEMO` defaults to 1 until there is a database of England here (`DEMO=0 npm start` makes it).
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The settings cannot be used. ${faults.join("; ")}`);
  }
  const { data } = parsed;
  const demonstration = data.DEMO ?? !existsSync(LIVE_DATABASE);
  return {
    port: data.PORT,
    demonstration,
    databaseUrl: data.DATABASE_URL ?? `file:${demonstration ? DEMONSTRATION_DATABASE : LIVE_DATABASE}`,
    publicOrigin:
      data.PUBLIC_ORIGIN === undefined ? `http://localhost:${data.PORT}` : new URL(data.PUBLIC_ORIGIN).origin,
    smtpUrl: data.SMTP_URL ?? null,
    mailFolder: data.MAIL_FOLDER,
    mailFrom: data.MAIL_FROM,
    demoPassword: data.DEMO_PASSWORD ?? null,
    development: data.NODE_ENV === "development",
  };
}
