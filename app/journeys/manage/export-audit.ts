import { entriesPage } from "../../db/audit";
import { peopleNames } from "../../db/people";
import { AUDIT_HEADINGS, auditRow } from "../../domain/audit/audit-file";
import type { AuditSearch } from "../../domain/audit/search";
import type { Admin } from "../../domain/people/person";
import { moreCsv, writeCsv } from "../../domain/returns/csv";
import type { Context } from "../context";
import { record } from "../record";
import { filterOf, namesIn } from "./audit-log";
import { writeAs } from "./write-as";

const CHUNK = 500;

/**
 * What a search finds in the audit log, as a CSV file, newest first. That it was exported is recorded before the first
 * line leaves; what is added after that is no longer in it.
 */
export async function exportAudit(context: Context, by: Admin, search: AuditSearch): Promise<AsyncIterable<string>> {
  const { db } = context;
  const asked = Object.fromEntries(Object.entries(search).filter(([, wanted]) => wanted !== ""));
  const { id } = await writeAs(context, by, (tx) =>
    record(tx, context, { by, did: "audit-exported", about: "", detail: asked }),
  );
  const nameOf = namesIn(await peopleNames(db));
  const filter = filterOf(search);
  return (async function* () {
    yield writeCsv([AUDIT_HEADINGS]);
    for (let below = id; ; ) {
      const links = await entriesPage(db, filter, { below }, CHUNK);
      if (links.length > 0) yield moreCsv(links.map((link) => auditRow(link, nameOf(link))));
      const last = links.at(-1);
      if (last === undefined || links.length < CHUNK) return;
      below = last.id;
    }
  })();
}
