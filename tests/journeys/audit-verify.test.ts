import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Client, createClient } from "@libsql/client";
import { beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../../app/db/client";
import { write } from "../../app/db/write";
import { canonicalText, GENESIS } from "../../app/domain/audit/chain";
import type { WrittenEntry } from "../../app/domain/audit/entry";
import { PORTAL_ITSELF } from "../../app/domain/audit/where";
import { writeAuditHead } from "../../app/journeys/manage/write-audit-head";
import { record } from "../../app/journeys/record";
import { openAuditHeads } from "../../app/platform/audit-heads";
import { chainHash } from "../../app/platform/chain-hash";
import { stoppedAt } from "../../app/platform/clock";
import { silentLog } from "../../app/platform/log";
import { copyDatabase } from "../support/copy-database";
import { KEYS, templateOf } from "../support/database";

// The command as people run it, on copies of a database that was tampered with.

const folder = mkdtempSync(join(tmpdir(), "audit-verify-"));
const ORIGINAL = join(folder, "original.db");
const headsOf = (database: string) => database.replace(/\.db$/, "-audit-heads.jsonl");

/** A log of seven entries: four deeds, a head over entry 4, two more deeds, and a head over entry 7. */
async function makeOriginal() {
  copyDatabase(templateOf("demonstration"), ORIGINAL);
  const db = await openDatabase(`file:${ORIGINAL}`);
  const clock = stoppedAt("2026-11-23T12:00:00Z");
  const auditHeads = openAuditHeads(headsOf(ORIGINAL));
  const context = { db, clock, where: PORTAL_ITSELF, keys: KEYS, log: silentLog, auditHeads };
  const deed = (about: string) =>
    write(db, (tx) => record(tx, context, { by: { id: "person1" }, did: "draft-saved", about }));
  for (const about of ["one", "two", "three"]) await deed(about);
  await writeAuditHead(context, { verify: false });
  for (const about of ["five", "six"]) await deed(about);
  await writeAuditHead(context, { verify: false });
  await db.$queryRawUnsafe("PRAGMA wal_checkpoint(TRUNCATE)");
  await db.$disconnect();
}

let copies = 0;
/** A copy of the database and its heads, after something was done to it. */
async function copy(tamper: (client: Client) => Promise<unknown> = async () => {}): Promise<string> {
  copies += 1;
  const path = join(folder, `copy-${copies}.db`);
  copyDatabase(ORIGINAL, path);
  writeFileSync(headsOf(path), readFileSync(headsOf(ORIGINAL)));
  const client = createClient({ url: `file:${path}` });
  for (const what of ["update", "delete", "replace"]) await client.execute(`DROP TRIGGER "AuditEntry_no_${what}"`);
  await tamper(client);
  await client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  client.close();
  return path;
}

function verify(database: string, ...more: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((done) => {
    const args = ["--import", "tsx", "scripts/audit-verify.ts", "--database", `file:${database}`, ...more];
    const child = spawn(process.execPath, args, {
      env: {
        ...process.env,
        DEPLOYMENT: "trial",
        AUDIT_KEY: Buffer.from(KEYS.audit).toString("base64url"),
        SECRETS_FILE: join(folder, "secrets.json"),
      },
    });
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
    });
    child.stderr.on("data", (chunk) => {
      said += chunk;
    });
    child.once("close", (code) => done({ code, said }));
  });
}

const COLUMNS = ["at", "by", "trust", "did", "about", "detail", "outcome", "requestId", "address", "agent"] as const;
const NAMES = [...COLUMNS, "previous", "hash"].map((name) => `"${name}"`).join(", ");

/** Moves entries, as whoever can write the database may, past whatever is in the way. */
async function renumber(client: Client, from: number, by: number) {
  await client.execute({ sql: `UPDATE "AuditEntry" SET "id" = -("id" + ?) WHERE "id" >= ?`, args: [by, from] });
  await client.execute(`UPDATE "AuditEntry" SET "id" = -"id" WHERE "id" < 0`);
}

async function rehash(client: Client, key: Uint8Array) {
  const hash = chainHash(key);
  let previous = GENESIS;
  const { rows } = await client.execute(`SELECT "id", ${NAMES} FROM "AuditEntry" ORDER BY "id"`);
  for (const row of rows) {
    const entry = Object.fromEntries(COLUMNS.map((name) => [name, row[name]])) as unknown as WrittenEntry;
    const next = hash(previous, canonicalText(entry));
    const args = [previous, next, Number(row.id)];
    await client.execute({ sql: `UPDATE "AuditEntry" SET "previous" = ?, "hash" = ? WHERE "id" = ?`, args });
    previous = next;
  }
}

beforeAll(makeOriginal);

describe("R31: npm run audit:verify", () => {
  test("says of an untouched log how many entries it holds, and that the heads agree", async () => {
    const { code, said } = await verify(await copy());
    expect(said).toContain("The audit log holds.");
    expect(said).toContain("7 entries, from entry 1 (23 November 2026 at 12:00) to entry 7");
    expect(said).toContain("2 of 2 heads");
    expect(code).toBe(0);
  });

  test("says it as JSON, for a monitor", async () => {
    const { code, said } = await verify(await copy(), "--json");
    expect(JSON.parse(said)).toMatchObject({
      verdict: "holds",
      entries: 7,
      heads: { read: 2, agreed: 2 },
      fault: null,
    });
    expect(code).toBe(0);
  });

  const cases: readonly (readonly [string, (client: Client) => Promise<unknown>, object])[] = [
    [
      "a text was changed",
      (client) => client.execute(`UPDATE "AuditEntry" SET "about" = 'Two' WHERE "id" = 2`),
      { kind: "changed", id: 2 },
    ],
    [
      "a detail was changed",
      (client) => client.execute(`UPDATE "AuditEntry" SET "detail" = '{"a":1}' WHERE "id" = 6`),
      { kind: "changed", id: 6 },
    ],
    [
      "a text was made bytes",
      (client) => client.execute(`UPDATE "AuditEntry" SET "about" = CAST("about" AS BLOB) WHERE "id" = 3`),
      { kind: "changed", id: 3 },
    ],
    [
      "the last row was dropped",
      (client) => client.execute(`DELETE FROM "AuditEntry" WHERE "id" = 7`),
      { kind: "cut off", id: 7 },
    ],
    [
      "the last rows were dropped, and the database made to forget them",
      async (client) => {
        await client.execute(`DELETE FROM "AuditEntry" WHERE "id" > 5`);
        await client.execute(`UPDATE "sqlite_sequence" SET "seq" = 5 WHERE "name" = 'AuditEntry'`);
      },
      { kind: "cut off", id: 6 },
    ],
    ["all rows were dropped", (client) => client.execute(`DELETE FROM "AuditEntry"`), { kind: "cut off", id: 1 }],
    [
      "a row was taken out",
      (client) => client.execute(`DELETE FROM "AuditEntry" WHERE "id" = 3`),
      { kind: "missing", id: 3 },
    ],
    [
      "a row was taken out and its gap closed",
      async (client) => {
        await client.execute(`DELETE FROM "AuditEntry" WHERE "id" = 3`);
        await renumber(client, 4, -1);
      },
      { kind: "missing", id: 3 },
    ],
    [
      "two rows were swapped",
      (client) =>
        client
          .execute(`UPDATE "AuditEntry" SET "id" = -6 WHERE "id" = 3`)
          .then(() => client.execute(`UPDATE "AuditEntry" SET "id" = 3 WHERE "id" = 6`))
          .then(() => client.execute(`UPDATE "AuditEntry" SET "id" = 6 WHERE "id" = -6`)),
      { kind: "out of order", id: 3 },
    ],
    [
      "a row was inserted",
      async (client) => {
        await renumber(client, 4, 1);
        await client.execute(
          `INSERT INTO "AuditEntry" ("id", ${NAMES}) SELECT 4, ${NAMES.replace('"about"', "'forged'")} FROM "AuditEntry" WHERE "id" = 2`,
        );
      },
      { kind: "inserted", id: 4 },
    ],
    [
      "all was hashed anew by someone without the key",
      async (client) => {
        await client.execute(`UPDATE "AuditEntry" SET "by" = 'person2' WHERE "id" = 2`);
        await rehash(client, new Uint8Array(32).fill(7));
      },
      { kind: "changed", id: 1 },
    ],
    [
      "all was hashed anew with the key itself",
      async (client) => {
        await client.execute(`UPDATE "AuditEntry" SET "by" = 'person2' WHERE "id" = 2`);
        await rehash(client, KEYS.audit);
      },
      { kind: "rewritten", id: 4 },
    ],
  ];
  test.each(cases)("finds that %s, and says at which entry", async (_, tamper, fault) => {
    const { code, said } = await verify(await copy(tamper), "--json");
    expect(JSON.parse(said)).toMatchObject({ verdict: "does not hold", fault });
    expect(code).toBe(1);
  });

  test("finds a bit that was flipped in the file itself, even one that makes a text unreadable to the database", async () => {
    const path = await copy();
    const bytes = readFileSync(path);
    const place = bytes.indexOf("three");
    expect(bytes.indexOf("three", place + 1)).toBe(-1);
    bytes[place] = (bytes[place] ?? 0) ^ 0x80;
    writeFileSync(path, bytes);
    const { code, said } = await verify(path);
    expect(said).toContain("Entry 3 is not as the portal wrote it, or the portal never wrote it.");
    expect(code).toBe(1);
  });

  test("finds a head that was changed, and a line among the heads that is none", async () => {
    const path = await copy();
    const heads = readFileSync(headsOf(path), "utf8");
    writeFileSync(
      headsOf(path),
      heads.replace(/"hash":"./, (start) => start.slice(0, -1) + (start.endsWith("0") ? "1" : "0")),
    );
    expect(await verify(path)).toMatchObject({ code: 1, said: expect.stringContaining("Entry 4 has another hash") });
    writeFileSync(headsOf(path), heads);
    appendFileSync(headsOf(path), `{"at":"2026-11-2`);
    expect(await verify(path)).toMatchObject({ code: 1, said: expect.stringContaining("Line 3 of") });
  });

  test("says that it could not verify a log without heads, a database that is not there, or words it does not know", async () => {
    const path = await copy();
    writeFileSync(headsOf(path), "");
    expect(await verify(path)).toMatchObject({ code: 2, said: expect.stringContaining("there is no head in") });
    const nowhere = join(folder, "nowhere.db");
    expect(await verify(nowhere)).toMatchObject({ code: 2, said: expect.stringContaining("There is no database at") });
    expect(existsSync(nowhere)).toBe(false);
    expect(await verify(path, "--heads", join(folder, "none.jsonl"))).toMatchObject({ code: 2 });
    expect(await verify(path, "--all")).toMatchObject({
      code: 2,
      said: expect.stringContaining("npm run -s audit:verify"),
    });
  });
});
