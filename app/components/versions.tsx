import { formatMoment } from "../domain/calendar/day";
import { DataTable } from "./data-table";

interface Version {
  readonly id: string;
  readonly version: number;
  readonly reference: string;
  readonly declaredAt: Date;
  readonly declaredName: string;
  readonly declaredRole: string;
  readonly reason: string;
  readonly fileName: string;
  readonly typed: boolean;
  readonly accepted: boolean;
}

interface VersionsProps {
  versions: readonly Version[];
  /** Where the receipt of a version is; null for those who have none. */
  receiptOf: (version: number) => string | null;
}

/** Every version of a return that was declared. None is ever changed. */
export function Versions({ versions, receiptOf }: VersionsProps) {
  return (
    <DataTable
      caption="Versions"
      rows={versions}
      rowKey={({ id }) => id}
      columns={[
        { key: "version", header: "Version", heads: true, cell: ({ version }) => version },
        {
          key: "reference",
          header: "Reference",
          oneLine: true,
          cell: ({ reference, version }) => {
            const href = receiptOf(version);
            return href === null ? reference : <a href={href}>{reference}</a>;
          },
        },
        {
          key: "declared",
          header: "Declared",
          cell: ({ declaredAt, declaredName, declaredRole }) =>
            `${formatMoment(declaredAt.getTime())} by ${declaredName}, ${declaredRole}`,
        },
        { key: "reason", header: "Why it was changed", cell: ({ reason }) => reason || "–" },
        { key: "file", header: "Sent as", cell: ({ fileName, typed }) => (typed ? "Typed on screen" : fileName) },
        { key: "accepted", header: "Accepted", cell: ({ accepted }) => (accepted ? "Yes" : "Not yet") },
      ]}
    />
  );
}
