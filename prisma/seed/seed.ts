import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { write } from "../../app/db/write";
import type { Context } from "../../app/journeys/context";
import { silentLog } from "../../app/platform/log";
import type { Settings } from "../../app/platform/settings";
import { seedDemonstration } from "./demonstration";
import { PEOPLE } from "./demonstration-people";
import { seedEngland } from "./england";

const HOLDS = { demonstration: "demonstration", england: "england" } as const;
const PASSWORD_FILE = "var/demonstration-password";

/**
 * Fills an empty database, once, and returns what to tell whoever started the portal. A database never changes between
 * the demonstration and England: fictional and real trusts must not meet.
 */
export async function seed(context: Context, settings: Settings, say: (sentence: string) => void): Promise<string[]> {
  const wanted = settings.demonstration ? HOLDS.demonstration : HOLDS.england;
  const installation = await context.db.installation.findUnique({ where: { id: 1 } });
  if (installation !== null && installation.holds !== wanted) {
    throw new Error(
      `The database ${settings.databaseUrl} holds ${installation.holds}, and DEMO asks for ${wanted}. Set DEMO or DATABASE_URL so that they agree.`,
    );
  }
  return settings.demonstration
    ? demonstration(context, settings, installation === null, say)
    : england(context, installation === null, say);
}

async function demonstration(context: Context, settings: Settings, empty: boolean, say: (sentence: string) => void) {
  const password = settings.demoPassword ?? keptPassword();
  if (empty) {
    say("Adding the demonstration: fictional trusts, requests and returns");
    await seedDemonstration({ ...context, log: silentLog }, password);
    await write(context.db, (tx) => tx.installation.create({ data: { holds: HOLDS.demonstration } }));
  }
  return [
    "",
    "This is the demonstration: every trust, person and figure in it is fictional. Sign in as",
    ...PEOPLE.map(({ email, says }) => `  ${email.padEnd(24)} ${says}`),
    `with the password ${password}`,
    "To start with England's trusts instead: DEMO=0 npm start",
  ];
}

async function england(context: Context, empty: boolean, say: (sentence: string) => void) {
  if (empty) {
    say("Importing England's register and the request of 21 March 2024");
    await write(
      context.db,
      async (tx) => {
        await seedEngland(tx, context.clock.now());
        await tx.installation.create({ data: { holds: HOLDS.england } });
      },
      { timeoutMs: 60_000 },
    );
  }
  return ["", "Make the first account with: npm run -s returns -- admin EMAIL"];
}

/** The demonstration's password, made at its first start and kept beside its database. */
function keptPassword(): string {
  if (!existsSync(PASSWORD_FILE))
    writeFileSync(PASSWORD_FILE, `${randomBytes(9).toString("base64url")}\n`, { mode: 0o600 });
  return readFileSync(PASSWORD_FILE, "utf8").trim();
}
