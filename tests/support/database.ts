import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { type Database, openDatabase } from "../../app/db/client";
import { findCredential, findPerson, savePerson } from "../../app/db/people";
import { write } from "../../app/db/write";
import { PORTAL_ITSELF } from "../../app/domain/audit/where";
import { isSignatory, type Person, type Signatory, type Staff } from "../../app/domain/people/person";
import type { Context } from "../../app/journeys/context";
import { openAuditHeads } from "../../app/platform/audit-heads";
import { openChecker } from "../../app/platform/checker";
import { stoppedAt } from "../../app/platform/clock";
import type { Keys } from "../../app/platform/keys";
import { silentLog } from "../../app/platform/log";
import { openSealing } from "../../app/platform/sealing";
import { openSessions } from "../../app/platform/sessions";
import { Turns, UPLOAD_TURNS } from "../../app/platform/turns";
import { copyDatabase } from "./copy-database";

export type Holds = "demonstration" | "england";

/** What everybody of the demonstration signs in with. */
export const PASSWORD = "a-password-for-tests";
export const SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

export const FOLDER = resolve("test-results/journeys");
/** The instant at which the tests' world stands still: a Monday, in the middle of the open round. */
export const TODAY = "2026-11-23T12:00:00Z";

/** The secrets of the tests' world, the same for a template and its copies. */
export const KEYS: Keys = {
  sealing: [{ id: "test", key: new Uint8Array(32).fill(1) }],
  audit: createHash("sha256").update("the tests’ key of the audit log").digest(),
  lookup: new Uint8Array(32).fill(3),
};

export const templateOf = (holds: Holds) => join(FOLDER, `${holds}.db`);

/** The real one, whose processes the tests of a file share. */
const checker = openChecker(silentLog);

export interface World {
  readonly context: Context;
  readonly db: Database;
  readonly url: string;
  /** Of trust ZD01. */
  readonly officer: Signatory;
  /** Of the neighbour, ZD02. */
  readonly neighbour: Signatory;
  readonly staff: Staff;
}

/** A database of the test's own, with the people of the demonstration; copied from another's, where one is named. */
export async function demonstration(from = templateOf("demonstration")): Promise<World> {
  const { context, db, url } = await open("demonstration", from);
  const [officer, neighbour, staff] = await Promise.all(
    ["officer", "officer2", "staff"].map((name) => person(db, `${name}@demo.example`)),
  );
  if (!officer || !isSignatory(officer) || !neighbour || !isSignatory(neighbour) || staff?.role !== "staff")
    throw new Error("no people");
  return { context, db, url, officer, neighbour, staff: { ...staff, role: "staff" } };
}

export async function open(holds: Holds, from = templateOf(holds)) {
  const path = join(mkdtempSync(join(tmpdir(), "journeys-")), "portal.db");
  copyDatabase(from, path);
  const url = `file:${path}`;
  const db = await openDatabase(url);
  onTestFinished(() => db.$disconnect());
  const context: Context = {
    db,
    clock: stoppedAt(TODAY),
    log: silentLog,
    where: PORTAL_ITSELF,
    keys: KEYS,
    sealing: openSealing(KEYS.sealing),
    sessions: openSessions(db, { secure: false, clock: stoppedAt(TODAY) }),
    auditHeads: openAuditHeads(`${path}-audit-heads.jsonl`),
    checker,
    uploads: new Turns(UPLOAD_TURNS),
    demonstration: holds === "demonstration",
    publicOrigin: "http://localhost:3000",
    help: { email: "help@demo.example", phone: null },
  };
  return { context, db, url };
}

/** Another officer of the same trust. */
export async function colleagueOf(
  { db, officer }: Pick<World, "db" | "officer">,
  { name, email } = { name: "A colleague", email: "colleague@demo.example" },
): Promise<Signatory> {
  const { trust, jobTitle } = officer;
  const row = { email, name, role: "signatory", jobTitle, passwordHash: null, trust: trust.ods } as const;
  const id = await write(db, (tx) => savePerson(tx, row));
  return { ...officer, id, email, name };
}

async function person(db: Database, email: string): Promise<Person | null> {
  const credential = await findCredential(db, email);
  return credential === null ? null : findPerson(db, credential.id);
}
