import type { Field, Problem, Severity } from "../domain/returns/problem";
import { answerInWords } from "../domain/returns/written";
import { DataTable } from "./data-table";
import { Details } from "./details";

const GROUPS: Readonly<Record<Severity, { heading: string; says: string }>> = {
  "must-fix": { heading: "Must be put right", says: "The return cannot be sent while these stand in it." },
  confirm: {
    heading: "To be confirmed",
    says: "Unusual, but possible. Once the rest is right, you will be asked to confirm each.",
  },
  note: { heading: "Read as meant", says: "Nothing to do: this is how we read what you wrote." },
};

/** A file with more than this wrong is wrong as a whole: a longer list helps nobody. */
const MOST_SHOWN = 100;

interface ProblemReportProps {
  problems: readonly Problem[];
  heading: string;
  /** Where an answer can be mended; null where nothing of it can be mended on screen. */
  hrefOf: (field: Field) => string | null;
}

/** Everything that was found in a return, all at once, by what has to be done about it. */
export function ProblemReport({ problems, heading, hrefOf }: ProblemReportProps) {
  const of = (severity: Severity) => problems.filter((problem) => problem.severity === severity);
  const notes = of("note");
  if (problems.length === 0) return null;
  return (
    <section aria-labelledby="problem-report">
      <h2 className="govuk-heading-l" id="problem-report">
        {heading}
      </h2>
      <Group severity="must-fix" problems={of("must-fix")} hrefOf={hrefOf} />
      <Group severity="confirm" problems={of("confirm")} hrefOf={hrefOf} />
      {notes.length > 0 && (
        <Details summary={`${notes.length} ${notes.length === 1 ? "note" : "notes"} on how we read what you wrote`}>
          <Group severity="note" problems={notes} hrefOf={hrefOf} />
        </Details>
      )}
    </section>
  );
}

interface GroupProps extends Pick<ProblemReportProps, "problems" | "hrefOf"> {
  severity: Severity;
}

function Group({ severity, problems, hrefOf }: GroupProps) {
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
          { key: "cell", header: "Where", heads: true, cell: (problem) => <Where {...problem} hrefOf={hrefOf} /> },
          {
            key: "value",
            header: "You wrote",
            cell: ({ value }) => (value === null ? "–" : value.trim() === "" ? "nothing" : value),
          },
          { key: "wrong", header: "What is wrong", cell: ({ wrong }) => wrong },
          { key: "instead", header: "What to do", cell: ({ instead }) => instead },
        ]}
      />
      {problems.length > MOST_SHOWN && (
        <p>And {problems.length - MOST_SHOWN} more of this kind, further down in the file.</p>
      )}
    </div>
  );
}

function Where({ id, cell, field, hrefOf }: Problem & { id: string } & Pick<ProblemReportProps, "hrefOf">) {
  const href = field === null ? null : hrefOf(field);
  const words = cell ?? (field === null ? "Whole return" : capitalised(answerInWords(field)));
  return <span id={id}>{href === null ? words : <a href={href}>{words}</a>}</span>;
}

function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
