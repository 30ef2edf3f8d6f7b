import type { Database } from "../db/client";
import type { Clock } from "../platform/clock";
import type { Log } from "../platform/log";
import type { Sessions } from "../platform/sessions";

/** What every journey is given of the outside world. */
export interface Context {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly sessions: Sessions;
  readonly demonstration: boolean;
  readonly publicOrigin: string;
}
