import { isQueued } from "../../db/outbox";
import { administrators, type Entrant } from "../../db/people";
import { write } from "../../db/write";
import { paths } from "../../paths";
import type { Context } from "../context";
import { record } from "../record";
import { queueAccountLetter } from "./letters";

/** Tells the administrators, once a day, that somebody has given the right password and lost the second factor. */
export async function askForHelp(context: Context, entrant: Entrant): Promise<void> {
  const today = context.clock.today();
  await write(context.db, async (tx) => {
    const page = paths.manage.person(entrant.id);
    for (const admin of await administrators(tx)) {
      const key = `help ${today} ${entrant.id} ${admin.email}`;
      if (await isQueued(tx, key)) continue;
      await queueAccountLetter(
        tx,
        context,
        admin,
        { about: "second-factor help asked", name: entrant.name, page },
        key,
      );
    }
    await record(tx, context, { by: entrant, did: "factor-help-asked", about: entrant.id });
  });
}
