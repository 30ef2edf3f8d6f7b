import { DataTable } from "~/components/data-table";
import { Tag } from "~/components/tag";
import { actionInWords } from "~/domain/audit/actions";
import { detailInWords } from "~/domain/audit/entry";
import type { AuditSearch } from "~/domain/audit/search";
import { dayInLondon, formatShortDay, formatTime } from "~/domain/calendar/day";
import { asReportingYear } from "~/domain/calendar/reporting-year";
import { browserInWords } from "~/domain/people/browser-in-words";
import type { AuditLog, NamedEntry } from "~/journeys/manage/audit-log";
import { paths } from "~/paths";

interface EntriesTableProps extends Pick<AuditLog, "entries" | "found" | "people"> {
  search: AuditSearch;
}

export function EntriesTable({ entries, found, search, people }: EntriesTableProps) {
  const counted = found === 1 ? "1 entry" : `${found.toLocaleString("en-GB")} entries`;
  const shown = entries.length < found ? `${entries.length} of ${counted}` : counted;
  return (
    <DataTable
      caption={[shown, ...inWords(search, people)].join(", ")}
      rows={entries}
      rowKey={({ id }) => String(id)}
      empty={
        <>
          {found === 0 ? "No entry matches." : "There are no more entries in this direction."}{" "}
          <a href={paths.manage.audit()}>Show the newest entries</a>
        </>
      }
      columns={[
        { key: "at", header: "Entry and time", oneLine: true, heads: true, cell: When },
        { key: "by", header: "Who", cell: (row) => <Who {...row} search={search} /> },
        { key: "did", header: "What was done", cell: What },
        { key: "about", header: "About", cell: About },
        { key: "from", header: "From", cell: From },
      ]}
    />
  );
}

/** What was looked for, said with what was found: on paper, the fields that say it are not there. */
function inWords({ person, trust, did, outcome, from, to }: AuditSearch, people: AuditLog["people"]): string[] {
  const name = people.find(({ id }) => id === person)?.name ?? person;
  const said = [
    person === "nobody" ? "by the portal itself or a visitor" : person && `by ${name}`,
    trust && `for ${trust}`,
    did && `“${actionInWords(did)}”`,
    outcome,
    from && `from ${formatShortDay(from)}`,
    to && `to ${formatShortDay(to)}`,
  ];
  return said.filter((words) => words !== "");
}

function When({ id, entry: { at } }: NamedEntry) {
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) return `${id}: ${at}`;
  return (
    <time dateTime={at} title={`${at} (UTC)`}>
      {formatShortDay(dayInLondon(instant))} {formatTime(instant)}
      <span className="reading">Entry {id}</span>
    </time>
  );
}

function Who({ entry, byName, search }: NamedEntry & { search: AuditSearch }) {
  const { by, trust, requestId } = entry;
  const name = by === null ? (requestId === "" ? "The portal itself" : "A visitor") : (byName ?? by);
  return (
    <>
      <a href={paths.manage.audit({ ...search, person: by ?? "nobody" })}>{name}</a>
      {trust !== null && <span className="code">{trust}</span>}
    </>
  );
}

function What({ entry: { did, outcome } }: NamedEntry) {
  return (
    <>
      {actionInWords(did)} {outcome !== "done" && <Tag tone="bad">{outcome === "refused" ? "Refused" : outcome}</Tag>}
    </>
  );
}

function About({ entry: { about, by, detail }, aboutName }: NamedEntry) {
  const [year = "", ods] = about.split(" ");
  const asked = asReportingYear(year);
  const facts = detailInWords(detail);
  return (
    <>
      {asked !== null && ods !== undefined && <a href={paths.chase.request(asked, ods)}>{about}</a>}
      {aboutName !== null && (about === by ? "Themselves" : <a href={paths.manage.person(about)}>{aboutName}</a>)}
      {(asked === null || ods === undefined) && aboutName === null && about}
      {facts !== "" && <span className="reading facts">{facts}</span>}
    </>
  );
}

function From({ entry: { address, agent, requestId } }: NamedEntry) {
  if (requestId === "") return "–";
  return (
    <>
      {address}, {browserInWords(agent)}
      <span className="reading request-id">{requestId}</span>
    </>
  );
}
