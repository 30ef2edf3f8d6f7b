import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { openDatabase } from "../app/db/client";
import { isUpToDate } from "../app/db/migrations";
import type { Link, Verified } from "../app/domain/audit/chain";
import { faultInWords } from "../app/domain/audit/fault-in-words";
import { formatMoment } from "../app/domain/calendar/day";
import { verifyAudit } from "../app/journeys/manage/verify-audit";
import { openAuditHeads, type ReadHeads } from "../app/platform/audit-heads";
import { readSettings, type Settings } from "../app/platform/settings";

// `npm run audit:verify`: whether the audit log is as the portal wrote it. It may run beside the portal, or on a copy.

const USAGE = "npm run -s audit:verify -- [--database URL] [--heads FILE] [--json]";

/** 0: the log holds. 1: it does not. 2: it could not be verified. */
interface Result {
  readonly exitCode: 0 | 1 | 2;
  readonly lines: readonly string[];
  readonly json: Readonly<Record<string, unknown>>;
}

async function verify({ database, heads }: { database?: string | undefined; heads?: string | undefined }) {
  const { databaseUrl, auditHeadsFile, keys } = readSettings({
    ...process.env,
    ...(database !== undefined && { DATABASE_URL: database, AUDIT_HEADS_FILE: undefined }),
    ...(heads !== undefined && { AUDIT_HEADS_FILE: heads }),
  });
  const [, file] = /^file:(?:\/\/)?([^?]+)/.exec(databaseUrl) ?? [];
  if (file !== undefined && !existsSync(file)) return notVerified(`There is no database at ${file}.`);
  if (heads !== undefined && !existsSync(heads)) return notVerified(`There is no file of heads at ${heads}.`);
  // Before the entries: what the portal adds meanwhile has no head here yet.
  const read = await openAuditHeads(auditHeadsFile).read();
  const verified = await verifiedAt(databaseUrl, keys, read).catch(() => "unreadable" as const);
  switch (verified) {
    case "unreadable":
      return notVerified(
        `The database ${databaseUrl} could not be read. See with PRAGMA integrity_check whether it is damaged.`,
      );
    case "not ready":
      return notVerified(
        `The database ${databaseUrl} is not as this version of the portal has it. Start the portal on it once.`,
      );
    default:
      return saidOf(verified, read, auditHeadsFile);
  }
}

async function verifiedAt(databaseUrl: string, keys: Settings["keys"], read: ReadHeads) {
  const db = await openDatabase(databaseUrl);
  try {
    if (!(await isUpToDate(db))) return "not ready";
    return (await verifyAudit({ db, keys }, read)) ?? "not ready";
  } finally {
    await db.$disconnect();
  }
}

function saidOf(verified: Verified, { heads, unreadable }: ReadHeads, file: string): Result {
  const { entries, first, last, headsAgreed, fault } = verified;
  const counted =
    entries === 0
      ? "It has no entry."
      : `${entries} ${entries === 1 ? "entry" : "entries"}, from ${named(first)} to ${named(last)}.`;
  const json = {
    entries,
    first: first && { id: first.id, at: first.entry.at },
    last: last && { id: last.id, at: last.entry.at, hash: last.hash },
    heads: { file, read: heads.length, agreed: headsAgreed, unreadable },
    fault: fault && { ...fault, message: faultInWords(fault) },
  };
  if (fault !== null) {
    const lines = [
      "The audit log does not hold.",
      faultInWords(fault),
      counted,
      headsSaid(headsAgreed, heads.length, file),
    ];
    if (fault.kind === "changed" && fault.id === 1)
      lines.push("Where every entry looks changed, AUDIT_KEY may be another than the one the log was written with.");
    if (fault.kind === "cut off" && entries === 0)
      lines.push("Where the database was made anew, put its old file of heads away.");
    return { exitCode: 1, lines, json: { verdict: "does not hold", ...json } };
  }
  if (unreadable.length > 0) {
    const which = `${unreadable.length === 1 ? "Line" : "Lines"} ${unreadable.join(", ")} of ${file}`;
    const lines = [
      "The entries of the audit log follow on one another, but its heads are not as the portal wrote them.",
      `${which} cannot be read: changed, or broken off as the machine stopped. Look at it, and take it out if it is broken off.`,
      counted,
      headsSaid(headsAgreed, heads.length, file),
    ];
    return { exitCode: 1, lines, json: { verdict: "does not hold", ...json } };
  }
  if (heads.length === 0) {
    const lines = [
      "The audit log could not be verified against anything outside the database.",
      `Its entries follow on one another, but there is no head in ${file}: entries taken out at the end would not be noticed. The portal writes one as it starts.`,
      counted,
    ];
    return { exitCode: 2, lines, json: { verdict: "not verified", ...json } };
  }
  const lines = ["The audit log holds.", counted, headsSaid(headsAgreed, heads.length, file)];
  return { exitCode: 0, lines, json: { verdict: "holds", ...json } };
}

function named(link: Link | null): string {
  if (link === null) return "none";
  const at = Date.parse(link.entry.at);
  return `entry ${link.id} (${Number.isNaN(at) ? link.entry.at : formatMoment(at)})`;
}

function headsSaid(agreed: number, of: number, file: string): string {
  return `${agreed} of ${of} ${of === 1 ? "head" : "heads"} in ${file} agreed.`;
}

function notVerified(why: string): Result {
  return {
    exitCode: 2,
    lines: ["The audit log could not be verified.", why],
    json: { verdict: "not verified", error: why },
  };
}

function read(): { database?: string; heads?: string; json: boolean } | null {
  try {
    const { values } = parseArgs({
      options: { database: { type: "string" }, heads: { type: "string" }, json: { type: "boolean", default: false } },
    });
    return values;
  } catch {
    return null;
  }
}

const asked = read();
const result =
  asked === null
    ? notVerified(`Write it as ${USAGE}`)
    : await verify(asked).catch((error: unknown) =>
        notVerified(error instanceof Error ? error.message : "Something went wrong."),
      );
process.stdout.write(asked?.json ? `${JSON.stringify(result.json, null, 1)}\n` : `${result.lines.join("\n")}\n`);
process.exitCode = result.exitCode;
