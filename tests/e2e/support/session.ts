import { openDatabase } from "../../../app/db/client";
import type { Prisma } from "../../../app/db/generated/client";
import { systemClock } from "../../../app/platform/clock";
import type { Portal } from "./portal";

const MINUTE_MS = 60_000;

/** As if so many minutes had gone by since somebody last did anything in their sessions. */
export function letIdle(portal: Portal, email: string, minutes: number): Promise<void> {
  return change(portal, email, { lastSeenAt: minutesAgo(minutes) });
}

/** As if so many minutes had gone by since somebody last gave their second factor. */
export function letStale(portal: Portal, email: string, minutes: number): Promise<void> {
  return change(portal, email, { factorAt: minutesAgo(minutes) });
}

/** When somebody last did anything, in milliseconds before now. */
export async function idleFor({ databaseUrl }: Portal, email: string): Promise<number> {
  const db = await openDatabase(databaseUrl);
  const { lastSeenAt } = await db.session.findFirstOrThrow({
    where: { person: { email } },
    orderBy: { lastSeenAt: "desc" },
  });
  await db.$disconnect();
  return systemClock.now().getTime() - lastSeenAt.getTime();
}

const minutesAgo = (minutes: number) => new Date(systemClock.now().getTime() - minutes * MINUTE_MS);

async function change({ databaseUrl }: Portal, email: string, data: Prisma.SessionUpdateManyMutationInput) {
  const db = await openDatabase(databaseUrl);
  await db.session.updateMany({ where: { person: { email } }, data });
  await db.$disconnect();
}
