import { lettersToSend, markFailed, markSent } from "../../db/outbox";
import { write } from "../../db/write";
import type { Mail } from "../../platform/mail";
import type { Context } from "../context";

const EVERY_MS = 5_000;
const LONGEST_WAIT_MS = 60 * 60_000;

/**
 * Sends what waits in the outbox, one letter after the other. A letter that fails is tried again after 10 s, 20 s,
 * 40 s … up to an hour, and holds up no other.
 */
export async function dispatchLetters(context: Context, mail: Mail): Promise<{ sent: number; failed: number }> {
  let sent = 0;
  let failed = 0;
  for (const letter of await lettersToSend(context.db, context.clock.now())) {
    try {
      await mail.send(letter);
      await write(context.db, (tx) => markSent(tx, letter.id, context.clock.now()));
      sent += 1;
    } catch (error) {
      const wait = Math.min(10_000 * 2 ** letter.attempts, LONGEST_WAIT_MS);
      const notBefore = new Date(context.clock.now().getTime() + wait);
      await write(context.db, (tx) => markFailed(tx, letter.id, { error: String(error), notBefore }));
      context.log.error("letter not sent", { letter: letter.id, attempts: letter.attempts + 1 });
      failed += 1;
    }
  }
  return { sent, failed };
}

/** Dispatches every few seconds until stopped; a run never overlaps the one before. */
export function startDispatcher(context: Context, mail: Mail): { stop(): void } {
  let timer: NodeJS.Timeout;
  const run = async () => {
    await dispatchLetters(context, mail).catch((error) => context.log.error("outbox", { error: String(error) }));
    timer = setTimeout(run, EVERY_MS);
    timer.unref();
  };
  timer = setTimeout(run, 0);
  return { stop: () => clearTimeout(timer) };
}
