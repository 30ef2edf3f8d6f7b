import { openDatabase } from "../../../app/db/client";
import { savePerson } from "../../../app/db/people";
import { write } from "../../../app/db/write";
import { hashPassword } from "../../../app/platform/passwords";
import { PASSWORD, type Portal } from "./portal";

/** Gives trust ZD01 a second officer, who signs in with the address that comes back and the password of all. */
export async function colleagueOf({ databaseUrl }: Portal, name: string): Promise<string> {
  const db = await openDatabase(databaseUrl);
  const email = "colleague@demo.example";
  const passwordHash = await hashPassword(PASSWORD);
  const colleague = {
    email,
    name,
    role: "signatory",
    jobTitle: "Information officer",
    trust: "ZD01",
    passwordHash,
  } as const;
  await write(db, (tx) => savePerson(tx, colleague));
  await db.$disconnect();
  return email;
}
