import { Checkbox } from "~/components/fields/checkboxes";
import { TextInput } from "~/components/fields/text-input";
import type { StatementToConfirm } from "~/journeys/submit/to-confirm";

interface StatementProps {
  problem: StatementToConfirm;
  place: number;
  ticked: boolean;
  reason: string;
  problemOf: (field: string) => string | undefined;
}

/** One unusual figure, in its own sentence, with a box of its own. */
export function Statement({ problem, place, ticked, reason, problemOf }: StatementProps) {
  return (
    <section className="statement">
      <p>{problem.message}</p>
      <Checkbox
        name={`statement-${place}`}
        value="yes"
        label={problem.cell === null ? "This is right" : `${problem.cell} is right`}
        checked={ticked}
        error={problemOf(`statement-${place}`)}
      />
      {problem.needsReason && (
        <TextInput
          name={`reason-${place}`}
          label="Why did it change?"
          hint="A few words, as in: a parent-infant team opened in May. The Foundation’s staff read it."
          value={reason}
          error={problemOf(`reason-${place}`)}
        />
      )}
    </section>
  );
}
