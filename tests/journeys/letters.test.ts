import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { queueLetter } from "../../app/db/outbox";
import { write } from "../../app/db/write";
import { dispatchLetters, startDispatcher } from "../../app/journeys/manage/dispatch-letters";
import { stoppedAt } from "../../app/platform/clock";
import { folderMail, type Mail, smtpMail } from "../../app/platform/mail";
import { demonstration, TODAY } from "../support/database";

const letter = (key: string, to: string) => ({
  key,
  to,
  subject: `About ${key}`,
  body: "Words",
  queuedAt: new Date(TODAY),
});

const SENDER = { from: "portal@demo.example", replyTo: "help@demo.example" };

test("a letter goes out once, into the folder, says who writes, and is answered to where help is", async () => {
  const { context, db } = await demonstration();
  await write(db, (tx) => queueLetter(tx, letter("one", "officer@demo.example")));
  const folder = mkdtempSync(join(tmpdir(), "mail-"));
  const mail = folderMail(folder, SENDER);
  expect(await dispatchLetters(context, mail)).toEqual({ sent: 1, failed: 0 });
  expect(await dispatchLetters(context, mail)).toEqual({ sent: 0, failed: 0 });
  const [file = ""] = readdirSync(folder);
  expect(headOf(readFileSync(join(folder, file), "utf8"))).toEqual(
    expect.arrayContaining([
      'From: "Zero to Two, Parent-Infant Foundation" <portal@demo.example>',
      "Reply-To: help@demo.example",
      "To: officer@demo.example",
      "Subject: About one",
      `Message-ID: <${file.replace(".eml", "")}@demo.example>`,
      "Auto-Submitted: auto-generated",
    ]),
  );
});

test.each([
  "officer@demo.example, spy@evil.example",
  "officer@demo.example\r\nBcc: spy@evil.example",
  "officer@demo.example>, <spy@evil.example",
  "Officer <officer@demo.example>; spy@evil.example",
])("F15: whatever an address and a subject hold, %j has one recipient and adds no line to the head", async (to) => {
  const folder = mkdtempSync(join(tmpdir(), "mail-"));
  const subject = "Hello\r\nBcc: spy@evil.example\r\n\r\nA body";
  await folderMail(folder, SENDER).send({ id: "x", to, subject, body: "Words" });
  const head = headOf(readFileSync(join(folder, "x.eml"), "utf8"));
  expect(head.map((line) => line.split(":")[0]).toSorted()).toEqual([
    "Auto-Submitted",
    "Content-Transfer-Encoding",
    "Content-Type",
    "Date",
    "From",
    "MIME-Version",
    "Message-ID",
    "Reply-To",
    "Subject",
    "To",
  ]);
  expect(head.find((line) => line.startsWith("To: "))?.match(/@[\w.]+>?$/g)).toHaveLength(1);
});

test("F15: a mail server is told of one recipient, whatever an address holds", async () => {
  const { url, recipients } = await mailServer();
  const to = "officer@demo.example, spy@evil.example";
  await smtpMail(url, SENDER).send({ id: "x", to, subject: "Hello", body: "Words" });
  expect(recipients).toHaveLength(1);
  await smtpMail(url, SENDER).send({ id: "y", to: "officer@demo.example", subject: "Hello", body: "Words" });
  expect(recipients.slice(1)).toEqual(["RCPT TO:<officer@demo.example>"]);
});

/** The lines of a letter's head, each whole. */
function headOf(letter: string): string[] {
  return (letter.split("\r\n\r\n")[0] ?? "").replace(/\r\n[ \t]+/g, " ").split("\r\n");
}

/** A mail server of the test's own that takes everything, and keeps to whom it went. */
async function mailServer() {
  const recipients: string[] = [];
  const server = createServer((socket) => {
    let isData = false;
    socket.write("220 here\r\n");
    createInterface({ input: socket }).on("line", (line) => {
      if (isData && line !== ".") return;
      if (line.startsWith("RCPT")) recipients.push(line);
      isData = line === "DATA";
      socket.write(isData ? "354 go on\r\n" : "250 yes\r\n");
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return { url: `smtp://127.0.0.1:${address.port}`, recipients };
}

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
