import type { Database } from "../db/client";
import type { Checker } from "../platform/checker";
import type { Clock } from "../platform/clock";
import type { Log } from "../platform/log";
import type { Sessions } from "../platform/sessions";
import type { Turns } from "../platform/turns";

/** What every journey is given of the outside world. */
export interface Context {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly sessions: Sessions;
  readonly checker: Checker;
  /** Who may send a file now: a few at once, and of each trust one. */
  readonly uploads: Turns;
  readonly demonstration: boolean;
  readonly publicOrigin: string;
}
