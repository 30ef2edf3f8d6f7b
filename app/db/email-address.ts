import type { Queries, Transaction } from "./client";

/** Whether anybody signs in with this address, or did before their access was ended. */
export async function isAddressTaken(db: Queries, email: string): Promise<boolean> {
  return (await db.person.count({ where: { email } })) > 0;
}

export async function setAddress(tx: Transaction, personId: string, email: string) {
  await tx.person.update({ where: { id: personId }, data: { email } });
}
