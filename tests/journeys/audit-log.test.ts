import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { setFoundationRole } from "../../app/db/accounts";
import { lastLink } from "../../app/db/audit";
import { write } from "../../app/db/write";
import { type AuditSearch, readSearch } from "../../app/domain/audit/search";
import type { Admin } from "../../app/domain/people/person";
import { auditLog } from "../../app/journeys/manage/audit-log";
import { auditState } from "../../app/journeys/manage/audit-state";
import { exportAudit } from "../../app/journeys/manage/export-audit";
import { startHeadWriter, writeAuditHead } from "../../app/journeys/manage/write-audit-head";
import { type Deed, record } from "../../app/journeys/record";
import { demonstration, type World } from "../support/database";

const EVERYTHING = readSearch(() => null);
const searchFor = (wanted: Partial<AuditSearch>): AuditSearch => ({ ...EVERYTHING, ...wanted });

function add({ context, db }: World, deed: Deed, instant = "2026-11-23T12:00:00Z") {
  const clock = { now: () => new Date(instant), today: context.clock.today };
  return write(db, (tx) => record(tx, { ...context, clock }, deed));
}

/** In one transaction: each of its own waits for the disk. */
function addMany({ context, db, officer }: World, howMany: number, deed: Partial<Deed> = {}) {
  const add = async (tx: Parameters<typeof record>[0]) => {
    for (let place = 1; place <= howMany; place += 1) {
      await record(tx, context, { by: officer, did: "draft-saved", about: `${place}`, ...deed });
    }
  };
  return write(db, add, { timeoutMs: 30_000 });
}

async function spoil({ db }: World, id: number) {
  await db.$executeRawUnsafe(`DROP TRIGGER IF EXISTS "AuditEntry_no_update"`);
  await db.$executeRawUnsafe(`UPDATE "AuditEntry" SET "about" = 'spoiled' WHERE "id" = ${id}`);
}

describe("the log, page by page", () => {
  test("goes from the newest to the oldest and back, and a page stays as it is while entries are added", async () => {
    const world = await demonstration();
    await addMany(world, 120);
    const page = async (place: Parameters<typeof auditLog>[2]) => {
      const { entries, older, newer, found } = await auditLog(world.context, EVERYTHING, place);
      return { ids: [entries.at(0)?.id, entries.at(-1)?.id, entries.length], older, newer, found };
    };
    expect(await page(null)).toEqual({ ids: [120, 71, 50], older: true, newer: false, found: 120 });
    expect(await page({ below: 71 })).toEqual({ ids: [70, 21, 50], older: true, newer: true, found: 120 });
    expect(await page({ below: 21 })).toEqual({ ids: [20, 1, 20], older: false, newer: true, found: 120 });
    expect(await page({ above: 20 })).toEqual({ ids: [70, 21, 50], older: true, newer: true, found: 120 });
    await addMany(world, 1);
    expect(await page({ below: 71 })).toEqual({ ids: [70, 21, 50], older: true, newer: true, found: 121 });
  });

  test("names people by their name of today, and the entry is as it was", async () => {
    const world = await demonstration();
    const { context, db, officer, staff } = world;
    await add(world, { by: staff, did: "access-ended", about: officer.id });
    await write(db, (tx) => tx.person.update({ where: { id: staff.id }, data: { name: "Another name" } }));
    const { entries, state } = await auditLog(context, EVERYTHING, null);
    expect(entries[0]).toMatchObject({ byName: "Another name", aboutName: officer.name });
    expect(entries[0]?.entry).toMatchObject({ by: staff.id, about: officer.id });
    expect(state.fault).toBeNull();
  });

  test("F17: a day is London’s, from midnight to midnight, on the days the clocks change too", async () => {
    const world = await demonstration();
    const deed = { by: null, did: "audit-verified", about: "" } as const;
    // Summer time ends on 25 October 2026: that day begins at 23:00 UTC and lasts 25 hours.
    for (const instant of [
      "2026-10-24T22:59:59.999Z",
      "2026-10-24T23:00:00Z",
      "2026-10-25T23:59:59.999Z",
      "2026-10-26T00:00:00Z",
    ]) {
      await add(world, deed, instant);
    }
    const found = async (from: string, to: string) => {
      const search = readSearch((name) => ({ from, to })[name as "from" | "to"] ?? null);
      return (await auditLog(world.context, search, null)).entries.map(({ id }) => id);
    };
    expect(await found("2026-10-25", "2026-10-25")).toEqual([3, 2]);
    expect(await found("2026-10-24", "2026-10-24")).toEqual([1]);
    expect(await found("2026-10-26", "")).toEqual([4]);
    expect(await found("", "2026-10-24")).toEqual([1]);
  });
});

describe("how the log stands", () => {
  test("is told from the last head on, and the day’s verification of the whole is remembered", async () => {
    const world = await demonstration();
    const { context } = world;
    expect(await auditState(context)).toMatchObject({
      entries: 0,
      lastHead: null,
      verifiedNow: 0,
      fault: null,
      wholly: null,
    });
    await addMany(world, 3);
    expect(await auditState(context)).toMatchObject({ entries: 3, lastHead: null, verifiedNow: 3, fault: null });
    await writeAuditHead(context, { verify: true });
    await addMany(world, 2);
    expect(await auditState(context)).toMatchObject({
      entries: 7,
      lastHead: { id: 5 },
      verifiedNow: 3,
      fault: null,
      wholly: { at: "2026-11-23T12:00:00.000Z", held: true },
    });
  });

  test("says what is wrong since the last head at once, and what is wrong before it from the next day’s verification on", async () => {
    const world = await demonstration();
    await addMany(world, 3);
    await writeAuditHead(world.context, { verify: true });
    await addMany(world, 2);
    await spoil(world, 7);
    expect((await auditState(world.context)).fault).toEqual({ kind: "changed", id: 7 });

    const other = await demonstration();
    await addMany(other, 3);
    await writeAuditHead(other.context, { verify: true });
    await spoil(other, 2);
    expect(await auditState(other.context)).toMatchObject({ fault: null, wholly: { held: true } });
    await writeAuditHead(other.context, { verify: true });
    expect(await auditState(other.context)).toMatchObject({ fault: null, wholly: { held: false } });
  });

  test("says that the last rows were dropped, and that the entry of a head is not the one it was", async () => {
    const world = await demonstration();
    await addMany(world, 3);
    await writeAuditHead(world.context, { verify: false });
    await world.db.$executeRawUnsafe(`DROP TRIGGER "AuditEntry_no_delete"`);
    await world.db.$executeRawUnsafe(`DELETE FROM "AuditEntry" WHERE "id" >= 3`);
    expect((await auditState(world.context)).fault).toEqual({ kind: "cut off", id: 4 });

    const other = await demonstration();
    await addMany(other, 2);
    await other.context.auditHeads.append({ at: "2026-11-23T12:00:00.000Z", id: 2, hash: "f".repeat(64) });
    expect((await auditState(other.context)).fault).toEqual({ kind: "rewritten", id: 2 });
  });
});

test("R24: an export holds what was found before it, guarded and whole, and is recorded first", async () => {
  const world = await demonstration();
  const { context, officer, staff, db } = world;
  await write(db, (tx) => setFoundationRole(tx, staff.id, "admin"));
  const admin: Admin = { ...staff, role: "admin" };
  const where = { requestId: "r1", address: "203.0.113.7", agent: "=cmd|' /C calc'!A0" };
  await write(db, (tx) =>
    record(tx, { ...context, where }, { by: officer, did: "draft-saved", about: "2025-26 ZD01" }),
  );
  await addMany(world, 520, { by: null, did: "signed-out" });
  await add(world, { by: officer, did: "draft-saved", about: "2025-26 ZD01" });

  const parts: string[] = [];
  for await (const part of await exportAudit(context, admin, searchFor({ did: "draft-saved" }))) parts.push(part);
  const rows = parts.join("").split("\r\n");
  expect(rows[0]?.startsWith("\uFEFFEntry,At (UTC),")).toBe(true);
  expect(rows.slice(1).map((row) => row.split(",")[0])).toEqual(["522", "1", ""]);
  expect(rows[2]).toContain(`,203.0.113.7,"'=cmd|' /C calc'!A0",`);

  const all: string[] = [];
  for await (const part of await exportAudit(context, admin, EVERYTHING)) all.push(part);
  const ids = all
    .join("")
    .trimEnd()
    .split("\r\n")
    .slice(1)
    .map((row) => Number(row.split(",")[0]));
  expect(ids).toEqual(Array.from({ length: 523 }, (_, place) => 523 - place));
  const last = await lastLink(db);
  expect(last?.entry).toMatchObject({ did: "audit-exported", by: admin.id, detail: "{}" });
  const { entries } = await auditLog(context, searchFor({ did: "audit-exported" }), null);
  expect(entries.map(({ entry }) => entry.detail)).toEqual(["{}", '{"did":"draft-saved"}']);
});

test("the head is written as the portal starts, and again as it stops where something was done meanwhile", async () => {
  const world = await demonstration();
  const { context } = world;
  const heads = async () => (await context.auditHeads.read()).heads.map(({ id }) => id);
  const first = startHeadWriter(context);
  while ((await heads()).length === 0) await wait(5);
  await first.stop();
  expect(await heads()).toEqual([2]);
  const second = startHeadWriter(context);
  await addMany(world, 1);
  await second.stop();
  const last = (await lastLink(context.db))?.id;
  expect((await heads()).at(-1)).toBe(last);
  const third = startHeadWriter(context);
  await third.stop();
  expect((await heads()).at(-1)).toBe(last);
});
