import { DataTable } from "~/components/data-table";
import { Tag } from "~/components/tag";
import { actionInWords, deedInWords } from "~/domain/audit/actions";
import { factsInWords, isSaidInFacts, type NameOf } from "~/domain/audit/facts-in-words";
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
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? null;
  return (
    <DataTable
      caption={[shown, ...inWords(search, people)].join(", ")}
      rows={entries}
      rowKey={({ id }) => String(id)}
      empty={
        found === 0 ? (
          <>
            No entry matches. <a href={paths.manage.audit()}>Show the whole log</a>
          </>
        ) : (
          <>
            There are no more entries in this direction.{" "}
            <a href={paths.manage.audit({ ...search })}>Show the newest entries</a>
          </>
        )
      }
      columns={[
        { key: "by", header: "Who and when", heads: true, cell: (row) => <Who {...row} search={search} /> },
        { key: "did", header: "What was done", cell: (row) => <What {...row} nameOf={nameOf} /> },
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

function Who({ id, entry, byName, search }: NamedEntry & { search: AuditSearch }) {
  const { at, by, trust, requestId } = entry;
  const name = by === null ? (requestId === "" ? "The portal itself" : "A visitor") : (byName ?? by);
  return (
    <>
      <a href={paths.manage.audit({ ...search, person: by ?? "nobody" })}>{name}</a>
      {trust !== null && <span className="reading">for {trust}</span>}
      <span className="reading one-line">
        <When at={at} />
      </span>
      <span className="reading">Entry {id}</span>
    </>
  );
}

function When({ at }: { at: string }) {
  const instant = Date.parse(at);
  if (Number.isNaN(instant)) return at;
  return (
    <time dateTime={at} title={`${at} (UTC)`}>
      {formatShortDay(dayInLondon(instant))} {formatTime(instant)}
    </time>
  );
}

function What({ entry, nameOf }: NamedEntry & { nameOf: NameOf }) {
  const { words, isMarked } = deedInWords(entry.did, entry.outcome);
  const facts = factsInWords(entry, nameOf);
  return (
    <>
      {words} {isMarked && <Tag tone="bad">{entry.outcome === "refused" ? "Refused" : entry.outcome}</Tag>}
      {facts !== "" && <span className="reading facts">{facts}</span>}
    </>
  );
}

function About({ entry: { about, by }, aboutName }: NamedEntry) {
  const [year = "", ods] = about.split(" ");
  const asked = asReportingYear(year);
  if (asked !== null && ods !== undefined) return <a href={paths.chase.request(asked, ods)}>{about}</a>;
  if (aboutName !== null) return about === by ? "Themselves" : <a href={paths.manage.person(about)}>{aboutName}</a>;
  return about === "" || isSaidInFacts(about) ? "–" : about;
}

function From({ entry: { address, agent, requestId } }: NamedEntry) {
  if (requestId === "") return "–";
  return (
    <>
      {address} <span className="reading">{browserInWords(agent)}</span>
    </>
  );
}
