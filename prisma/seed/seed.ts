import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { write } from "../../app/db/write";
import { base32 } from "../../app/domain/people/base32";
import type { Context } from "../../app/journeys/context";
import { newSeed } from "../../app/platform/authenticator";
import { hashPassword } from "../../app/platform/passwords";
import type { Settings } from "../../app/platform/settings";
import { seedDemonstration } from "./demonstration";
import { credentialsAreTrue, giveCredentials } from "./demonstration-credentials";
import { PEOPLE } from "./demonstration-people";
import { seedEngland } from "./england";

const HOLDS = { demonstration: "demonstration", england: "england" } as const;
const PASSWORD_FILE = "var/demonstration-password";
const AUTHENTICATOR_FILE = "var/demonstration-authenticator";
const SLOW = { timeoutMs: 120_000 };

type Say = (sentence: string) => void;

/**
 * Fills an empty database, once and in one transaction, so that a start that was broken off can be made again. Returns
 * what to tell whoever started the portal. A database never changes between the demonstration and England: fictional
 * and real trusts must not meet.
 */
export async function seed(context: Context, settings: Settings, say: Say): Promise<string[]> {
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

async function demonstration(context: Context, settings: Settings, empty: boolean, say: Say) {
  const { db, clock } = context;
  const given = demonstrationCredentials(settings);
  if (empty) {
    say("Adding the demonstration: fictional trusts, requests and returns");
    const passwordHash = await hashPassword(given.password);
    const fill = async (tx: Parameters<typeof seedDemonstration>[0]) => {
      await tx.installation.create({ data: { holds: HOLDS.demonstration } });
      await seedDemonstration(tx, clock.today(), passwordHash);
      await giveCredentials(tx, context, { passwordHash, seed: given.seed });
    };
    await write(db, fill, SLOW);
  } else if (!(await credentialsAreTrue(context, given))) {
    const passwordHash = await hashPassword(given.password);
    await write(db, (tx) => giveCredentials(tx, context, { passwordHash, seed: given.seed }));
  }
  return [
    "",
    "This is the demonstration: every trust, person and figure in it is fictional. Sign in as",
    ...PEOPLE.map(({ email, says }) => `  ${email.padEnd(24)} ${says}`),
    `with the password ${given.password}`,
    `and a code of an authenticator app that has the key ${given.seed}`,
    "or, without one, the code that this prints: npm run -s returns -- code",
    "To start with England's trusts instead: DEMO=0 npm start",
  ];
}

async function england({ db, clock }: Context, empty: boolean, say: Say) {
  if (empty) {
    say("Importing England's register and the request of 21 March 2024");
    const fill = async (tx: Parameters<typeof seedEngland>[0]) => {
      await tx.installation.create({ data: { holds: HOLDS.england } });
      await seedEngland(tx, clock.now());
    };
    await write(db, fill, SLOW);
  }
  return ["", "Make the first account with: npm run -s returns -- admin EMAIL"];
}

/** What signs in to the demonstration: as set, or as made at its first start and kept for every later one. */
export function demonstrationCredentials({ demoPassword, demoTotpSeed }: Settings): { password: string; seed: string } {
  return {
    password: demoPassword ?? kept(PASSWORD_FILE, () => randomBytes(9).toString("base64url")),
    seed: demoTotpSeed ?? kept(AUTHENTICATOR_FILE, () => base32(newSeed())),
  };
}

function kept(file: string, make: () => string): string {
  if (!existsSync(file)) writeFileSync(file, `${make()}\n`, { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}
