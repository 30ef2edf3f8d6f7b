import { DataTable } from "~/components/data-table";
import { Details } from "~/components/details";
import type { Problem, Severity } from "~/domain/returns/problem";

const GROUPS: Readonly<Record<Severity, { heading: string; says: string }>> = {
  "must-fix": {
    heading: "Must be put right",
    says: "Your file cannot be taken while these stand in it. Cells are named as your spreadsheet names them.",
  },
  confirm: {
    heading: "To be confirmed",
    says: "Unusual, but possible. Once the rest is right, you will be asked to confirm each.",
  },
  note: { heading: "Read as meant", says: "Nothing to do: this is how we read what you wrote." },
};

/** A file with more than this wrong is wrong as a whole: a longer list helps nobody. */
const MOST_SHOWN = 100;

/** Everything that was found in a file, all at once, by what has to be done about it. */
export function ProblemReport({ problems, fileName }: { problems: readonly Problem[]; fileName: string | null }) {
  const of = (severity: Severity) => problems.filter((problem) => problem.severity === severity);
  const notes = of("note");
  return (
    <>
      {problems.length > 0 && <h2 className="govuk-heading-l">What we found in {fileName ?? "your file"}</h2>}
      <Group severity="must-fix" problems={of("must-fix")} />
      <Group severity="confirm" problems={of("confirm")} />
      {notes.length > 0 && (
        <Details summary={`${notes.length} ${notes.length === 1 ? "note" : "notes"} on how we read the file`}>
          <Group severity="note" problems={notes} />
        </Details>
      )}
    </>
  );
}

function Group({ severity, problems }: { severity: Severity; problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  const { heading, says } = GROUPS[severity];
  const rows = problems.slice(0, MOST_SHOWN).map((problem, place) => ({ ...problem, id: `${severity}-${place + 1}` }));
  return (
    <div className="problems">
      <h3 className="govuk-heading-m">{heading}</h3>
      <p>{says}</p>
      <DataTable
        caption={heading}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "cell",
            header: "Cell",
            heads: true,
            cell: ({ cell, id }) => <span id={id}>{cell ?? "Whole file"}</span>,
          },
          {
            key: "value",
            header: "You wrote",
            cell: ({ value }) => (value === null ? "–" : value === "" ? "nothing" : value),
          },
          { key: "message", header: "What to do", cell: ({ message }) => message },
        ]}
      />
      {problems.length > MOST_SHOWN && (
        <p>And {problems.length - MOST_SHOWN} more of this kind, further down in the file.</p>
      )}
    </div>
  );
}
