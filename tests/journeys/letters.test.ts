import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { queueLetter } from "../../app/db/outbox";
import { write } from "../../app/db/write";
import { dispatchLetters, startDispatcher } from "../../app/journeys/manage/dispatch-letters";
import { stoppedAt } from "../../app/platform/clock";
import { folderMail, type Mail } from "../../app/platform/mail";
import { demonstration, TODAY } from "../support/database";

const letter = (key: string, to: string) => ({
  key,
  to,
  subject: `About ${key}`,
  body: "Words",
  queuedAt: new Date(TODAY),
});

test("a letter goes out once, into the folder, to one address whatever it holds", async () => {
  const { context, db } = await demonstration();
  await write(db, (tx) => queueLetter(tx, letter("one", "officer@demo.example")));
  const folder = mkdtempSync(join(tmpdir(), "mail-"));
  const mail = folderMail(folder, "portal@demo.example");
  expect(await dispatchLetters(context, mail)).toEqual({ sent: 1, failed: 0 });
  expect(await dispatchLetters(context, mail)).toEqual({ sent: 0, failed: 0 });
  const [file = ""] = readdirSync(folder);
  expect(readFileSync(join(folder, file), "utf8")).toContain("To: officer@demo.example");
});

test("a letter that fails is tried again later, and holds up no other", async () => {
  const { context, db } = await demonstration();
  await write(db, async (tx) => {
    await queueLetter(tx, letter("poison", "nobody@demo.example"));
    await queueLetter(tx, letter("good", "officer@demo.example"));
  });
  const sent: string[] = [];
  const mail: Mail = {
    async send({ to }) {
      if (to.startsWith("nobody")) throw new Error("550 no such person");
      sent.push(to);
    },
  };
  expect(await dispatchLetters(context, mail)).toEqual({ sent: 1, failed: 1 });
  expect(await dispatchLetters(context, mail)).toEqual({ sent: 0, failed: 0 });
  const later = { ...context, clock: stoppedAt("2026-11-23T12:00:11Z") };
  expect(await dispatchLetters(later, mail)).toEqual({ sent: 0, failed: 1 });
  expect(sent).toEqual(["officer@demo.example"]);
  const poison = await db.letter.findUniqueOrThrow({ where: { key: "poison" } });
  expect(poison).toMatchObject({ attempts: 2, sentAt: null, lastError: "Error: 550 no such person" });
});

test("of two processes one sends a letter, and one that has gone out is never taken for failed", async () => {
  const { context, db } = await demonstration();
  await write(db, (tx) => queueLetter(tx, letter("once", "officer@demo.example")));
  let sent = 0;
  const slow: Mail = {
    async send() {
      await wait(50);
      sent += 1;
    },
  };
  await Promise.all([dispatchLetters(context, slow), dispatchLetters(context, slow)]);
  expect(sent).toBe(1);
  expect(await db.letter.findUniqueOrThrow({ where: { key: "once" } })).toMatchObject({ attempts: 1, lastError: null });
});

test("stopping waits for the letter under way, and no other is begun", async () => {
  const { context, db } = await demonstration();
  await write(db, async (tx) => {
    await queueLetter(tx, letter("first", "officer@demo.example"));
    await queueLetter(tx, letter("second", "officer@demo.example"));
  });
  let begun = 0;
  let ended = 0;
  const slow: Mail = {
    async send() {
      begun += 1;
      await wait(100);
      ended += 1;
    },
  };
  const dispatcher = startDispatcher(context, slow);
  while (begun === 0) await wait(5);
  await dispatcher.stop();
  expect([begun, ended]).toEqual([1, 1]);
  expect(await db.letter.count({ where: { sentAt: null } })).toBe(1);
});
