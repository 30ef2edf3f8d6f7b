import type { Database } from "../../app/db/client";
import { savePerson } from "../../app/db/people";
import { write } from "../../app/db/write";

export const CONTRIBUTOR = "contributor@demo.example";

/** Adds somebody who prepares the answers of trust ZD01 and does not declare them. Returns their id. */
export function addContributor(db: Database): Promise<string> {
  const contributor = { email: CONTRIBUTOR, name: "A contributor", role: "contributor", trust: "ZD01" } as const;
  return write(db, (tx) => savePerson(tx, { ...contributor, jobTitle: "Analyst", passwordHash: null }));
}
