import type { Problem } from "~/domain/returns/problem";
import { AGE_BANDS, LINES, type Line, lineText } from "~/domain/returns/return";
import { type AnswerTexts, ENTRIES, type Entry, entryId } from "~/domain/returns/texts";

interface GridProps {
  texts: AnswerTexts;
  problems: readonly Problem[];
  /** What stands in a field and could not be kept, by the field's id. */
  refused: ReadonlyMap<string, string>;
}

const QUESTIONS: Readonly<Record<Entry, { number: string; words: string; hint: string }>> = {
  takes: { number: "1", words: "Takes referrals", hint: "yes, no, partial or not held" },
  referred: { number: "2", words: "Children referred", hint: "in the year; 0–18 is question 4" },
  accessed: { number: "3", words: "Children accessed", hint: "in the year; 0–18 is question 4" },
  notes: { number: "", words: "Notes", hint: "only if you need them" },
};

/** Answers to question 1 to choose from; anything else can be typed. */
export const TAKES_OPTIONS = "takes-options";

/** Questions down, ages across. Every field is an ordinary one with a label of its own, so it works without a script. */
export function Grid({ texts, problems, refused }: GridProps) {
  return (
    <div className="grid-region">
      <table className="grid">
        <caption className="govuk-visually-hidden">Your answers, question by question and age by age</caption>
        <thead>
          <tr>
            <th scope="col">Question</th>
            {LINES.map((line) => (
              <th scope="col" key={line}>
                {lineText(line).label} <span className="reading">{lineText(line).reading}</span>
              </th>
            ))}
          </tr>
        </thead>
        {ENTRIES.map((entry) => (
          <Question key={entry} entry={entry} texts={texts} problems={problems} refused={refused} />
        ))}
      </table>
      <datalist id={TAKES_OPTIONS}>
        {["yes", "no", "partial", "not held"].map((answer) => (
          <option key={answer} value={answer} />
        ))}
      </datalist>
    </div>
  );
}

function Question({ entry, texts, problems, refused }: GridProps & { entry: Entry }) {
  const { number, words, hint } = QUESTIONS[entry];
  const lines: readonly Line[] = entry === "takes" ? AGE_BANDS : LINES;
  const said = lines.flatMap((line) => {
    const id = entryId({ line, entry });
    const refusal = refused.get(id);
    // A line that the file leaves in doubt is blank here: what its rows say is told in the report alone.
    const found = problems.filter(
      ({ field, severity, value }) =>
        isAt(field, line, entry) && severity !== "note" && (value === null || value === texts[line][entry]),
    );
    return [
      ...(refusal === undefined ? [] : [{ id, severity: "must-fix" as const, message: refusal }]),
      ...found.map(({ severity, message }) => ({ id, severity, message })),
    ];
  });
  return (
    <tbody data-entry={entry}>
      <tr>
        <th scope="row">
          {number !== "" && <span className="grid__number">{number}</span>}
          <span className="grid__words">
            {words} <span className="reading">{hint}</span>
          </span>
        </th>
        {LINES.map((line) =>
          entry === "takes" && line === "all" ? (
            <td key={line} className="grid__not-asked">
              not asked
            </td>
          ) : (
            <Cell
              key={line}
              line={line}
              entry={entry}
              value={texts[line][entry]}
              fault={said.find(({ id }) => id === entryId({ line, entry }))?.severity}
            />
          ),
        )}
      </tr>
      <tr className="grid__said" hidden={said.length === 0}>
        <td colSpan={LINES.length + 1}>
          <ul id={`said-${entry}`} aria-live="polite">
            {said.map(({ id, severity, message }) => (
              <li key={`${id} ${message}`} className={`grid__problem grid__problem--${severity}`} data-field={id}>
                {message}
              </li>
            ))}
          </ul>
        </td>
      </tr>
    </tbody>
  );
}

function isAt(field: Problem["field"], line: Line, entry: Entry): boolean {
  return field !== null && field.band === line && field.question === entry;
}

interface CellProps {
  line: Line;
  entry: Entry;
  value: string;
  fault: Problem["severity"] | undefined;
}

function Cell({ line, entry, value, fault }: CellProps) {
  const id = entryId({ line, entry });
  const label = (
    <label htmlFor={id} className="grid__label">
      <span className="grid__label-question">{QUESTIONS[entry].words}, </span>
      {lineText(line).label}
    </label>
  );
  const described = fault === undefined ? undefined : `said-${entry}`;
  if (entry === "notes") {
    return (
      <td>
        {label}
        <textarea id={id} name={id} rows={2} className="govuk-textarea" defaultValue={value} spellCheck={false} />
      </td>
    );
  }
  return (
    <td>
      {label}
      <input
        id={id}
        name={id}
        type="text"
        className={fault === "must-fix" ? "govuk-input govuk-input--error" : "govuk-input"}
        defaultValue={value}
        list={entry === "takes" ? TAKES_OPTIONS : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={fault === "must-fix" || undefined}
        aria-describedby={described}
      />
    </td>
  );
}
