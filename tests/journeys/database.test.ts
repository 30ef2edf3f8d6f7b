import { setTimeout as wait } from "node:timers/promises";
import { createClient } from "@libsql/client";
import { expect, test } from "vitest";
import type { Queries } from "../../app/db/client";
import { write } from "../../app/db/write";
import { demonstration } from "../support/database";

async function settings(db: Queries) {
  const ask = async (name: string) => Object.values((await db.$queryRawUnsafe<object[]>(`PRAGMA ${name}`))[0] ?? {})[0];
  return [
    await ask("journal_mode"),
    Number(await ask("foreign_keys")),
    Number(await ask("synchronous")),
    Number(await ask("busy_timeout")),
  ];
}

test("every connection writes ahead, keeps foreign keys, syncs fully and waits for locks, after transactions too", async () => {
  const { db } = await demonstration();
  const right = ["wal", 1, 2, 100];
  expect(await settings(db)).toEqual(right);
  expect(await write(db, (tx) => settings(tx))).toEqual(right);
  await write(db, async () => {
    throw new Error("on purpose");
  }).catch(() => {});
  expect(await settings(db)).toEqual(right);
});

test("a transaction that throws, beside others, loses no acknowledged write and shows nothing of its own", async () => {
  const { db } = await demonstration();
  const letter = (key: string) => ({
    key,
    to: "a@demo.example",
    subject: "",
    body: "",
    queuedAt: new Date(0),
    notBefore: new Date(0),
  });
  const acknowledged: string[] = [];
  for (let round = 0; round < 30; round += 1) {
    const failing = write(db, async (tx) => {
      await tx.letter.create({ data: letter(`lost ${round}`) });
      await wait(2);
      throw new Error("on purpose");
    }).catch(() => "failed");
    const others = [1, 2, 3, 4, 5].map(async (place) => {
      const key = `kept ${round} ${place}`;
      await write(db, (tx) => tx.letter.create({ data: letter(key) }));
      acknowledged.push(key);
      expect(await db.letter.count({ where: { key: { startsWith: "lost" } } })).toBe(0);
    });
    expect(await failing).toBe("failed");
    await Promise.all(others);
  }
  const kept = await db.letter.findMany({ select: { key: true } });
  expect(kept.map(({ key }) => key).sort()).toEqual([...acknowledged].sort());
  expect(acknowledged).toHaveLength(150);
});

test("a write waits while another process holds the database, and does not stop this one meanwhile", async () => {
  const { db, url } = await demonstration();
  const other = createClient({ url });
  const lock = await other.transaction("write");
  await lock.execute("UPDATE Installation SET id = id");
  const waiting = write(db, (tx) => tx.installation.update({ where: { id: 1 }, data: { holds: "demonstration" } }));
  let turns = 0;
  const ticking = setInterval(() => {
    turns += 1;
  }, 10);
  await wait(600);
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(3);
  await lock.commit();
  expect((await waiting).holds).toBe("demonstration");
  // What waited has left no connection behind that cannot commit.
  for (let time = 0; time < 10; time += 1) {
    await write(db, (tx) => tx.installation.update({ where: { id: 1 }, data: { holds: "demonstration" } }));
  }
  other.close();
});
