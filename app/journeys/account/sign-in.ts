import { z } from "zod";
import { findCredential } from "../../db/people";
import type { Role } from "../../domain/people/person";
import { passwordMatches, pretendToCheck } from "../../platform/passwords";
import type { Context } from "../context";

const form = z.object({ email: z.string().trim().toLowerCase().max(254), password: z.string().max(256) });

export type SignIn =
  | { readonly ok: true; readonly cookie: string; readonly role: Role }
  | { readonly ok: false; readonly problem: string };

const NOT_RECOGNISED =
  "The email address or the password is not right. Check both, and that Caps Lock is off. We cannot say which of the two is wrong.";

/** Checks an email address and a password, and starts a session. Unknown and disabled people get the same answer as a wrong password. */
export async function signIn(
  context: Context,
  input: { email: unknown; password: unknown },
  cookies: string | null,
): Promise<SignIn> {
  const parsed = form.safeParse(input);
  if (!parsed.success) return { ok: false, problem: NOT_RECOGNISED };
  const { email, password } = parsed.data;
  const credential = await findCredential(context.db, email);
  const right =
    credential === null ? await pretendToCheck(password) : await passwordMatches(credential.passwordHash, password);
  if (credential === null || !right) {
    context.log.info("sign-in refused");
    return { ok: false, problem: NOT_RECOGNISED };
  }
  // A second factor is asked for here once people can enrol one.
  context.log.info("signed in", { person: credential.id });
  // Whoever signs in anew is done with the session the browser still had.
  await context.sessions.end(cookies);
  return { ok: true, cookie: await context.sessions.start(credential.id), role: credential.role };
}
