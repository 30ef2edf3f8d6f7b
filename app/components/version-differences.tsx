import { type Answers, type Difference, differencesBetween } from "../domain/returns/difference";
import { lineText } from "../domain/returns/return";
import { Button } from "./button";
import { DataTable } from "./data-table";
import { Select } from "./fields/select";

interface Version extends Answers {
  readonly version: number;
  readonly reason: string;
}

interface VersionDifferencesProps {
  versions: readonly Version[];
  /** The numbers that the address asks for; the last two where it asks for none. */
  from: string | null;
  to: string | null;
}

const ENTRIES: Readonly<Record<Difference["entry"], string>> = {
  takes: "Takes referrals",
  referred: "Children referred",
  accessed: "Children accessed",
  notes: "Notes",
};

/** What differs between any two versions of a return, and a form to choose them. */
export function VersionDifferences({ versions, from, to }: VersionDifferencesProps) {
  const numbered = (written: string | null) => versions.find(({ version }) => String(version) === written);
  const later = numbered(to) ?? versions.at(-1);
  const earlier = numbered(from) ?? versions.at(-2) ?? versions[0];
  if (earlier === undefined || later === undefined) return null;
  const options = versions.map(({ version }) => ({ value: String(version), text: `Version ${version}` }));
  const differences = differencesBetween(earlier, later);
  return (
    <section aria-labelledby="differences">
      <h2 className="govuk-heading-m" id="differences">
        What changed
      </h2>
      <form method="get" className="filters" aria-label="Choose two versions">
        <Select name="from" label="From" options={options} value={String(earlier.version)} />
        <Select name="to" label="To" options={options} value={String(later.version)} />
        <Button variant="secondary">Compare</Button>
      </form>
      {later.reason !== "" && earlier.version < later.version && (
        <p>
          Reason given for version {later.version}: “{later.reason}”
        </p>
      )}
      <DataTable
        caption={`Version ${earlier.version} beside version ${later.version}`}
        rows={differences}
        rowKey={({ entry, line }) => `${entry} ${line}`}
        empty="These two versions give the same answers."
        columns={[
          {
            key: "answer",
            header: "Answer",
            heads: true,
            cell: ({ entry, line }) => `${ENTRIES[entry]}, ${lineText(line).label}`,
          },
          { key: "from", header: `Version ${earlier.version}`, cell: (difference) => shown(difference.from) },
          { key: "to", header: `Version ${later.version}`, cell: (difference) => shown(difference.to) },
        ]}
      />
    </section>
  );
}

function shown(words: string): string {
  return words === "" ? "–" : words;
}
