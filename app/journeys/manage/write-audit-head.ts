import { lastLink } from "../../db/audit";
import { write } from "../../db/write";
import { factsOf } from "../../platform/faults";
import type { Context } from "../context";
import { type Deed, record } from "../record";
import { verifyAudit } from "./verify-audit";

const EVERY_MS = 15 * 60_000;

type Needed = Pick<Context, "db" | "clock" | "where" | "keys" | "log" | "auditHeads">;

/**
 * Writes the head of the audit log outside the database, where entries have come since the last one. With `verify` the
 * whole log is verified first, and what was found is recorded: so it is known when the log last held.
 */
export async function writeAuditHead(
  context: Needed,
  { verify, goOn = () => true }: { verify: boolean; goOn?: () => boolean },
): Promise<"written" | "nothing new"> {
  const { db, clock, log, auditHeads } = context;
  const { heads, unreadable } = await auditHeads.read();
  if (unreadable.length > 0) log.error("audit heads not readable", { lines: unreadable.length });
  const verified = verify ? await verifyAudit(context, { heads, goOn }) : null;
  const fault = verified?.fault ?? null;
  if (fault !== null) log.error("audit log does not hold", { fault: fault.kind, entry: fault.id });
  const [last, lastHead] = [await lastLink(db), heads.at(-1)];
  const nothingNew = last !== null && lastHead?.id === last.id && lastHead.hash === last.hash;
  if (nothingNew && fault === null) return "nothing new";

  const deeds: Deed[] = [{ by: null, did: "audit-head-written", about: "" }];
  if (fault !== null) {
    deeds.unshift({ by: null, did: "audit-fault-found", about: "", detail: { fault: fault.kind, entry: fault.id } });
  } else if (verified !== null) {
    deeds.unshift({ by: null, did: "audit-verified", about: "", detail: { entries: verified.entries } });
  }
  const end = await write(db, async (tx) => {
    let link = null;
    for (const deed of deeds) link = await record(tx, context, deed);
    return link;
  });
  if (end === null) throw new Error("Nothing was recorded.");
  await auditHeads.append({ at: clock.now().toISOString(), id: end.id, hash: end.hash });
  return "written";
}

/** Writes the head at the start, once a day while the portal runs, and at the stop. */
export function startHeadWriter(context: Needed): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let writtenOn: string | null = null;
  const attempt = async (verify: boolean, goOn?: () => boolean) => {
    try {
      await writeAuditHead(context, { verify, ...(goOn && { goOn }) });
      writtenOn = context.clock.today();
    } catch (error) {
      context.log.error("audit head not written", factsOf(error));
    }
  };
  const plan = (afterMs: number) => {
    timer = setTimeout(() => {
      running = (async () => {
        if (writtenOn !== context.clock.today()) await attempt(true, () => !stopped);
        if (!stopped) plan(EVERY_MS);
      })();
    }, afterMs);
    timer.unref();
  };
  plan(0);
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
      await attempt(false);
    },
  };
}
