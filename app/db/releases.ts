import { type Day, day } from "../domain/calendar/day";
import type { ReportingYear } from "../domain/calendar/reporting-year";
import { type Publishable, readPublished } from "../domain/disclosure/publishable";
import type { ReleaseContent } from "../domain/disclosure/release-content";
import { type Database, glance, type Queries, type Transaction } from "./client";

/** What the public sees of a round: numbered, immutable, and checked for disclosure each time it is read. */
export interface StoredRelease {
  readonly year: ReportingYear;
  readonly number: number;
  readonly releasedOn: Day;
  readonly note: string;
  readonly content: Publishable<ReleaseContent>;
}

const select = { year: true, number: true, releasedOn: true, note: true, content: true } as const;

type Row = { year: string; number: number; releasedOn: string; note: string; content: string };

function asRelease({ year, number, releasedOn, note, content }: Row): StoredRelease {
  return {
    year: year as ReportingYear,
    number,
    releasedOn: day(releasedOn),
    note,
    content: readPublished(JSON.parse(content)),
  };
}

/** The newest release of every released round, newest year first. */
export async function currentReleases(db: Queries): Promise<StoredRelease[]> {
  const rows = await db.release.findMany({
    select,
    orderBy: [{ year: "desc" }, { number: "desc" }],
    distinct: ["year"],
  });
  return rows.map(asRelease);
}

export async function releasesOf(db: Queries, year: ReportingYear): Promise<StoredRelease[]> {
  return (await db.release.findMany({ where: { year }, select, orderBy: { number: "desc" } })).map(asRelease);
}

/** The newest release of a year; null where none of it is released. */
export async function currentRelease(db: Queries, year: ReportingYear): Promise<StoredRelease | null> {
  const row = await db.release.findFirst({ where: { year }, select, orderBy: { number: "desc" } });
  return row === null ? null : asRelease(row);
}

/** Who made the last release of a year, and with which note; null where there is none. */
export async function lastRelease(
  db: Queries,
  year: ReportingYear,
): Promise<{ number: number; note: string; releasedBy: string } | null> {
  const select = { number: true, note: true, releasedBy: true } as const;
  return db.release.findFirst({ where: { year }, select, orderBy: { number: "desc" } });
}

/** Changes whenever anything the public can see changes: releases are only ever added. */
export async function edition(db: Database): Promise<string> {
  return String(await glance(db, 'SELECT count(*) FROM "Release"'));
}

/** Keeps a release. Only content that disclosure control has made publishable can get here. */
export async function saveRelease(
  tx: Transaction,
  release: Omit<StoredRelease, "content"> & {
    content: Publishable<ReleaseContent>;
    releasedAt: Date;
    releasedBy: string;
  },
) {
  await tx.release.create({ data: { ...release, content: JSON.stringify(release.content) } });
}
