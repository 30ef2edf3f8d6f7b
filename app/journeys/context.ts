import type { Database } from "../db/client";
import type { Where } from "../domain/audit/where";
import type { Help } from "../domain/people/help";
import type { AuditHeads } from "../platform/audit-heads";
import type { Checker } from "../platform/checker";
import type { Clock } from "../platform/clock";
import type { Keys } from "../platform/keys";
import type { Log } from "../platform/log";
import type { Sealing } from "../platform/sealing";
import type { Sessions } from "../platform/sessions";
import type { Turns } from "../platform/turns";

/** What every journey is given of the outside world. */
export interface Context {
  readonly db: Database;
  readonly clock: Clock;
  /** Says `where` in every line, where a request is being answered. */
  readonly log: Log;
  readonly where: Where;
  readonly keys: Keys;
  /** Seals what the database keeps and whoever reads the database must not. */
  readonly sealing: Sealing;
  /** Where the heads of the audit log are kept, outside the database. */
  readonly auditHeads: AuditHeads;
  readonly sessions: Sessions;
  readonly checker: Checker;
  /** Who may send a file now: a few at once, and of each trust one. */
  readonly uploads: Turns;
  readonly demonstration: boolean;
  readonly publicOrigin: string;
  readonly help: Help;
}
