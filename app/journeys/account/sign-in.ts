import { z } from "zod";
import { addUnconfirmed, findUnconfirmed } from "../../db/factors";
import { findCredential, findEntrant, findPerson, setPassword } from "../../db/people";
import { write } from "../../db/write";
import { isOfficer } from "../../domain/people/person";
import { hashPassword, needsRehash, passwordMatches, pretendToCheck } from "../../platform/passwords";
import type { Context } from "../context";
import { record } from "../record";
import { countAttempt, takeBackAttempt } from "./attempts";
import { sealedNewSeed } from "./seeds";

const form = z.object({ email: z.string().trim().toLowerCase().max(254), password: z.string().max(1024) });

export type SignIn = { readonly ok: true; readonly cookie: string } | { readonly ok: false; readonly problem: string };

const NOT_RECOGNISED: SignIn = {
  ok: false,
  problem:
    "The email address or the password is not right. Check both, and that Caps Lock is off. We cannot say which of the two is wrong. After several tries you may have to wait some minutes before the next counts.",
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
  const { db, sessions, where } = context;
  const parsed = form.safeParse(input);
  if (!parsed.success) return NOT_RECOGNISED;
  const { email, password } = parsed.data;
  const attempt = await countAttempt(context, email);
  const found = await findCredential(db, email);
  const isRight =
    found !== null && attempt.counts
      ? await passwordMatches(found.passwordHash, password)
      : await pretendToCheck(password);
  // Nothing more is asked about an account before its password was right: whatever is asked takes time.
  const person = found !== null && isRight ? await findPerson(db, found.id) : null;
  if (found === null || person === null) {
    await write(db, (tx) =>
      record(tx, context, { by: found, did: "sign-in-refused", about: "password", outcome: "refused" }),
    );
    return NOT_RECOGNISED;
  }
  const rehashed = needsRehash(found.passwordHash) ? await hashPassword(password) : null;
  const before = await sessions.of(cookies);
  const entrant = await findEntrant(db, found.id);
  const cookie = await write(db, async (tx) => {
    await takeBackAttempt(tx, context, email, attempt);
    if (rehashed !== null) await setPassword(tx, found.id, rehashed);
    // Whoever signs in anew is done with the session the browser still had.
    if (before !== null) await sessions.end(tx, before.id);
    if (entrant?.hasFactor === false && (await findUnconfirmed(tx, found.id)) === null) {
      await addUnconfirmed(tx, found.id, sealedNewSeed(context, found.id), context.clock.now());
    }
    const ods = isOfficer(person) ? person.trust.ods : null;
    return sessions.start(tx, { personId: found.id, factorAt: null, ods, agent: where.agent });
  });
  return { ok: true, cookie };
}
