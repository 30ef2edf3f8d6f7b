import { readFileSync } from "node:fs";
import { createClient } from "@libsql/client";
import { describe, expect, test } from "vitest";
import { type AuditFilter, countEntries, entriesPage, linksAfter } from "../../app/db/audit";
import { write } from "../../app/db/write";
import { type Link, verifyChain } from "../../app/domain/audit/chain";
import { reportingYear } from "../../app/domain/calendar/reporting-year";
import { NO_TEXTS } from "../../app/domain/returns/texts";
import { accept } from "../../app/journeys/chase/accept";
import { askTrust } from "../../app/journeys/chase/write-to-trust";
import { demandOwnAuditLog } from "../../app/journeys/manage/own-audit-log";
import { writeAuditHead } from "../../app/journeys/manage/write-audit-head";
import { record } from "../../app/journeys/record";
import { askClarification } from "../../app/journeys/submit/ask-clarification";
import { saveAnswers } from "../../app/journeys/submit/save-answers";
import { upload } from "../../app/journeys/submit/upload";
import { chainHash } from "../../app/platform/chain-hash";
import { type Log, logTo } from "../../app/platform/log";
import { demonstration, KEYS, type World } from "../support/database";

const OPEN = reportingYear("2025-26");
const ALL: AuditFilter = { by: null, trust: null, did: null, outcome: null, from: null, until: null };
const FORM = "0b6a3f0e-7f43-4f0f-9a52-1c7c1d6f0a11";

async function wholeLog({ db }: World): Promise<Link[]> {
  const links: Link[] = [];
  for await (const chunk of linksAfter(db, 0, 3)) links.push(...chunk);
  return links;
}
const said = (links: readonly Link[]) =>
  links.map(({ entry: { did, trust, about, outcome } }) => [did, trust, about, outcome]);

function listening(): { log: Log; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  return { log: logTo((line) => lines.push(JSON.parse(line))), lines };
}

describe("R31: the change and its entry are one", () => {
  test("who did what, for which trust and from where is there with the change, and follows on what was there", async () => {
    const world = await demonstration();
    const { context, officer, neighbour } = world;
    const where = { requestId: "request-1", address: "203.0.113.7", agent: "a browser" };
    await saveAnswers({ ...context, where }, officer, OPEN, { seen: "", texts: NO_TEXTS });
    await askClarification(context, neighbour, OPEN, { words: "What is a referral?", formId: FORM });
    const links = await wholeLog(world);
    expect(said(links)).toEqual([
      ["draft-saved", "ZD01", "2025-26 ZD01", "done"],
      ["clarification-asked", "ZD02", "2025-26 ZD02", "done"],
    ]);
    expect(links[0]?.entry).toMatchObject({ at: "2026-11-23T12:00:00.000Z", by: officer.id, ...where });
    expect(links.map(({ id }) => id)).toEqual([1, 2]);
    expect(verifyChain(links, chainHash(KEYS.audit), { heads: [], given: 2 }).fault).toBeNull();
  });

  test("the same form twice is one change and one entry", async () => {
    const world = await demonstration();
    const once = () =>
      askClarification(world.context, world.officer, OPEN, { words: "What is a referral?", formId: FORM });
    expect((await Promise.all(Array.from({ length: 20 }, once))).every(({ kind }) => kind === "asked")).toBe(true);
    expect(said(await wholeLog(world))).toEqual([["clarification-asked", "ZD01", "2025-26 ZD01", "done"]]);
  });

  test("a change that throws leaves no entry, no line in the log, and no gap", async () => {
    const world = await demonstration();
    const { log, lines } = listening();
    const context = { ...world.context, log };
    const attempt = (place: number) =>
      write(world.db, async (tx) => {
        await record(tx, context, { by: world.officer, did: "draft-saved", about: `attempt ${place}` });
        if (place % 3 === 0) throw new Error("on purpose");
      }).catch(() => "failed");
    await Promise.all(Array.from({ length: 12 }, (_, place) => attempt(place)));
    const links = await wholeLog(world);
    expect(links.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(verifyChain(links, chainHash(KEYS.audit), { heads: [], given: 8 }).fault).toBeNull();
    expect(lines.map(({ entry, hash, outcome }) => ({ id: entry, hash, outcome }))).toEqual(
      links.map(({ id, hash }) => ({ id, hash, outcome: "done" })),
    );
  });

  test("a database that refuses the entry undoes the change", async () => {
    const world = await demonstration();
    await world.db.$executeRawUnsafe(
      `CREATE TRIGGER "full" BEFORE INSERT ON "AuditEntry" BEGIN SELECT RAISE(ABORT, 'on purpose'); END`,
    );
    const [events, letters] = [await world.db.requestEvent.count(), await world.db.letter.count()];
    const asking = askClarification(world.context, world.officer, OPEN, { words: "What is a referral?", formId: FORM });
    await expect(asking).rejects.toThrow();
    await expect(saveAnswers(world.context, world.officer, OPEN, { seen: "", texts: NO_TEXTS })).rejects.toThrow();
    expect([await world.db.requestEvent.count(), await world.db.letter.count()]).toEqual([events, letters]);
    expect(await world.db.draft.count()).toBe(0);
  });
});

test("R31: entries are never changed, removed or replaced, whoever asks the database", async () => {
  const world = await demonstration();
  const { context, officer, url, db } = world;
  for (const about of ["one", "two"]) {
    await write(db, (tx) => record(tx, context, { by: officer, did: "draft-saved", about }));
  }
  const before = await wholeLog(world);
  const other = createClient({ url });
  const refused = /the audit log is only added to/;
  await expect(other.execute(`UPDATE "AuditEntry" SET "about" = 'three' WHERE "id" = 2`)).rejects.toThrow(refused);
  await expect(other.execute(`DELETE FROM "AuditEntry" WHERE "id" = 2`)).rejects.toThrow(refused);
  await expect(other.execute(`DELETE FROM "AuditEntry"`)).rejects.toThrow(refused);
  const row = `SELECT "id", "at", "by", "trust", "did", 'three', "detail", "outcome", "requestId", "address", "agent", "previous", "hash" FROM "AuditEntry" WHERE "id" = 2`;
  await expect(other.execute(`INSERT OR REPLACE INTO "AuditEntry" ${row}`)).rejects.toThrow(refused);
  await expect(other.execute(`REPLACE INTO "AuditEntry" ${row}`)).rejects.toThrow(refused);
  other.close();
  expect(await wholeLog(world)).toEqual(before);
});

test("R30: an entry holds nothing that somebody typed or counted, and no name of a file", async () => {
  const world = await demonstration();
  const { context, officer, staff } = world;
  const { log, lines } = listening();
  const listened = { ...context, log };
  const canary = "CANARY";
  const file = (text: string) => ({ name: `${canary}.csv`, bytes: new TextEncoder().encode(text), seen: "" });
  const refused = await upload(listened, officer, OPEN, file(`NHS number,Name\n9434765919,${canary}\n`));
  expect(refused.kind).toBe("not kept");
  await saveAnswers(listened, officer, OPEN, { seen: "", texts: NO_TEXTS });
  await askClarification(listened, officer, OPEN, { words: canary, formId: FORM });
  const closed = reportingYear("2024-25");
  const message = { words: canary, formId: "5a0f7a52-58a0-4d3e-9a43-9a1d9a0a7a10" };
  expect((await askTrust(listened, staff, { year: closed, ods: "ZD02" }, message)).kind).toBe("sent");
  const links = await wholeLog(world);
  expect(said(links)).toEqual([
    ["file-uploaded", "ZD01", "2025-26 ZD01", "refused"],
    ["draft-saved", "ZD01", "2025-26 ZD01", "done"],
    ["clarification-asked", "ZD01", "2025-26 ZD01", "done"],
    ["trust-queried", "ZD02", "2024-25 ZD02", "done"],
  ]);
  expect(links[0]?.entry.detail).toBe('{"because":"patient-level-data"}');
  expect(JSON.stringify([links, lines])).not.toContain(canary);
  expect(JSON.stringify([links, lines])).not.toContain("9434765919");
});

test("an acceptance that changes nothing, for want of a return, records nothing", async () => {
  const world = await demonstration();
  const answer = await accept(
    world.context,
    world.staff,
    { year: OPEN, ods: "ZD01" },
    { returnId: "none", footnotes: [] },
  );
  expect(answer.kind).toBe("no such return");
  expect(await wholeLog(world)).toEqual([]);
});

test("entries are found by person, by nobody, by trust, action, outcome and time, newest first, page by page", async () => {
  const { context, db, officer, neighbour, staff } = await demonstration();
  const at = (instant: string) => ({ now: () => new Date(instant), today: context.clock.today });
  const add = (instant: string, deed: Parameters<typeof record>[2]) =>
    write(db, (tx) => record(tx, { ...context, clock: at(instant) }, deed));
  await add("2026-11-20T10:00:00Z", { by: officer, did: "draft-saved", about: "" });
  await add("2026-11-21T10:00:00Z", { by: neighbour, did: "draft-saved", about: "" });
  await add("2026-11-22T10:00:00Z", { by: staff, did: "return-accepted", about: "", trust: "ZD01" });
  await add("2026-11-23T10:00:00Z", { by: null, did: "sign-in-refused", about: "", outcome: "refused" });
  const found = async (filter: Partial<AuditFilter>, place: Parameters<typeof entriesPage>[2] = null, limit = 10) =>
    (await entriesPage(db, { ...ALL, ...filter }, place, limit)).map(({ id }) => id);
  expect(await found({})).toEqual([4, 3, 2, 1]);
  expect(await found({ by: officer.id })).toEqual([1]);
  expect(await found({ by: "nobody" })).toEqual([4]);
  expect(await found({ trust: "ZD01" })).toEqual([3, 1]);
  expect(await found({ did: "draft-saved" })).toEqual([2, 1]);
  expect(await found({ outcome: "refused" })).toEqual([4]);
  expect(await found({ from: "2026-11-21T00:00:00.000Z", until: "2026-11-22T10:00:00.000Z" })).toEqual([2]);
  expect(await found({}, { below: 4 }, 2)).toEqual([3, 2]);
  expect(await found({}, { above: 1 }, 2)).toEqual([3, 2]);
  expect(await countEntries(db, { ...ALL, trust: "ZD01", did: "draft-saved" })).toBe(1);
});

describe("heads", () => {
  test("are written outside the database where there is something new, and say when the whole log last held", async () => {
    const world = await demonstration();
    const { context, db, officer, url } = world;
    const file = `${url.slice("file:".length)}-audit-heads.jsonl`;
    await write(db, (tx) => record(tx, context, { by: officer, did: "draft-saved", about: "" }));
    expect(await writeAuditHead(context, { verify: true })).toBe("written");
    expect(await writeAuditHead(context, { verify: true })).toBe("nothing new");
    await write(db, (tx) => record(tx, context, { by: officer, did: "draft-saved", about: "" }));
    expect(await writeAuditHead(context, { verify: false })).toBe("written");
    const links = await wholeLog(world);
    expect(links.map(({ entry }) => entry.did)).toEqual([
      "draft-saved",
      "audit-verified",
      "audit-head-written",
      "draft-saved",
      "audit-head-written",
    ]);
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { at: "2026-11-23T12:00:00.000Z", id: 3, hash: links[2]?.hash },
      { at: "2026-11-23T12:00:00.000Z", id: 5, hash: links[4]?.hash },
    ]);
  });

  test("a log that does not hold is said in the log of the portal and recorded, each time it is looked at", async () => {
    const world = await demonstration();
    const { log, lines } = listening();
    const context = { ...world.context, log };
    for (const about of ["one", "two", "three"]) {
      await write(world.db, (tx) => record(tx, context, { by: world.officer, did: "draft-saved", about }));
    }
    await writeAuditHead(context, { verify: true });
    await world.db.$executeRawUnsafe(`DROP TRIGGER "AuditEntry_no_update"`);
    await world.db.$executeRawUnsafe(`UPDATE "AuditEntry" SET "about" = 'TWO' WHERE "id" = 2`);
    expect(await writeAuditHead(context, { verify: true })).toBe("written");
    expect(lines.filter(({ level }) => level === "error")).toMatchObject([
      { event: "audit log does not hold", fault: "changed", entry: 2 },
    ]);
    const found = (await wholeLog(world)).filter(({ entry }) => entry.did === "audit-fault-found");
    expect(found.map(({ entry }) => entry.detail)).toEqual(['{"fault":"changed","entry":2}']);
  });
});

describe("R31: with another key than the log's own nothing is added", () => {
  const another = { ...KEYS, audit: new Uint8Array(32).fill(7) };

  test("which is said, whoever would have added to it", async () => {
    const { context, staff, db } = await demonstration();
    await write(db, (tx) => record(tx, context, { by: staff, did: "people-exported", about: "" }));
    await expect(demandOwnAuditLog({ ...context, keys: another })).rejects.toThrow(
      "AUDIT_KEY is not the key with which the audit log of this database was written, so nothing was changed.",
    );
    await expect(demandOwnAuditLog(context)).resolves.toBeUndefined();
  });

  test("but an empty log takes any, and one fault in it stops no start", async () => {
    const { context, staff, db, url } = await demonstration();
    for (let entry = 0; entry < 3; entry += 1)
      await write(db, (tx) => record(tx, context, { by: staff, did: "people-exported", about: "" }));
    const thief = createClient({ url });
    await thief.execute('DROP TRIGGER "AuditEntry_no_update"');
    await thief.execute(
      `UPDATE "AuditEntry" SET "about" = 'changed' WHERE "id" = (SELECT max("id") FROM "AuditEntry")`,
    );
    await expect(demandOwnAuditLog(context)).resolves.toBeUndefined();
    await thief.execute('DROP TRIGGER "AuditEntry_no_delete"');
    await thief.execute('DELETE FROM "AuditEntry"');
    thief.close();
    await expect(demandOwnAuditLog({ ...context, keys: another })).resolves.toBeUndefined();
  });
});
