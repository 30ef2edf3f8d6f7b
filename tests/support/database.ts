import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { type Database, openDatabase } from "../../app/db/client";
import { findCredential, findPerson, savePerson } from "../../app/db/people";
import { write } from "../../app/db/write";
import type { Officer, Person, Staff } from "../../app/domain/people/person";
import type { Context } from "../../app/journeys/context";
import { openChecker } from "../../app/platform/checker";
import { stoppedAt } from "../../app/platform/clock";
import { silentLog } from "../../app/platform/log";
import { openSessions } from "../../app/platform/sessions";
import { Turns, UPLOAD_TURNS } from "../../app/platform/turns";
import { copyDatabase } from "./copy-database";

export type Holds = "demonstration" | "england";

export const FOLDER = resolve("test-results/journeys");
/** The instant at which the tests' world stands still: a Monday, in the middle of the open round. */
export const TODAY = "2026-11-23T12:00:00Z";

export const templateOf = (holds: Holds) => join(FOLDER, `${holds}.db`);

/** The real one, whose processes the tests of a file share. */
const checker = openChecker(silentLog);

export interface World {
  readonly context: Context;
  readonly db: Database;
  readonly url: string;
  /** Of trust ZD01. */
  readonly officer: Officer;
  /** Of the neighbour, ZD02. */
  readonly neighbour: Officer;
  readonly staff: Staff;
}

/** A database of the test's own, with the people of the demonstration. */
export async function demonstration(): Promise<World> {
  const { context, db, url } = await open("demonstration");
  const [officer, neighbour, staff] = await Promise.all(
    ["officer", "officer2", "staff"].map((name) => person(db, `${name}@demo.example`)),
  );
  if (officer?.role !== "trust" || neighbour?.role !== "trust" || staff?.role !== "staff") throw new Error("no people");
  return { context, db, url, officer, neighbour, staff: { ...staff, role: "staff" } };
}

export async function open(holds: Holds) {
  const path = join(mkdtempSync(join(tmpdir(), "journeys-")), "portal.db");
  copyDatabase(templateOf(holds), path);
  const url = `file:${path}`;
  const db = await openDatabase(url);
  onTestFinished(() => db.$disconnect());
  const context: Context = {
    db,
    clock: stoppedAt(TODAY),
    log: silentLog,
    sessions: openSessions(db, { secure: false }),
    checker,
    uploads: new Turns(UPLOAD_TURNS),
    demonstration: holds === "demonstration",
    publicOrigin: "http://localhost:3000",
  };
  return { context, db, url };
}

/** Another officer of the same trust. */
export async function colleagueOf({ db, officer }: Pick<World, "db" | "officer">): Promise<Officer> {
  const email = "colleague@demo.example";
  const { trust, jobTitle } = officer;
  const row = { email, name: "A colleague", role: "trust", jobTitle, passwordHash: null, trust: trust.ods } as const;
  const id = await write(db, (tx) => savePerson(tx, row));
  return { ...officer, id, email, name: row.name };
}

async function person(db: Database, email: string): Promise<Person | null> {
  const credential = await findCredential(db, email);
  return credential === null ? null : findPerson(db, credential.id);
}
