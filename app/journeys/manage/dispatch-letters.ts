import { claimLetter, lettersToSend, markFailed, markSent, type QueuedLetter } from "../../db/outbox";
import { write } from "../../db/write";
import type { Mail } from "../../platform/mail";
import type { Sealing } from "../../platform/sealing";
import type { Context } from "../context";

const EVERY_MS = 5_000;
const LONGEST_WAIT_MS = 60 * 60_000;

/**
 * Sends what waits in the outbox, one letter after the other. Each is claimed before it is sent, so that of two
 * processes one sends it; one that was claimed and not heard of again is tried after an hour. A letter that fails is
 * tried again after 10 s, 20 s, 40 s … up to an hour.
 */
export async function dispatchLetters(
  { db, clock, log, sealing }: Context,
  mail: Mail,
  goOn: () => boolean = () => true,
): Promise<{ sent: number; failed: number }> {
  let sent = 0;
  let failed = 0;
  for (const letter of await lettersToSend(db, clock.now())) {
    if (!goOn()) break;
    const now = clock.now();
    const claimed = await write(db, (tx) => claimLetter(tx, letter.id, now, later(now, LONGEST_WAIT_MS)));
    if (!claimed) continue;
    try {
      await mail.send({ ...letter, body: bodyOf(letter, sealing) });
    } catch (error) {
      const notBefore = later(clock.now(), Math.min(10_000 * 2 ** letter.attempts, LONGEST_WAIT_MS));
      await write(db, (tx) => markFailed(tx, letter.id, { error: String(error), notBefore }));
      log.error("letter not sent", { letter: letter.id, attempts: letter.attempts + 1 });
      failed += 1;
      continue;
    }
    // Outside the attempt: a letter that has gone out is never taken for one that failed.
    await write(db, (tx) => markSent(tx, letter, clock.now()));
    sent += 1;
  }
  return { sent, failed };
}

function bodyOf({ key, body, sealed }: QueuedLetter, sealing: Sealing): string {
  return sealed ? new TextDecoder().decode(sealing.open(body, `letter:${key}`)) : body;
}

function later(than: Date, byMs: number): Date {
  return new Date(than.getTime() + byMs);
}

/** Dispatches every few seconds until stopped; a run never overlaps the one before. Stopping waits for a letter under way. */
export function startDispatcher(context: Context, mail: Mail): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = async () => {
    try {
      await dispatchLetters(context, mail, () => !stopped);
    } catch (error) {
      context.log.error("outbox", { error: error instanceof Error ? error.name : "unknown" });
    }
    if (!stopped) plan(EVERY_MS);
  };
  const plan = (afterMs: number) => {
    timer = setTimeout(() => {
      running = run();
    }, afterMs);
    timer.unref();
  };
  plan(0);
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
