import { openDatabase } from "../../app/db/client";
import { isUpToDate } from "../../app/db/migrations";
import { formatMoment } from "../../app/domain/calendar/day";
import { makeAdmin } from "../../app/journeys/manage/make-admin";
import { demandOwnAuditLog, ForeignAuditLog } from "../../app/journeys/manage/own-audit-log";
import { readSettings } from "../../app/platform/settings";
import { contextOf } from "../serve/context";
import type { Command, CommandResult } from "./command";

const USAGE = "Give the email address of the person: npm run -s returns -- admin EMAIL";

/**
 * Makes the first admin of an installation, or lets one who has lost everything set up the account anew: by an invitation,
 * printed here and sent to nobody.
 */
export const admin: Command = async ([address, ...more]) => {
  if (address === undefined || more.length > 0) return unusable(USAGE);
  const settings = readSettings(process.env);
  const db = await openDatabase(settings.databaseUrl);
  try {
    if (!(await isUpToDate(db))) return unusable("The database is not ready yet. Run npm start once, then this again.");
    const context = contextOf(settings, db);
    await demandOwnAuditLog(context);
    const made = await makeAdmin(context, address);
    if (!made.ok) return unusable(made.problem);
    const { email, link, code, expiresAt } = made;
    const text = [
      `${email} becomes an admin by opening this link once, until ${formatMoment(expiresAt.getTime())}:`,
      link,
      `and entering the code ${code}. Whoever has both can accept: hand them over as you would a password.`,
    ].join("\n");
    return { json: { email, link, code, expires: expiresAt.toISOString() }, text, exitCode: 0 };
  } catch (error) {
    if (error instanceof ForeignAuditLog) return unusable(error.message);
    throw error;
  } finally {
    await db.$disconnect();
  }
};

function unusable(error: string): CommandResult {
  return { json: { error }, text: error, exitCode: 2 };
}
