import type { Queries, Transaction } from "./client";

export interface KeptForm {
  readonly path: string;
  /** As they were sent, sealed. */
  readonly fields: string;
  readonly keptAt: Date;
}

export async function addKeptForm(tx: Transaction, personId: string, form: KeptForm): Promise<string> {
  const { id } = await tx.keptForm.create({ data: { personId, ...form }, select: { id: true } });
  return id;
}

/** A form that was kept for somebody; another's answers like one that does not exist. */
export async function findKeptForm(db: Queries, personId: string, id: string): Promise<KeptForm | null> {
  return db.keptForm.findUnique({ where: { id, personId }, select: { path: true, fields: true, keptAt: true } });
}

export async function deleteKeptForm(tx: Transaction, personId: string, id: string) {
  await tx.keptForm.deleteMany({ where: { id, personId } });
}

/** Deletes all of somebody's but the newest so many. */
export async function deleteKeptFormsButNewest(tx: Transaction, personId: string, most: number) {
  const older = await tx.keptForm.findMany({
    where: { personId },
    orderBy: [{ keptAt: "desc" }, { id: "desc" }],
    skip: most,
    select: { id: true },
  });
  await tx.keptForm.deleteMany({ where: { personId, id: { in: older.map(({ id }) => id) } } });
}

export async function deleteKeptFormsBefore(tx: Transaction, before: Date) {
  await tx.keptForm.deleteMany({ where: { keptAt: { lt: before } } });
}
