import type { Transaction } from "../../app/db/client";
import { addAuthenticator, findAuthenticator } from "../../app/db/factors";
import { findCredential, setPassword } from "../../app/db/people";
import { fromBase32 } from "../../app/domain/people/base32";
import { openSeed, sealedSeed } from "../../app/journeys/account/seeds";
import type { Context } from "../../app/journeys/context";
import { passwordMatches } from "../../app/platform/passwords";
import { PEOPLE } from "./demonstration-people";

/** Whether what is printed at this start signs in, also where it differs from the last start's. */
export async function credentialsAreTrue(context: Context, given: { password: string; seed: string }) {
  const [{ email }] = PEOPLE;
  const credential = await findCredential(context.db, email);
  const authenticator = credential && (await findAuthenticator(context.db, credential.id));
  if (credential === null || authenticator === null) return false;
  return (
    opensTo(context, credential.id, authenticator, given.seed) &&
    (await passwordMatches(credential.passwordHash, given.password))
  );
}

/** False also where the secrets that sealed it are gone. */
function opensTo(context: Context, personId: string, sealed: { id: string; seed: string }, seed: string): boolean {
  try {
    return Buffer.compare(openSeed(context, personId, sealed), bytesOf(seed)) === 0;
  } catch {
    return false;
  }
}

const WEEK_MS = 7 * 24 * 60 * 60_000;

/** Everybody of the demonstration has one password and one authenticator. */
export async function giveCredentials(
  tx: Transaction,
  context: Context,
  { passwordHash, seed }: { passwordHash: string; seed: string },
) {
  // So long ago that whoever approves a reset has been there for more than a day.
  const setUpAt = new Date(context.clock.now().getTime() - WEEK_MS);
  for (const { email } of PEOPLE) {
    const { id } = await tx.person.findUniqueOrThrow({ where: { email }, select: { id: true } });
    await setPassword(tx, id, passwordHash);
    await addAuthenticator(tx, id, sealedSeed(context, id, bytesOf(seed)), setUpAt);
  }
}

function bytesOf(seed: string): Uint8Array {
  const bytes = fromBase32(seed);
  if (bytes === null) throw new Error("The key of the demonstration’s authenticator cannot be read as base32.");
  return bytes;
}
