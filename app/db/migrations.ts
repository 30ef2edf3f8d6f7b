import { readdir } from "node:fs/promises";
import type { Database } from "./client";

const FOLDER = "prisma/migrations";

async function applied(db: Database): Promise<Set<string>> {
  const tables = await db.$queryRaw<unknown[]>`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`;
  if (tables.length === 0) return new Set();
  const rows = await db.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL`;
  return new Set(rows.map((row) => row.migration_name));
}

/** Whether every migration that ships with this version has been applied. */
export async function isUpToDate(db: Database): Promise<boolean> {
  const entries = await readdir(FOLDER, { withFileTypes: true });
  const shipped = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const done = await applied(db);
  return shipped.every((name) => done.has(name));
}
