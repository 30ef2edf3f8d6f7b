import { Button } from "~/components/button";
import { Checkbox } from "~/components/fields/checkboxes";
import { TextInput } from "~/components/fields/text-input";
import { type Day, formatDay } from "~/domain/calendar/day";
import type { DeclarationProblem } from "~/journeys/submit/declare";

interface DeclareFormProps {
  /** Where it is sent. */
  action: string;
  draftId: string;
  name: string;
  role: string;
  version: number;
  today: Day;
  /** What was typed and could not be declared. */
  typed: { name: string; role: string; reason: string; agreed?: string | undefined } | undefined;
  problems: readonly DeclarationProblem[];
}

export function DeclareForm({ action, draftId, name, role, version, today, typed, problems }: DeclareFormProps) {
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  return (
    <form method="post" action={action}>
      <input type="hidden" name="draftId" value={draftId} />
      {version > 1 && (
        <TextInput
          name="reason"
          label="Why are you changing your return?"
          hint="A few words, as in: referrals of two clinics had been left out. The Foundation’s staff read it."
          value={typed?.reason ?? ""}
          error={problemOf("reason")}
        />
      )}
      <TextInput
        name="name"
        label="Your name"
        autoComplete="name"
        value={typed?.name ?? name}
        error={problemOf("name")}
      />
      <TextInput
        name="role"
        label="Your role"
        hint="For example: information governance manager"
        autoComplete="organization-title"
        value={typed?.role ?? role}
        error={problemOf("role")}
      />
      <p>
        Date: <strong>{formatDay(today)}</strong>
      </p>
      <Checkbox
        name="agreed"
        value="yes"
        label="I declare, for my trust, that these answers are right to the best of my knowledge."
        checked={typed?.agreed === "yes"}
        error={problemOf("agreed")}
      />
      <Button>Declare and send</Button>
    </form>
  );
}
