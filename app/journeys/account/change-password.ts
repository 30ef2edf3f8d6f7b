import { voidLinks } from "../../db/email-links";
import { findCredential, setPassword } from "../../db/people";
import { write } from "../../db/write";
import { passwordFault } from "../../domain/people/password-rules";
import { isOfficer, type Person } from "../../domain/people/person";
import { isMostUsed } from "../../platform/most-used-passwords";
import { hashPassword, passwordMatches } from "../../platform/passwords";
import type { Session } from "../../platform/sessions";
import type { Context } from "../context";
import { record } from "../record";
import { clearAttempts, countAttempt, type Tally } from "./attempts";
import { queueAccountLetter } from "./letters";
import { goOnAlone } from "./own-sessions";

export type PasswordChanged =
  | { readonly ok: true; readonly cookie: string }
  | { readonly ok: false; readonly field: "current" | "password"; readonly problem: string };

const THE_SAME: PasswordChanged = {
  ok: false,
  field: "password",
  problem: "The new password is the same as the current one. Choose a different one.",
};
const NOT_YOURS: PasswordChanged = {
  ok: false,
  field: "current",
  problem:
    "That is not your current password. Check for Caps Lock, and type it again. After 5 wrong tries, even the right password is refused for a while: half a minute at first, 15 minutes at most.",
};

/**
 * Gives somebody who knows their password another. After wrong ones there is a wait, as at sign-in. Every other session
 * ends, and so does every link that was sent before.
 */
export async function changePassword(
  context: Context,
  session: Session,
  person: Person,
  given: { readonly current: string; readonly password: string },
): Promise<PasswordChanged> {
  const { name, email } = person;
  const trustNames = isOfficer(person) ? person.places.map((place) => place.name) : [];
  // First, since it costs nobody an attempt.
  const problem = passwordFault(given.password, { email, name, trustNames, isMostUsed });
  if (problem !== null) return { ok: false, field: "password", problem };
  if (given.password.normalize("NFC") === given.current.normalize("NFC")) return THE_SAME;
  const tally: Tally = { of: "own password", personId: person.id };
  const counts = await countAttempt(context, tally);
  const credential = await findCredential(context.db, email);
  const isRight = counts && credential !== null && (await passwordMatches(credential.passwordHash, given.current));
  if (!isRight) {
    await write(context.db, (tx) =>
      record(tx, context, { by: person, did: "password-changed", about: "wrong password", outcome: "refused" }),
    );
    return NOT_YOURS;
  }
  const passwordHash = await hashPassword(given.password);
  return write(context.db, async (tx): Promise<PasswordChanged> => {
    await clearAttempts(tx, context, tally);
    await setPassword(tx, person.id, passwordHash);
    await voidLinks(tx, person.id);
    await record(tx, context, { by: person, did: "password-changed", about: person.id });
    await queueAccountLetter(tx, context, person, { about: "password changed" });
    return { ok: true, cookie: await goOnAlone(tx, context, session) };
  });
}
