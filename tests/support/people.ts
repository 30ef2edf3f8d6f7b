import { dayInLondon } from "../../app/domain/calendar/day";
import { fromBase32 } from "../../app/domain/people/base32";
import { stepAt } from "../../app/domain/people/totp";
import { giveCode } from "../../app/journeys/account/second-factor";
import { givePassword } from "../../app/journeys/account/sign-in";
import type { Context } from "../../app/journeys/context";
import { codeAt } from "../../app/platform/authenticator";
import type { Clock } from "../../app/platform/clock";
import { openSessions, type Session } from "../../app/platform/sessions";
import { PASSWORD, SEED } from "./database";

/** A clock that stands still until it is put on, or back. */
export interface TestClock extends Clock {
  /** Example: `clock.pass({ minutes: 29, seconds: 59 })`. */
  pass(time: { hours?: number; minutes?: number; seconds?: number }): void;
}

export function clockFrom(instant: string): TestClock {
  let at = new Date(instant);
  return {
    now: () => at,
    today: () => dayInLondon(at.getTime()),
    pass({ hours = 0, minutes = 0, seconds = 0 }) {
      at = new Date(at.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1_000);
    },
  };
}

/** The same world by a clock that can be put on. */
export function withClock(context: Context, instant = context.clock.now().toISOString()) {
  const clock = clockFrom(instant);
  return { clock, context: { ...context, clock, sessions: openSessions(context.db, { secure: false, clock }) } };
}

/** What a browser would send back of a cookie. */
export const sent = (cookie: string) => cookie.split(";")[0] ?? "";

/** What the authenticator of the demonstration's accounts shows now. */
export function codeNow({ clock }: Pick<Context, "clock">, seed = SEED): string {
  return codeAt(fromBase32(seed) ?? new Uint8Array(), stepAt(clock.now()));
}

/** The session of somebody who has given the password and nothing else, and its cookie. */
export async function givenPassword(context: Context, email: string, password = PASSWORD) {
  const answer = await givePassword(context, { email, password }, null);
  if (!answer.ok) throw new Error("The password was refused.");
  const cookie = sent(answer.cookie);
  return { cookie, session: await sessionOf(context, cookie) };
}

/** Signs in as a browser does: password, then code. */
export async function signedIn(context: Context, email: string) {
  const { session } = await givenPassword(context, email);
  const answer = await giveCode(context, session, codeNow(context));
  if (!answer.ok) throw new Error("The code was refused.");
  const cookie = sent(answer.cookie);
  return { cookie, session: await sessionOf(context, cookie) };
}

export async function sessionOf(context: Context, cookie: string): Promise<Session> {
  const session = await context.sessions.of(cookie);
  if (session === null) throw new Error("There is no session of this cookie.");
  return session;
}
