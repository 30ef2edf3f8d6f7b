import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { findCredential, savePerson } from "../../app/db/people";
import { write } from "../../app/db/write";
import type { Context } from "../../app/journeys/context";
import { hashPassword, passwordMatches } from "../../app/platform/passwords";
import type { Settings } from "../../app/platform/settings";
import { seedDemonstration } from "./demonstration";
import { PEOPLE } from "./demonstration-people";
import { seedEngland } from "./england";

const HOLDS = { demonstration: "demonstration", england: "england" } as const;
const PASSWORD_FILE = "var/demonstration-password";
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

async function demonstration({ db, clock }: Context, settings: Settings, empty: boolean, say: Say) {
  const password = settings.demoPassword ?? keptPassword();
  if (empty) {
    say("Adding the demonstration: fictional trusts, requests and returns");
    const passwordHash = await hashPassword(password);
    const fill = async (tx: Parameters<typeof seedDemonstration>[0]) => {
      await tx.installation.create({ data: { holds: HOLDS.demonstration } });
      await seedDemonstration(tx, clock.today(), passwordHash);
    };
    await write(db, fill, SLOW);
  } else {
    await keepPasswordTrue(db, password);
  }
  return [
    "",
    "This is the demonstration: every trust, person and figure in it is fictional. Sign in as",
    ...PEOPLE.map(({ email, says }) => `  ${email.padEnd(24)} ${says}`),
    `with the password ${password}`,
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

/** The password made at the first start of a demonstration, used by every later one that is given none. */
function keptPassword(): string {
  if (!existsSync(PASSWORD_FILE)) {
    writeFileSync(PASSWORD_FILE, `${randomBytes(9).toString("base64url")}\n`, { mode: 0o600 });
  }
  return readFileSync(PASSWORD_FILE, "utf8").trim();
}

/** The password that is printed is the one that signs in, also where it differs from the last start's. */
async function keepPasswordTrue(db: Context["db"], password: string) {
  const [{ email }] = PEOPLE;
  const credential = await findCredential(db, email);
  if (credential !== null && (await passwordMatches(credential.passwordHash, password))) return;
  const passwordHash = await hashPassword(password);
  await write(db, async (tx) => {
    for (const { says: _, ...person } of PEOPLE) await savePerson(tx, { ...person, passwordHash });
  });
}
