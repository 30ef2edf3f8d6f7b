import { type Day, dayInLondon } from "../domain/calendar/day";

/** The only place that knows what time it is. */
export interface Clock {
  now(): Date;
  /** The civil date in Europe/London: what every deadline is compared with. */
  today(): Day;
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => dayInLondon(Date.now()),
};

/** A clock that stands still, for tests and for seeding the past. */
export function stoppedAt(instant: string): Clock {
  const at = new Date(instant);
  return { now: () => at, today: () => dayInLondon(at.getTime()) };
}
