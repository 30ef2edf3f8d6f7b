import type { FileContext } from "../domain/returns/file/context";
import { readReturnFile } from "../domain/returns/read-return-file";
import type { Answered, Asked } from "./checker";
import { factsOf } from "./faults";

// Run by `checker.ts` as a process of its own: it reads one file after the other, and knows nothing else.

process.on("message", async (asked: Asked) => process.send?.(answer(await received(asked.length), asked.context)));
// A terminal signals every process of a command. The portal first finishes what it has begun, and this one ends with it.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => {});
process.on("disconnect", () => process.exit());

async function received(length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  if (length === 0) return bytes;
  let at = 0;
  for await (const chunk of process.stdin.iterator({ destroyOnReturn: false })) {
    bytes.set(chunk, at);
    at += chunk.length;
    if (at === length) break;
  }
  return bytes;
}

function answer(bytes: Uint8Array, context: FileContext): Answered {
  try {
    return { kind: "read", reading: readReturnFile(bytes, context) };
  } catch (error) {
    return { kind: "thrown", facts: factsOf(error) };
  }
}
