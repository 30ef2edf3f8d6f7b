import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Socket } from "node:net";
import { extname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { FileContext } from "../domain/returns/file/context";
import { type FileReading, uncheckedFile } from "../domain/returns/read-return-file";
import { factsOf } from "./faults";
import type { Log } from "./log";
import { Turns } from "./turns";

/** Checks what was sent, away from everybody else's requests. */
export interface Checker {
  /** Any bytes get an answer: what takes too long, or too much memory, is refused as a file that could not be checked. */
  read(bytes: Uint8Array, context: FileContext): Promise<FileReading>;
}

/** The bytes themselves come by the process's standard input, straight from where they lie. */
export interface Asked {
  readonly length: number;
  readonly context: FileContext;
}
export type Answered =
  | { readonly kind: "read"; readonly reading: FileReading }
  | { readonly kind: "thrown"; readonly facts: Record<string, unknown> };
type GivenUp =
  | { readonly kind: "time" | "memory" }
  | { readonly kind: "fault"; readonly facts: Record<string, unknown> };

/** Source: security specification, R20. Reading any five megabytes takes about a second, and less than half of that memory. */
export const CHECK_LIMITS = { ms: 10_000, heapMb: 128 };
const TURNS = { places: 2, waitingEach: 32, patienceMs: 20_000 };
/** Beside this file, as source or as it was built. */
const PROCESS = fileURLToPath(new URL(`./checker-process${extname(import.meta.url)}`, import.meta.url));
const AS_SOURCE = extname(PROCESS) === ".ts" ? ["--import", "tsx"] : [];

/**
 * A checker that reads in processes of its own, started when first needed and kept. Threads would not do: one that runs
 * out of memory in a single large step takes the whole portal with it, whatever its `resourceLimits` say.
 */
export function openChecker(log: Log, limits = CHECK_LIMITS): Checker {
  const turns = new Turns(TURNS);
  const idle = new Set<ChildProcess>();

  function start(): ChildProcess {
    const child = fork(PROCESS, {
      execArgv: [...AS_SOURCE, `--max-old-space-size=${limits.heapMb}`, "--max-semi-space-size=8"],
      // It is told no setting: whoever got hold of it by a file would find no password there.
      env: { NODE_ENV: process.env.NODE_ENV },
      serialization: "advanced",
      stdio: ["pipe", "ignore", "ignore", "ipc"],
    });
    child.on("exit", () => idle.delete(child));
    child.on("error", () => idle.delete(child));
    child.stdin?.on("error", () => idle.delete(child));
    // A process that waits to be asked keeps nobody from ending.
    child.unref();
    child.channel?.unref();
    if (child.stdin instanceof Socket) child.stdin.unref();
    return child;
  }

  async function read(bytes: Uint8Array, context: FileContext): Promise<FileReading> {
    const [child = start()] = idle;
    idle.delete(child);
    const answered = await ask(child, bytes, context, limits.ms);
    if (answered.kind === "read" || answered.kind === "thrown") idle.add(child);
    else child.kill("SIGKILL");
    if (answered.kind === "read") return answered.reading;
    log.error("file not checked", { bytes: bytes.length, trust: context.trust, ...answered });
    return uncheckedFile(answered.kind === "thrown" ? "fault" : answered.kind);
  }

  return { read: (bytes, context) => turns.take(context.trust ?? "", () => read(bytes, context)) };
}

async function ask(
  child: ChildProcess,
  bytes: Uint8Array,
  context: FileContext,
  ms: number,
): Promise<Answered | GivenUp> {
  const settled = new AbortController();
  const { signal } = settled;
  const asked: Asked = { length: bytes.length, context };
  // Where the process is gone, its end says so.
  child.send(asked, () => {});
  child.stdin?.write(bytes);
  try {
    return await Promise.race([
      once(child, "message", { signal }).then(([answered]): Answered => answered),
      once(child, "exit", { signal }).then(([code]) => deathOf(code)),
      setTimeout<GivenUp>(ms, { kind: "time" }, { signal }),
    ]);
  } catch (error) {
    return { kind: "fault", facts: factsOf(error) };
  } finally {
    settled.abort();
  }
}

/** A process that ran out of memory aborts, and one that the system needed its memory from is killed: both by a signal. */
function deathOf(code: number | null): GivenUp {
  return code === null ? { kind: "memory" } : { kind: "fault", facts: { code } };
}
