import { type Stated, statedMeanings } from "../../domain/returns/meanings";
import type { Field, Problem } from "../../domain/returns/problem";
import { problemsOfFigures } from "../../domain/returns/read-answers";
import { type Figures, lineText } from "../../domain/returns/return";
import { type AmbiguousMark, ambiguousMarks, stateMeaning } from "../../domain/returns/state-meaning";
import type { Written } from "../../domain/returns/written";

/** Answers that could be read, from a file or from the grid, beside what is known of them. */
export interface CheckedAnswers {
  readonly ods: string;
  readonly written: Written;
  readonly figures: Figures;
  readonly problems: readonly Problem[];
  readonly lastYear: Figures | null;
}

export interface StatementToConfirm extends Problem {
  /** Its code and its words, which name the cell and what stands there: what an answer to it is known by. */
  readonly id: string;
  /** What is unusual, in a few words, to tell two statements of one cell apart. */
  readonly name: string;
  /** A figure that moved far needs a reason, which staff see. */
  readonly needsReason: boolean;
}

/** What an officer is asked about a return: each mark once, then each unusual figure by itself. */
export interface ToConfirm {
  readonly marks: readonly AmbiguousMark[];
  readonly statements: readonly StatementToConfirm[];
  /** What cannot be with the meanings stated, in sentences: another meaning, or another file, is needed. */
  readonly contradictions: readonly { readonly mark: AmbiguousMark; readonly message: string }[];
  /** The figures with those meanings in the place of the marks. */
  readonly figures: Figures;
}

/** Works out what is to be asked, given the meanings stated so far: a meaning can make other figures unusual. */
export function toConfirm(answers: CheckedAnswers, stated: readonly Stated[]): ToConfirm {
  const { ods, written, problems, lastYear } = answers;
  const asked = problems.filter(({ severity }) => severity === "confirm");
  const isAsked = (field: Field) => asked.some((problem) => problem.field !== null && sameField(problem.field, field));
  const marks = ambiguousMarks(ods, written, answers.figures).filter(({ cells }) =>
    cells.some((cell) => isAsked(cell.field)),
  );
  const isMark = (field: Field) => marks.some(({ cells }) => cells.some((cell) => sameField(cell.field, field)));
  const figures = stateMeaning(answers.figures, marks, statedMeanings(stated));
  const raised = problemsOfFigures(ods, written, figures, lastYear).filter(
    (problem) => !problems.some((known) => sameProblem(known, problem)),
  );
  const statements = [
    ...asked.filter(({ field }) => field === null || !isMark(field)),
    ...raised.filter(({ severity }) => severity === "confirm"),
  ];
  return {
    marks,
    statements: statements.map((problem) => ({
      ...problem,
      id: identityOf(problem),
      name: NAMES[problem.code] ?? "as we read it",
      needsReason: problem.code === "big-change",
    })),
    contradictions: [...notApplicableWhereTaken(marks, stated, figures), ...impossible(marks, raised)],
    figures,
  };
}

/** An age the trust takes, and the total of all ages, always apply: what was meant there is something else. */
function notApplicableWhereTaken(marks: readonly AmbiguousMark[], stated: readonly Stated[], figures: Figures) {
  const taken = (band: Field["band"]) => band === "all" || ["yes", "partial"].includes(figures.bands[band].takes);
  return marks.flatMap((mark) => {
    const means = stated.find((one) => one.asks === mark.asks && one.mark === mark.mark)?.means;
    const cell = mark.cells.find(({ field }) => taken(field.band));
    if (mark.asks !== "count" || means !== "not-applicable" || cell === undefined) return [];
    const where = cell.place.cell ?? "One of them";
    const age = lineText(cell.field.band).label;
    return [
      {
        mark,
        message: `${where} (${age}) cannot be “not applicable”: your trust takes children of that age. Say what it stands for, or write the figure in your file and upload it again.`,
      },
    ];
  });
}

/** The one rule that a meaning can break: the bands come to more than all ages together. */
function impossible(marks: readonly AmbiguousMark[], raised: readonly Problem[]) {
  return raised
    .filter(({ severity }) => severity === "must-fix")
    .flatMap(({ cell }) => {
      const mark = marks.find(({ cells }) => cells.some(({ place }) => place.cell === cell)) ?? marks[0];
      const message = `With what you stated, the age bands come to more than the 0–18 figure in ${cell ?? "your file"}. Choose another meaning, or write the figure in your file and upload it again.`;
      return mark === undefined ? [] : [{ mark, message }];
    });
}

const NAMES: Readonly<Record<string, string>> = {
  "accessed-over-referred": "more accessed than referred",
  "takes-no-with-referrals": "referrals at an age not taken",
  "all-zero": "no child at any age",
  "big-change": "far from last year’s",
  "same-in-all-bands": "the same at every age",
  "low-total": "low for all ages together",
  "ambiguous-header": "the heading means what we read",
  "excel-date-band": "the age is the one we read",
  encoding: "names and ages read right",
};

function sameField(one: Field, other: Field): boolean {
  return one.band === other.band && one.question === other.question;
}

type Identified = Pick<Problem, "code" | "message">;

/** With its words: a figure that was changed since it was confirmed is asked about anew, and no other is. */
function identityOf({ code, message }: Identified): string {
  return `${code} ${message}`;
}

export function sameProblem(one: Identified, other: Identified): boolean {
  return identityOf(one) === identityOf(other);
}
