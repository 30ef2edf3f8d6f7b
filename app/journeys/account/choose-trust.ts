import { write } from "../../db/write";
import type { Officer } from "../../domain/people/person";
import type { Session } from "../../platform/sessions";
import type { Context } from "../context";
import { record } from "../record";

/** From now on somebody acts for another of their trusts, under a new token; null where it is none of theirs. */
export async function chooseTrust(context: Context, session: Session, officer: Officer, ods: string) {
  const place = officer.places.find((one) => one.ods === ods);
  if (place === undefined) return null;
  return write(context.db, async (tx) => {
    await record(tx, context, { by: officer, trust: place.ods, did: "trust-chosen", about: place.ods });
    return context.sessions.renew(tx, session, { ods: place.ods });
  });
}
