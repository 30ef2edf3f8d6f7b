import { forgetAttemptsBefore } from "../../db/attempts";
import { deleteKeptFormsBefore } from "../../db/kept-forms";
import { write } from "../../db/write";
import { factsOf } from "../../platform/faults";
import type { Context } from "../context";

const KEPT_MS = 24 * 60 * 60_000;

/** Deletes what nobody can use any more: sessions that are over, forms that were not sent within a day, old failures. */
export async function tidyUp({ db, clock, sessions, log }: Context): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_MS);
  try {
    await sessions.purge();
    await write(db, async (tx) => {
      await deleteKeptFormsBefore(tx, before);
      await forgetAttemptsBefore(tx, before);
    });
  } catch (error) {
    log.error("not tidied up", factsOf(error));
  }
}
