import { setHelpAsked } from "../../db/accounts";
import { isQueued } from "../../db/outbox";
import { administrators, type Entrant } from "../../db/people";
import { write } from "../../db/write";
import type { Context } from "../context";
import { record } from "../record";
import { queueAccountLetter, queueStaffLetter } from "./letters";

/**
 * Somebody has given the right password and lost the second factor: admins see it on their pages, and they and the owner
 * are told by email. Once a day: pressing the button again neither tells nor records it again.
 */
export async function askForHelp(context: Context, entrant: Entrant): Promise<void> {
  const asked = `help ${context.clock.today()} ${entrant.id}`;
  await write(context.db, async (tx) => {
    if (await isQueued(tx, asked)) return;
    await setHelpAsked(tx, entrant.id, context.clock.now());
    for (const admin of await administrators(tx)) {
      if (admin.email === entrant.email) continue;
      await queueStaffLetter(tx, context, admin, { about: "help asked", person: entrant });
    }
    const forTrust = entrant.trustNames.length > 0;
    await queueAccountLetter(tx, context, entrant, { about: "second-factor help asked", forTrust }, asked);
    await record(tx, context, { by: entrant, did: "factor-help-asked", about: entrant.id });
  });
}
