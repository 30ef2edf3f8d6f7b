import { z } from "zod";
import type { Transaction } from "../../db/client";
import { addUnconfirmed, findUnconfirmed } from "../../db/factors";
import { findCredential, findEntrant, findPerson, setPassword } from "../../db/people";
import { write } from "../../db/write";
import { isOfficer, type Person } from "../../domain/people/person";
import { hashPassword, needsRehash, passwordMatches, pretendToCheck } from "../../platform/passwords";
import type { Context } from "../context";
import { record } from "../record";
import { clearAttempts, countAttempt, type Tally } from "./attempts";
import { browserKnownTo } from "./known-browser";
import { sealedNewSeed } from "./seeds";

const form = z.object({ email: z.string().trim().toLowerCase().max(254), password: z.string().max(1024) });

export type SignIn = { readonly ok: true; readonly cookie: string } | { readonly ok: false; readonly problem: string };

const NOT_RECOGNISED: SignIn = {
  ok: false,
  problem:
    "The email address or password is not right. Check for Caps Lock, and type both again. After 5 wrong tries, even the right password is refused for a while: half a minute at first, 15 minutes at most.",
};

/**
 * The first step of signing in: an email address and a password. What is started opens nothing but the second step.
 * Unknown, disabled and waiting accounts get the same answer as a wrong password, after the same work.
 */
export async function givePassword(
  context: Context,
  input: { email: unknown; password: unknown },
  cookies: string | null,
): Promise<SignIn> {
  const { db, sessions } = context;
  const parsed = form.safeParse(input);
  if (!parsed.success) return NOT_RECOGNISED;
  const { email, password } = parsed.data;
  const found = await findCredential(db, email);
  const browser = browserKnownTo(context, cookies, found?.id ?? "");
  const tally: Tally = browser === null ? { of: "account", email } : { of: "known browser", browser };
  const counts = await countAttempt(context, tally);
  const isRight =
    found !== null && counts ? await passwordMatches(found.passwordHash, password) : await pretendToCheck(password);
  // Nothing more is asked about an account before its password was right: whatever is asked takes time.
  const rehashed = isRight && found !== null && needsRehash(found.passwordHash) ? await hashPassword(password) : null;
  const before = isRight ? await sessions.of(cookies) : null;
  return write(db, async (tx): Promise<SignIn> => {
    // Checking takes a while. A password that was changed or forgotten meanwhile, as by a reset, is right no longer.
    const isStillRight = isRight && (await findCredential(tx, email))?.passwordHash === found?.passwordHash;
    const person = isStillRight && found !== null ? await findPerson(tx, found.id) : null;
    if (person === null) {
      await record(tx, context, { by: found, did: "sign-in-refused", about: "password", outcome: "refused" });
      return NOT_RECOGNISED;
    }
    await clearAttempts(tx, context, tally);
    if (rehashed !== null) await setPassword(tx, person.id, rehashed);
    // Whoever signs in anew is done with the session the browser still had.
    if (before !== null) await sessions.end(tx, before.id);
    return { ok: true, cookie: await startHalfWay(tx, context, person) };
  });
}

/** A session that opens nothing but the second step; who has no second factor yet is made the key of one. */
async function startHalfWay(tx: Transaction, context: Context, person: Person): Promise<string> {
  const { id } = person;
  const entrant = await findEntrant(tx, id);
  if (entrant?.hasFactor === false && (await findUnconfirmed(tx, id)) === null) {
    await addUnconfirmed(tx, id, sealedNewSeed(context, id), context.clock.now());
  }
  await record(tx, context, { by: person, did: "password-accepted", about: "sign-in" });
  const ods = isOfficer(person) ? person.trust.ods : null;
  return context.sessions.start(tx, { personId: id, factorAt: null, ods, agent: context.where.agent });
}
