import { Checkbox } from "~/components/fields/checkboxes";
import { TextInput } from "~/components/fields/text-input";
import type { ReportingYear } from "~/domain/calendar/reporting-year";
import { entryId } from "~/domain/returns/texts";
import type { StatementToConfirm } from "~/journeys/submit/to-confirm";
import { paths } from "~/paths";

interface StatementProps {
  year: ReportingYear;
  problem: StatementToConfirm;
  place: number;
  answer: { ticked: boolean; reason: string } | undefined;
  problemOf: (field: string) => string | undefined;
}

/** One unusual figure, in its own sentence, with a box of its own. */
export function Statement({ year, problem, place, answer, problemOf }: StatementProps) {
  return (
    <section className="statement">
      <p>
        {problem.message}{" "}
        {problem.field !== null && (
          <a href={paths.submit.form(year, entryId({ line: problem.field.band, entry: problem.field.question }))}>
            Change it
          </a>
        )}
      </p>
      <input type="hidden" name={`statement-is-${place}`} value={problem.id} />
      <Checkbox
        name={`statement-${place}`}
        value="yes"
        label={`${problem.cell ?? "This"} is right: ${problem.name}`}
        checked={answer?.ticked ?? false}
        error={problemOf(`statement-${place}`)}
      />
      {problem.needsReason && (
        <TextInput
          name={`reason-${place}`}
          label="Why did it change?"
          hint="A few words, as in: a parent-infant team opened in May. The Foundation’s staff read it."
          value={answer?.reason ?? ""}
          error={problemOf(`reason-${place}`)}
        />
      )}
    </section>
  );
}
