import type { Database } from "../../app/db/client";
import { PORTAL_ITSELF } from "../../app/domain/audit/where";
import type { Context } from "../../app/journeys/context";
import { openAuditHeads } from "../../app/platform/audit-heads";
import { openChecker } from "../../app/platform/checker";
import { systemClock } from "../../app/platform/clock";
import { log } from "../../app/platform/log";
import { openSealing } from "../../app/platform/sealing";
import { openSessions } from "../../app/platform/sessions";
import type { Settings } from "../../app/platform/settings";
import { Turns, UPLOAD_TURNS } from "../../app/platform/turns";

/** What the portal, and a command that does what the portal does, are given of the outside world. */
export function contextOf(settings: Settings, db: Database): Context {
  return {
    db,
    clock: systemClock,
    log,
    where: PORTAL_ITSELF,
    keys: settings.keys,
    sealing: openSealing(settings.keys.sealing),
    sessions: openSessions(db, { secure: settings.publicOrigin.startsWith("https:"), clock: systemClock }),
    auditHeads: openAuditHeads(settings.auditHeadsFile),
    checker: openChecker(log),
    uploads: new Turns(UPLOAD_TURNS),
    demonstration: settings.demonstration,
    publicOrigin: settings.publicOrigin,
    help: settings.help,
  };
}
