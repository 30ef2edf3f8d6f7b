import { type Stated, statedMeanings } from "../../domain/returns/meanings";
import type { Field, Problem } from "../../domain/returns/problem";
import { problemsOfFigures } from "../../domain/returns/read-answers";
import type { FileReturn } from "../../domain/returns/read-return-file";
import type { Figures } from "../../domain/returns/return";
import { type AmbiguousMark, ambiguousMarks, stateMeaning } from "../../domain/returns/state-meaning";

/** A file that could be read, beside what is known of it. */
export interface ReadFile {
  readonly own: FileReturn;
  readonly problems: readonly Problem[];
  readonly lastYear: Figures | null;
}

export interface StatementToConfirm extends Problem {
  /** Its code and cell: what an answer to it is known by. */
  readonly id: string;
  /** A figure that moved far needs a reason, which staff see. */
  readonly needsReason: boolean;
}

/** What an officer is asked about a file: each mark once, then each unusual figure by itself. */
export interface ToConfirm {
  readonly marks: readonly AmbiguousMark[];
  readonly statements: readonly StatementToConfirm[];
  /** What cannot be with the meanings stated: another meaning, or another file, is needed. */
  readonly contradictions: readonly Problem[];
  /** The figures with those meanings in the place of the marks. */
  readonly figures: Figures;
}

/** Works out what is to be asked, given the meanings stated so far: a meaning can make other figures unusual. */
export function toConfirm({ own, problems, lastYear }: ReadFile, stated: readonly Stated[]): ToConfirm {
  const { ods, written } = own;
  const asked = problems.filter(({ severity }) => severity === "confirm");
  const isAsked = (field: Field) => asked.some((problem) => problem.field !== null && sameField(problem.field, field));
  const marks = ambiguousMarks(ods, written, own.figures).filter(({ cells }) =>
    cells.some((cell) => isAsked(cell.field)),
  );
  const isMark = (field: Field) => marks.some(({ cells }) => cells.some((cell) => sameField(cell.field, field)));
  const figures = stateMeaning(own.figures, marks, statedMeanings(stated));
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
      id: `${problem.code} ${problem.cell ?? ""}`,
      needsReason: problem.code === "big-change",
    })),
    contradictions: raised.filter(({ severity }) => severity === "must-fix"),
    figures,
  };
}

function sameField(one: Field, other: Field): boolean {
  return one.band === other.band && one.question === other.question;
}

export function sameProblem(one: Pick<Problem, "code" | "cell">, other: Pick<Problem, "code" | "cell">): boolean {
  return one.code === other.code && one.cell === other.cell;
}
