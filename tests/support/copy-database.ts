import { copyFileSync, existsSync } from "node:fs";

/** Copies a database that nobody has open: its file, and the log beside it that may hold its newest pages. */
export function copyDatabase(from: string, to: string): void {
  copyFileSync(from, to);
  if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${to}-wal`);
}
