const MINUTE_MS = 60_000;

/** How long a session lasts without a request (OWASP ASVS 5.0, 7.3.1). */
export const IDLE_MS = 30 * MINUTE_MS;
/** How long it lasts in all, however busy (ASVS 7.3.2). */
export const ABSOLUTE_MS = 12 * 60 * MINUTE_MS;
/** How long somebody who has given the password may take for the second factor, setting one up included. */
export const PENDING_MS = 30 * MINUTE_MS;
/** For how long after a second factor the weightiest actions are open. */
export const FRESH_MS = 10 * MINUTE_MS;
/** Clocks are set right by a little now and then; a clock that is further back than this is not believed. */
const CLOCK_STEP_MS = MINUTE_MS;

export interface Life {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  /** When a second factor was last given; null while only the password was. */
  readonly factorAt: Date | null;
}

/**
 * How many milliseconds a session has left at `now`; 0 or less where it is over. It ends 30 minutes after its last
 * request and 12 hours after it began, whichever is first; one without a second factor 30 minutes after it began. A
 * clock that ran back behind the last request ends it, since nobody can say how long ago that was.
 *
 * Begun at 9:00 and last seen at 9:00, it has 1 s left at 9:29:59 and none at 9:30:00; last seen at 20:59:30, it has
 * 1 s left at 20:59:59 and none at 21:00:00.
 */
export function lifeLeft({ createdAt, lastSeenAt, factorAt }: Life, now: Date): number {
  if (now.getTime() < lastSeenAt.getTime() - CLOCK_STEP_MS) return 0;
  const longest = factorAt === null ? PENDING_MS : ABSOLUTE_MS;
  return Math.min(lastSeenAt.getTime() + IDLE_MS, createdAt.getTime() + longest) - now.getTime();
}

/** The whole seconds a session has left; 0 where it is over. With 1,999 ms left it is 1. */
export function secondsLeft(life: Life, now: Date): number {
  return Math.max(0, Math.floor(lifeLeft(life, now) / 1_000));
}

/** Whether the session ends at its time whatever is done: its twelve hours, or its half an hour without a second factor. */
export function isLast({ createdAt, lastSeenAt, factorAt }: Life): boolean {
  const longest = factorAt === null ? PENDING_MS : ABSOLUTE_MS;
  return createdAt.getTime() + longest <= lastSeenAt.getTime() + IDLE_MS;
}

/** Whether a second factor was given within the last ten minutes. At 9:10:00 one of 9:00:00 is no longer fresh. */
export function isFresh({ factorAt }: Life, now: Date): boolean {
  if (factorAt === null) return false;
  const age = now.getTime() - factorAt.getTime();
  return age >= -CLOCK_STEP_MS && age < FRESH_MS;
}
