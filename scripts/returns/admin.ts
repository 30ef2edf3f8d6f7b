import { randomBytes } from "node:crypto";
import { z } from "zod";
import { openDatabase } from "../../app/db/client";
import { isUpToDate } from "../../app/db/migrations";
import { savePerson } from "../../app/db/people";
import { write } from "../../app/db/write";
import { hashPassword } from "../../app/platform/passwords";
import { readSettings } from "../../app/platform/settings";
import type { Command } from "./command";

const USAGE = "Give the email address of the person: npm run -s returns -- admin EMAIL";

/** Makes the first administrator of an installation, or gives one a new password. Invitations take its place later. */
export const admin: Command = async ([address]) => {
  const email = z.email().safeParse(address?.trim().toLowerCase());
  if (!email.success) return { json: { error: USAGE }, text: USAGE, exitCode: 2 };
  const settings = readSettings(process.env);
  const db = await openDatabase(settings.databaseUrl);
  try {
    if (!(await isUpToDate(db))) {
      const error = "The database is not ready yet. Run npm start once, then this again.";
      return { json: { error }, text: error, exitCode: 2 };
    }
    const known = await db.person.findUnique({
      where: { email: email.data },
      select: { role: true, disabledAt: true },
    });
    if (known !== null && (known.role !== "admin" || known.disabledAt !== null)) {
      const error = `${email.data} has an account already, and it is not that of an administrator who may sign in.`;
      return { json: { error }, text: error, exitCode: 2 };
    }
    const password = randomBytes(15).toString("base64url");
    const passwordHash = await hashPassword(password);
    const person = { email: email.data, name: email.data, role: "admin", jobTitle: "", passwordHash } as const;
    await write(db, (tx) => savePerson(tx, person));
    const signIn = `${settings.publicOrigin}/sign-in`;
    const text = `${email.data} may now sign in at ${signIn} with the password ${password}`;
    return { json: { email: email.data, password, signIn }, text, exitCode: 0 };
  } finally {
    await db.$disconnect();
  }
};
