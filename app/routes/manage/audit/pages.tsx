import type { AuditSearch } from "~/domain/audit/search";
import type { AuditLog } from "~/journeys/manage/audit-log";
import { paths } from "~/paths";

interface PagesProps extends Pick<AuditLog, "entries" | "newer" | "older"> {
  search: AuditSearch;
}

/** On to newer entries, and back to older ones. */
export function Pages({ search, entries, newer, older }: PagesProps) {
  const [newest, oldest] = [entries.at(0), entries.at(-1)];
  if (!newer && !older) return null;
  return (
    <nav className="pages" aria-label="Pages of the log">
      {newer && newest && (
        <>
          <a href={paths.manage.audit({ ...search })}>Newest</a>
          <a href={paths.manage.audit({ ...search, after: String(newest.id) })} rel="prev">
            Newer
          </a>
        </>
      )}
      {older && oldest && (
        <a href={paths.manage.audit({ ...search, before: String(oldest.id) })} rel="next">
          Older
        </a>
      )}
    </nav>
  );
}
