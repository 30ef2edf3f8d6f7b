import { write } from "../../db/write";
import type { Session } from "../../platform/sessions";
import type { Context } from "../context";
import { record } from "../record";

/** Ends a session; where that fails, so does this. Returns the cookie that clears it from the browser. */
export async function signOut(context: Context, session: Session): Promise<string> {
  await write(context.db, async (tx) => {
    await context.sessions.end(tx, session.id);
    await record(tx, context, { by: { id: session.personId }, did: "signed-out", about: session.personId });
  });
  return context.sessions.blank();
}
