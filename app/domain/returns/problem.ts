import type { AgeBand, Measure } from "./return";

/** `must-fix`: the file cannot be taken. `confirm`: unlikely or ambiguous, the officer says it is right. `note`: read as meant, and said so. */
export const SEVERITIES = ["must-fix", "confirm", "note"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Which answer of which trust a problem is about, for a link to the cell on screen. `band: "all"` is the 0–18 total. */
export interface Field {
  readonly ods: string;
  readonly band: AgeBand | "all";
  readonly question: "takes" | Measure;
}

/**
 * One thing to say about a file. `cell`, `row` (from 1) and `column` (letters) are physical positions in the
 * officer's own file, unmoved by title rows or blank rows; all three are null when no single cell is at fault.
 */
export interface Problem {
  /** A stable slug of the catalogue, as in `decimal-value`. */
  readonly code: string;
  readonly severity: Severity;
  readonly cell: string | null;
  readonly row: number | null;
  readonly column: string | null;
  /** What was written; null where nothing was, or where repeating it would store patient data. */
  readonly value: string | null;
  /** What is wrong, where, and what to write instead, in the officer's words: `wrong`, then `instead`. */
  readonly message: string;
  readonly wrong: string;
  /** Empty where there is nothing to do. */
  readonly instead: string;
  readonly field: Field | null;
}

/** `ready`: nothing to do. `confirm`: importable once every question is answered. `reject`: at least one must-fix. */
export type Outcome = "ready" | "confirm" | "reject";

export function outcomeOf(problems: readonly Problem[]): Outcome {
  if (problems.some(({ severity }) => severity === "must-fix")) return "reject";
  return problems.some(({ severity }) => severity === "confirm") ? "confirm" : "ready";
}

/**
 * The codes of what is wrong with a file as a whole: no cell of it can be put right before that is. They are said first
 * and alone, without any figures; whatever else is wrong is about single cells or rows.
 */
export const STRUCTURAL: ReadonlySet<string> = new Set([
  "wrong-file-type",
  "unreadable-file",
  "empty-file",
  "too-large",
  "patient-level-data",
  "missing-column",
  "duplicate-column",
]);

/** Example: true for `missing-column`, false for `decimal-value`, which a form can show beside its answer. */
export function isStructural({ code }: Pick<Problem, "code">): boolean {
  return STRUCTURAL.has(code);
}

/** Must-fix first, then confirm, then notes; within each what concerns the whole file, then row by row. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return SEVERITIES.flatMap((severity) =>
    problems.filter((problem) => problem.severity === severity).sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
  );
}
