import { existsSync } from "node:fs";
import { mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import type { Head } from "../domain/audit/chain";

/** The heads of the audit log, in a file outside the database: one JSON line each, only ever added to. */
export interface AuditHeads {
  read(): Promise<ReadHeads>;
  /** Resolves once the line is on the disk. */
  append(head: Head): Promise<void>;
}

export interface ReadHeads {
  readonly heads: readonly Head[];
  /** The numbers of lines that are no head, from 1. */
  readonly unreadable: readonly number[];
}

const head = z.object({ at: z.iso.datetime(), id: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) });

export function openAuditHeads(file: string): AuditHeads {
  const textNow = async () => (existsSync(file) ? await readFile(file, "utf8") : "");
  return {
    async read() {
      const lines = (await textNow()).split("\n").map(readLine);
      const unreadable = [...lines.entries()].filter(([, line]) => line === "unreadable").map(([place]) => place + 1);
      return { heads: lines.filter((line) => typeof line === "object"), unreadable };
    },
    async append({ at, id, hash }) {
      await mkdir(dirname(file), { recursive: true });
      // A line that was broken off stays by itself.
      const torn = /[^\n]$/.test(await textNow());
      const handle = await open(file, "a", 0o600);
      try {
        await handle.appendFile(`${torn ? "\n" : ""}${JSON.stringify({ at, id, hash })}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
  };
}

function readLine(line: string): Head | "blank" | "unreadable" {
  if (line.trim() === "") return "blank";
  try {
    return head.parse(JSON.parse(line));
  } catch {
    return "unreadable";
  }
}
